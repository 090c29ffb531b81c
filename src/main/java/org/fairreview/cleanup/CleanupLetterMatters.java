package org.fairreview.cleanup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Units;
import org.fairreview.review.Disposition;
import org.fairreview.review.LetterMatter;
import org.fairreview.standard.Standards;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What letters say of clean-ups and of their cases: which measures a unit owes, and what was found in one. */
@Component
@Transactional(readOnly = true)
class CleanupLetterMatters implements LetterMatter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final int MOST_MEASURES = 30;

    private final CampaignRows campaigns;
    private final LegacyCaseRows cases;
    private final LegacyFindings findings;
    private final MeasureInForceRows register;
    private final CleanupPeople people;
    private final Standards standards;
    private final Units units;
    private final MessageSource messages;
    private final Clock clock;

    CleanupLetterMatters(
            CampaignRows campaigns,
            LegacyCaseRows cases,
            LegacyFindings findings,
            MeasureInForceRows register,
            CleanupPeople people,
            Standards standards,
            Units units,
            MessageSource messages,
            Clock clock) {
        this.campaigns = campaigns;
        this.cases = cases;
        this.findings = findings;
        this.register = register;
        this.people = people;
        this.standards = standards;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Optional<Matter> about(String subject, String unitId) {
        return campaigns
                .findById(subject)
                .map(campaign -> late(campaign, unitId))
                .or(() -> cases.findById(subject).map(this::found));
    }

    @Override
    public boolean isOpenTo(String subject, Actor actor) {
        CleanupSight sight = people.sightOf(actor);
        return campaigns
                        .findById(subject)
                        .filter(campaign -> sight.overlooks(campaign.regionId()))
                        .isPresent()
                || cases.findById(subject)
                        .filter(legacy -> sight.overlooks(legacy.regionId()))
                        .isPresent();
    }

    private Matter late(Campaign campaign, String unitId) {
        List<LegacyCase> owed = cases.findByCampaignNumberAndUnitIdOrderByPlace(campaign.number(), unitId).stream()
                .filter(legacy -> legacy.stage() == LegacyStage.CHECKING || legacy.stage() == LegacyStage.SIGNING)
                .toList();
        return new Matter(
                campaign.title(),
                false,
                text(
                        "campaign.letterFacts",
                        campaign.title(),
                        DAY.format(campaign.deadline()),
                        DAY.format(LocalDate.now(clock)),
                        units.name(unitId),
                        owed.size()),
                owed.stream().limit(MOST_MEASURES).map(this::measure).toList(),
                List.of(),
                "/cleanup/" + campaign.number());
    }

    private Matter found(LegacyCase legacy) {
        MeasureInForce measure = register.findById(legacy.measureId()).orElseThrow();
        return new Matter(
                measure.title(),
                false,
                text(
                        "legacy.letterFacts",
                        measure.title(),
                        text("legacy.stage." + legacy.stage().name())),
                List.of(measure(legacy)),
                findings.findByCaseNumberOrderById(legacy.number()).stream()
                        .filter(finding -> finding.disposition() == Disposition.CHANGE_REQUIRED)
                        .map(finding -> new QuotedFinding(
                                String.valueOf(finding.id()),
                                measure.title(),
                                finding.address(),
                                finding.quotation(),
                                standard(legacy.regime(), finding.item()),
                                finding.reason(),
                                finding.requiredChange()))
                        .toList(),
                "/cleanup/cases/" + legacy.number());
    }

    private MeasureConcerned measure(LegacyCase legacy) {
        MeasureInForce measure = register.findById(legacy.measureId()).orElseThrow();
        return new MeasureConcerned(measure.title(), measure.documentNumber(), measure.unitId());
    }

    private String standard(String regime, String item) {
        return standards
                .regime(regime)
                .flatMap(known -> known.item(item))
                .map(known -> known.article() + " " + known.label())
                .orElse(item);
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }
}
