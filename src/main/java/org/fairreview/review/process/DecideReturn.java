package org.fairreview.review.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.calendar.DueDates;
import org.fairreview.review.CaseIntake;
import org.fairreview.review.Receipt;
import org.fairreview.review.ReviewProcess;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The clerk sends an overdue file back, or gives another period; a person decides it, not the clock. */
@Component("decideReturn")
class DecideReturn extends AnswerListener<DecideReturn.Form> {

    /** What becomes of the overdue file. */
    enum Choice {
        EXTEND,
        RETURN
    }

    /** The form decide-return.form. */
    record Form(
            @NotNull(message = "{receipt.overdueUndecided}") Choice decision,
            @Nullable @Size(max = 4000, message = "{receipt.missingTooLong}") String reason) {}

    private final CaseIntake intake;
    private final CaseDuties duties;
    private final DueDates dueDates;

    DecideReturn(Answers answers, CaseIntake intake, CaseDuties duties, DueDates dueDates) {
        super(Form.class, answers);
        this.intake = intake;
        this.duties = duties;
        this.dueDates = dueDates;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String caseNumber = CaseVariables.CASE_NUMBER.in(task);
        Optional<Refusal> refusal = duties.mayRegulate(task);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (answer.decision() == Choice.EXTEND) {
            boolean hearing = ReviewProcess.RECEIPT.in(task) == Receipt.SUSPENDED;
            ReviewProcess.SUPPLEMENT_UNTIL.set(
                    task,
                    dueDates.dueFromNow(
                            hearing ? "hearing" : "supplement",
                            CaseVariables.REGION.in(task),
                            ReviewProcess.ROUTE.in(task).name()));
            intake.extendSupplement(caseNumber, hearing);
            return Optional.empty();
        }
        ReviewProcess.RECEIPT.set(task, Receipt.RETURNED);
        return intake.returnToDrafter(caseNumber, answer.reason());
    }
}
