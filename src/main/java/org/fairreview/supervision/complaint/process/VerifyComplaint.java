package org.fairreview.supervision.complaint.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.supervision.complaint.ComplaintFinding;
import org.fairreview.supervision.complaint.ComplaintHandling;
import org.fairreview.supervision.complaint.ComplaintHandling.Verified;
import org.fairreview.supervision.complaint.ComplaintProcess;
import org.fairreview.supervision.complaint.Outcome;
import org.fairreview.supervision.complaint.ProcedureResult;
import org.fairreview.supervision.complaint.ReviewResult;
import org.fairreview.supervision.complaint.VerificationWay;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The officer verifies the whole measure and drafts the conclusion. */
@Component("verifyComplaint")
class VerifyComplaint extends AnswerListener<VerifyComplaint.Form> {

    /** What follows a conclusion: no letter, 提示函, 整改督促函. */
    enum Letter {
        NONE,
        REMINDER,
        RECTIFICATION
    }

    /** The form verify-complaint.html. */
    record Form(
            @NotNull(message = "{complaint.wayMissing}") VerificationWay way,
            @NotBlank(message = "{complaint.wholeMissing}") @Size(max = 20000, message = "{complaint.textTooLong}")
                    String wholeMeasure,
            @NotNull(message = "{complaint.procedureMissing}") ProcedureResult procedure,
            @Nullable @Size(max = 4000, message = "{complaint.noteTooLong}") String procedureNote,
            @NotNull(message = "{complaint.reviewMissing}") ReviewResult review,
            @Nullable @Size(max = 4000, message = "{complaint.noteTooLong}") String reviewNote,
            @NotNull(message = "{complaint.outcomeMissing}") Outcome outcome,
            @NotBlank(message = "{complaint.conclusionMissing}") @Size(max = 20000, message = "{complaint.textTooLong}")
                    String conclusion,
            @NotNull(message = "{complaint.letterUndecided}") Letter letter,
            @NotNull(message = "{task.malformed}") @Size(max = 100, message = "{complaint.tooManyFindings}") @Valid
                    List<@NotNull(message = "{task.malformed}") Row> findings) {}

    /** A clause that breaks a standard. */
    record Row(
            @NotBlank(message = "{complaint.itemMissing}") String item,
            @Nullable @Size(max = 500, message = "{complaint.addressTooLong}") String address,
            @NotBlank(message = "{complaint.quotationMissing}") @Size(max = 20000, message = "{complaint.textTooLong}")
                    String quotation,
            @NotBlank(message = "{complaint.findingReasonMissing}")
                    @Size(max = 20000, message = "{complaint.textTooLong}")
                    String reason,
            @NotBlank(message = "{complaint.changeMissing}") @Size(max = 20000, message = "{complaint.textTooLong}")
                    String requiredChange) {}

    private final ComplaintHandling handling;

    VerifyComplaint(Answers answers, ComplaintHandling handling) {
        super(Form.class, answers);
        this.handling = handling;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        Optional<Refusal> refusal = handling.verify(
                CaseVariables.CASE_NUMBER.in(task),
                task.getAssignee(),
                new Verified(
                        answer.way(),
                        answer.wholeMeasure(),
                        answer.procedure(),
                        said(answer.procedureNote()),
                        answer.review(),
                        said(answer.reviewNote()),
                        answer.outcome(),
                        answer.conclusion(),
                        kind(answer.letter()),
                        answer.findings().stream().map(VerifyComplaint::finding).toList()));
        if (refusal.isEmpty()) {
            ComplaintProcess.HANDLER.set(task, task.getAssignee());
            ComplaintProcess.LETTER_WANTED.set(task, answer.letter() != Letter.NONE);
        }
        return refusal;
    }

    private static @Nullable String kind(Letter letter) {
        return switch (letter) {
            case NONE -> null;
            case REMINDER -> "reminder";
            case RECTIFICATION -> "rectification";
        };
    }

    private static ComplaintFinding finding(Row row) {
        return new ComplaintFinding(
                row.item(), said(row.address()), row.quotation(), row.reason(), row.requiredChange());
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
