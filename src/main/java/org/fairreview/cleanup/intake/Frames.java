package org.fairreview.cleanup.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.CampaignUnit;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** For which clean-up, units and words the lines of an import are judged. */
@Component
class Frames {

    private final Campaigns campaigns;
    private final CleanupPeople people;
    private final Units units;
    private final Directory directory;
    private final MessageSource messages;

    Frames(Campaigns campaigns, CleanupPeople people, Units units, Directory directory, MessageSource messages) {
        this.campaigns = campaigns;
        this.people = people;
        this.units = units;
        this.directory = directory;
        this.messages = messages;
    }

    LineRules.Frame of(LedgerImport brought) {
        Campaign campaign = campaigns.get(brought.campaignNumber());
        List<String> of = unitsOf(campaign);
        Set<String> own = !brought.isOwnUnitsOnly()
                ? null
                : directory
                        .actor(brought.broughtBy())
                        .map(actor -> Set.copyOf(people.draftedFor(actor, of)))
                        .orElse(Set.of());
        Map<String, Unit> byName = new HashMap<>();
        List<Unit> all = units.all();
        all.stream().filter(Unit::isDissolved).forEach(unit -> byName.put(LineRules.folded(unit.name()), unit));
        all.stream()
                .filter(unit -> !unit.isDissolved())
                .forEach(unit -> byName.put(LineRules.folded(unit.name()), unit));
        return new LineRules.Frame(
                campaign.kind(),
                campaign.cutOff(),
                byName,
                all.stream().collect(Collectors.toMap(Unit::id, Function.identity())),
                Set.copyOf(of),
                own,
                kinds(),
                issuances());
    }

    List<String> unitsOf(Campaign campaign) {
        return campaigns.unitsOf(campaign.number()).stream()
                .map(CampaignUnit::unitId)
                .toList();
    }

    /** Kinds by the names of what is in force, and of what is still a draft. */
    private Map<String, MeasureKind> kinds() {
        Map<String, MeasureKind> kinds = new HashMap<>();
        for (MeasureKind kind : MeasureKind.values()) {
            kinds.put(LineRules.folded(text("intake.kind." + kind.name())), kind);
            kinds.put(LineRules.folded(text("measure.kind." + kind.name())), kind);
        }
        return kinds;
    }

    private Map<String, Issuance> issuances() {
        return Arrays.stream(Issuance.values())
                .collect(Collectors.toMap(
                        way -> LineRules.folded(text("measure.issuance." + way.name())), Function.identity()));
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
