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

/** The clerk checks whether the file is complete. */
@Component("checkCompleteness")
class CheckCompleteness extends AnswerListener<CheckCompleteness.Form> {

    /** The form check-completeness.form. */
    record Form(
            @NotNull(message = "{receipt.missing}") Receipt decision,
            @Nullable @Size(max = 4000, message = "{receipt.missingTooLong}") String missing) {}

    private final CaseIntake intake;
    private final CaseDuties duties;
    private final DueDates dueDates;

    CheckCompleteness(Answers answers, CaseIntake intake, CaseDuties duties, DueDates dueDates) {
        super(Form.class, answers);
        this.intake = intake;
        this.duties = duties;
        this.dueDates = dueDates;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String caseNumber = CaseVariables.CASE_NUMBER.in(task);
        ReviewProcess.RECEIPT.set(task, answer.decision());
        return duties.mayRegulate(task).or(() -> switch (answer.decision()) {
            case ACCEPTED -> intake.accept(caseNumber);
            case SUPPLEMENT -> {
                waitFor("supplement", task);
                yield intake.askSupplement(caseNumber, answer.missing());
            }
            case SUSPENDED -> {
                waitFor("hearing", task);
                yield intake.suspend(caseNumber, answer.missing());
            }
            case RETURNED -> intake.returnToDrafter(caseNumber, answer.missing());
            case OUT_OF_SCOPE -> intake.putOutOfScope(caseNumber, answer.missing());
        });
    }

    private void waitFor(String limit, DelegateTask task) {
        ReviewProcess.SUPPLEMENT_UNTIL.set(
                task,
                dueDates.dueFromNow(
                        limit,
                        CaseVariables.REGION.in(task),
                        ReviewProcess.ROUTE.in(task).name()));
    }
}
