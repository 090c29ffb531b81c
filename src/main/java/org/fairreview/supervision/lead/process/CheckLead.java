package org.fairreview.supervision.lead.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.identity.Directory;
import org.fairreview.supervision.lead.CheckOutcome;
import org.fairreview.supervision.lead.Lead.Checked;
import org.fairreview.supervision.lead.LeadProcess;
import org.fairreview.supervision.lead.Leads;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The reviewer says what the check of a lead has shown. */
@Component("checkLead")
class CheckLead extends AnswerListener<CheckLead.Form> {

    /** The form check-lead.html. */
    record Form(
            @NotBlank(message = "{lead.reportMissing}") @Size(max = 20000, message = "{lead.reportTooLong}")
                    String report,
            @NotNull(message = "{lead.outcomeMissing}") CheckOutcome checkOutcome,
            @Nullable String addresseeUnit,
            @Nullable @Size(max = 200, message = "{lead.bodyTooLong}") String handedTo) {}

    private final Leads leads;
    private final Directory directory;

    CheckLead(Answers answers, Leads leads, Directory directory) {
        super(Form.class, answers);
        this.leads = leads;
        this.directory = directory;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        LeadProcess.LETTER_WANTED.set(task, answer.checkOutcome() == CheckOutcome.LETTER);
        return leads.check(
                CaseVariables.CASE_NUMBER.in(task),
                new Checked(
                        answer.checkOutcome(), answer.report(), text(answer.addresseeUnit()), text(answer.handedTo())),
                directory.actor(task.getAssignee()).orElseThrow());
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
