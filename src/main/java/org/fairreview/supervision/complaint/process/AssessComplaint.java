package org.fairreview.supervision.complaint.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.supervision.complaint.Assessment;
import org.fairreview.supervision.complaint.Complaint;
import org.fairreview.supervision.complaint.ComplaintHandling;
import org.fairreview.supervision.complaint.ComplaintHandling.Assessed;
import org.fairreview.supervision.complaint.ComplaintProcess;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The officer tests scope, level and object of a complaint. */
@Component("assessComplaint")
class AssessComplaint extends AnswerListener<AssessComplaint.Form> {

    /** The form assess-complaint.html. */
    record Form(
            @NotNull(message = "{complaint.undecided}") Assessment decision,
            @Nullable @Size(max = 4000, message = "{complaint.noteTooLong}") String reason,
            @Nullable @Size(max = 200, message = "{complaint.lineTooLong}") String body,
            @Nullable String draftingUnit,
            @Nullable @Size(max = 500, message = "{complaint.titleTooLong}") String measure,
            @Nullable @Size(max = 200, message = "{complaint.lineTooLong}") String measureNumber,
            @Nullable @Size(max = 4000, message = "{complaint.noteTooLong}") String matter,
            @Nullable @Size(max = 4000, message = "{complaint.noteTooLong}") String takenUpReason) {}

    private final ComplaintHandling handling;

    AssessComplaint(Answers answers, ComplaintHandling handling) {
        super(Form.class, answers);
        this.handling = handling;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String number = CaseVariables.CASE_NUMBER.in(task);
        Optional<Refusal> refusal = handling.assess(
                number,
                task.getAssignee(),
                new Assessed(
                        answer.decision(),
                        said(answer.reason()),
                        said(answer.body()),
                        said(answer.draftingUnit()),
                        said(answer.measure()),
                        said(answer.measureNumber()),
                        said(answer.matter()),
                        said(answer.takenUpReason())));
        if (refusal.isEmpty()) {
            Complaint complaint = handling.get(number);
            ComplaintProcess.ASSESSMENT.set(task, answer.decision());
            ComplaintProcess.HANDLER.set(task, task.getAssignee());
            handling.lapsesAt(complaint).ifPresent(until -> ComplaintProcess.SUPPLEMENT_UNTIL.set(task, until));
            ComplaintProcess.DRAFTING_UNIT.set(task, handling.statingUnit(complaint));
            complaint.statementUntil().ifPresent(until -> ComplaintProcess.STATEMENT_UNTIL.set(task, until));
            complaint.concludeUntil().ifPresent(until -> ComplaintProcess.CONCLUDE_UNTIL.set(task, until));
        }
        return refusal;
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
