package org.fairreview.supervision.lead;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fairreview.cleanup.published.PublishedLead;
import org.fairreview.cleanup.published.PublishedLeadFound;
import org.fairreview.cleanup.published.PublishedTexts;
import org.fairreview.evaluation.Evaluations;
import org.fairreview.evaluation.LeadNoted;
import org.fairreview.identity.Units;
import org.fairreview.review.CaseDestroyed;
import org.fairreview.review.CaseFile;
import org.fairreview.review.CaseRestricted;
import org.fairreview.review.IssueDeviates;
import org.fairreview.workflow.CaseProcesses;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings to the inbox what other features find, in the transaction in which they find it; at start what they found before
 * there was an inbox.
 */
@Component
@Transactional
class FoundElsewhere {

    private final Leads leads;
    private final LeadInboxRows rows;
    private final LeadSourceRows sources;
    private final PublishedTexts published;
    private final Evaluations evaluations;
    private final CaseFile cases;
    private final CaseProcesses processes;
    private final Units units;
    private final MessageSource messages;

    FoundElsewhere(
            Leads leads,
            LeadInboxRows rows,
            LeadSourceRows sources,
            PublishedTexts published,
            Evaluations evaluations,
            CaseFile cases,
            CaseProcesses processes,
            Units units,
            MessageSource messages) {
        this.leads = leads;
        this.rows = rows;
        this.sources = sources;
        this.published = published;
        this.evaluations = evaluations;
        this.cases = cases;
        this.processes = processes;
        this.units = units;
        this.messages = messages;
    }

    /** What was decided before there was an inbox needs no second decision, unless it was to be checked. */
    @EventListener(ApplicationReadyEvent.class)
    public void takeOver() {
        published.all().stream()
                .filter(lead -> lead.state() != PublishedLead.State.DISMISSED)
                .forEach(lead -> leads.bring(found(lead)));
        evaluations.allLeads().forEach(lead -> leads.bring(found(lead)));
    }

    @EventListener
    public void bring(PublishedLeadFound event) {
        leads.bring(found(event.lead()));
    }

    @EventListener
    public void bring(LeadNoted event) {
        leads.bring(found(event.lead()));
    }

    @EventListener
    public void bring(IssueDeviates event) {
        String how = event.issue().tooEarly()
                ? text("lead.found.tooEarly")
                : text("lead.found.deviates", event.issue().passagesDeviating());
        leads.bring(new LeadFound(
                event.regionId(),
                SourceKind.DEVIATION,
                event.caseNumber(),
                event.caseNumber(),
                "/cases/" + event.caseNumber(),
                event.title(),
                event.documentNumber(),
                units.name(event.draftingUnitId()),
                event.draftingUnitId(),
                null,
                how,
                event.caseNumber(),
                null,
                event.foundAt()));
    }

    private LeadFound found(PublishedLead lead) {
        String where = text("lead.found." + lead.source().name(), lead.sourceName());
        String before = lead.reason().isEmpty() ? "" : "\n" + text("lead.found.decidedBefore", lead.reason());
        String link = lead.link().isEmpty() ? "" : "\n" + lead.link();
        return new LeadFound(
                lead.regionId(),
                SourceKind.PUBLISHED,
                String.valueOf(lead.id()),
                null,
                "/cleanup/published#lead-" + lead.id(),
                lead.title(),
                lead.documentNumber(),
                lead.publisher(),
                null,
                lead.textFingerprint().orElse(null),
                where + before + link,
                null,
                lead.foundBy().orElse(null),
                lead.foundAt());
    }

    private LeadFound found(org.fairreview.evaluation.Lead lead) {
        boolean ofCase = cases.exists(lead.origin());
        return new LeadFound(
                lead.regionId(),
                SourceKind.EVALUATION,
                String.valueOf(lead.id()),
                lead.origin(),
                ofCase ? "/cases/" + lead.origin() : "/evaluations/plans/" + lead.origin(),
                lead.title(),
                "",
                lead.evaluatedUnitId().map(units::name).orElse(""),
                lead.evaluatedUnitId().orElse(null),
                null,
                text(
                        "lead.found.EVALUATION." + lead.kind().name(),
                        lead.quotation(),
                        lead.effect(),
                        lead.suggestion(),
                        lead.note()),
                ofCase ? lead.origin() : null,
                lead.notedBy(),
                lead.notedAt());
    }

    /** The title of a case that is restricted from now on leaves the engine. */
    @EventListener
    public void restrict(CaseRestricted event) {
        sources.findByCaseNumber(event.caseNumber()).stream()
                .map(LeadSource::leadNumber)
                .distinct()
                .forEach(processes::hideTitle);
    }

    /** What was copied from a case goes with it; a lead that was found elsewhere too goes on under that name. */
    @EventListener
    public void forget(CaseDestroyed event) {
        String instead = text("lead.destroyed");
        List<LeadSource> destroyed = sources.findByCaseNumber(event.caseNumber());
        destroyed.forEach(source -> source.forget(instead));
        for (String number :
                destroyed.stream().map(LeadSource::leadNumber).distinct().toList()) {
            Lead lead = rows.findById(number).orElseThrow();
            sources.findByLeadNumberOrderById(number).stream()
                    .filter(source -> !source.caseNumber().equals(Optional.of(event.caseNumber())))
                    .findFirst()
                    .ifPresentOrElse(
                            other -> lead.call(other.title(), other.documentNumber()), () -> lead.call(instead, ""));
        }
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }
}
