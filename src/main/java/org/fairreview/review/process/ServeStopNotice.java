package org.fairreview.review.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.review.ExceptionTerms;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** The clerk serves the stop notice, and notes how the unit carried it out. */
@Component("serveStopNotice")
class ServeStopNotice extends AnswerListener<ServeStopNotice.Form> {

    /** The form serve-stop-notice.form. */
    record Form(
            @NotNull(message = "{exception.servedOnMissing}") LocalDate servedOn,
            @NotBlank(message = "{exception.stopRemarkMissing}")
                    @Size(max = 4000, message = "{exception.stopRemarkTooLong}")
                    String remark) {}

    private final ExceptionTerms terms;

    ServeStopNotice(Answers answers, ExceptionTerms terms) {
        super(Form.class, answers);
        this.terms = terms;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return terms.stop(CaseVariables.CASE_NUMBER.in(task), answer.servedOn(), answer.remark());
    }
}
