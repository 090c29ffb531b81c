package org.fairreview.supervision.lead.web;

import java.util.List;
import java.util.Set;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.supervision.lead.Lead;
import org.fairreview.supervision.lead.LeadDesk;
import org.fairreview.supervision.lead.LeadDesk.Seen;
import org.fairreview.supervision.lead.LeadSource;
import org.fairreview.supervision.lead.LeadWording;
import org.fairreview.workflow.FormContext;
import org.fairreview.workflow.OpenTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the form of a check shows: the lead, and each finding that led to it. */
@Component
class LeadFormContext implements FormContext {

    private static final String CHECK = "Task_CheckLead";

    record Choice(String value, String label) {}

    record SourceView(
            String kind, String found, String measure, String said, @Nullable String matter, @Nullable String url) {}

    record Context(
            String caseNumber,
            String caseUrl,
            String title,
            String documentNumber,
            String issuer,
            String decided,
            String reason,
            @Nullable String unit,
            List<SourceView> sources,
            List<Choice> units) {}

    private final LeadDesk desk;
    private final Units units;
    private final Directory directory;
    private final LeadWording wording;
    private final CurrentActor currentActor;

    LeadFormContext(LeadDesk desk, Units units, Directory directory, LeadWording wording, CurrentActor currentActor) {
        this.desk = desk;
        this.units = units;
        this.directory = directory;
        this.wording = wording;
        this.currentActor = currentActor;
    }

    @Override
    public boolean serves(OpenTask task) {
        return task.key().equals(CHECK)
                && desk.find(task.caseNumber(), currentActor.get()).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Object of(OpenTask task) {
        Seen seen = desk.find(task.caseNumber(), currentActor.get()).orElseThrow();
        Lead lead = seen.lead();
        return new Context(
                lead.number(),
                "/leads/" + lead.number(),
                seen.title(),
                seen.documentNumber(),
                seen.issuer(),
                lead.decidedBy()
                        .map(by -> wording.of(
                                "lead.by",
                                directory.nameOf(by),
                                wording.minute(lead.decidedAt().orElseThrow())))
                        .orElse(""),
                lead.reason(),
                lead.unitId().map(units::inCharge).orElse(null),
                seen.sources().stream().map(this::source).toList(),
                addressees(lead));
    }

    private SourceView source(LeadSource source) {
        return new SourceView(
                wording.label("lead.source", source.kind()),
                source.foundBy()
                        .map(by -> wording.of("lead.by", directory.nameOf(by), wording.minute(source.foundAt())))
                        .orElseGet(() -> wording.of("lead.byItself", wording.minute(source.foundAt()))),
                source.title() + (source.documentNumber().isEmpty() ? "" : " " + source.documentNumber()),
                source.said(),
                source.matter().orElse(null),
                source.address().orElse(null));
    }

    private List<Choice> addressees(Lead lead) {
        Set<String> regions = units.visibleFrom(lead.regionId());
        return units.all().stream()
                .filter(unit -> regions.contains(unit.regionId()) && !unit.isDissolved())
                .map(LeadFormContext::choice)
                .toList();
    }

    private static Choice choice(Unit unit) {
        return new Choice(unit.id(), unit.name());
    }
}
