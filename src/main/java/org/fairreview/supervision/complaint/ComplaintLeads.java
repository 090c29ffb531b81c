package org.fairreview.supervision.complaint;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.fairreview.identity.Unit;
import org.fairreview.supervision.lead.CheckOutcome;
import org.fairreview.supervision.lead.LeadFound;
import org.fairreview.supervision.lead.Leads;
import org.fairreview.supervision.lead.SourceKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Lets the inbox of leads know of complaints: measure, unit and conclusion, nothing of the reporter nor in their words. */
@Component
public class ComplaintLeads {

    private final Leads leads;
    private final MessageSource messages;
    private final Clock clock;

    ComplaintLeads(Leads leads, MessageSource messages, Clock clock) {
        this.leads = leads;
        this.messages = messages;
        this.clock = clock;
    }

    /** The lead about the measure of a complaint that was accepted. */
    public Optional<String> of(Complaint complaint) {
        return leads.numberOf(SourceKind.COMPLAINT, complaint.number());
    }

    void accepted(Complaint complaint, Unit draftingUnit, String userId) {
        leads.bringVerified(
                new LeadFound(
                        complaint.regionId(),
                        SourceKind.COMPLAINT,
                        complaint.number(),
                        complaint.number(),
                        "/complaints/" + complaint.number(),
                        complaint.measureTitle(),
                        complaint.measureNumber(),
                        draftingUnit.name(),
                        draftingUnit.id(),
                        null,
                        text("complaint.leadFound", complaint.number()),
                        null,
                        userId,
                        clock.instant()),
                text("complaint.leadReason", complaint.number()),
                userId);
    }

    void concluded(Complaint complaint) {
        Verification found = complaint.verification().orElseThrow();
        CheckOutcome outcome = outcome(found);
        leads.conclude(
                complaint.number(),
                outcome,
                found.conclusion(),
                outcome == CheckOutcome.LETTER ? complaint.draftingUnitId().orElseThrow() : null,
                found.by());
    }

    private static @Nullable CheckOutcome outcome(Verification found) {
        if (found.letterKind() != null) {
            return CheckOutcome.LETTER;
        }
        return found.outcome() == Outcome.NO_VIOLATION ? CheckOutcome.NOTHING_FOUND : null;
    }

    void letterBegun(Complaint complaint, String letter) {
        leads.letterBegunIn(complaint.number(), letter);
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }
}
