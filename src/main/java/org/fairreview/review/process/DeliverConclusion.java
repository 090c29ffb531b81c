package org.fairreview.review.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.review.CaseSigning;
import org.fairreview.review.DeliveryWay;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** The clerk delivers the sealed document to the drafting unit. */
@Component("deliverConclusion")
class DeliverConclusion extends AnswerListener<DeliverConclusion.Form> {

    /** The form deliver-conclusion.form. */
    record Form(
            @NotNull(message = "{delivery.dateMissing}") LocalDate deliveredOn,
            @NotBlank(message = "{delivery.receiverMissing}") @Size(max = 200, message = "{delivery.receiverTooLong}")
                    String deliveredTo,
            @NotNull(message = "{delivery.wayMissing}") DeliveryWay way) {}

    private final CaseSigning signing;
    private final CaseDuties duties;

    DeliverConclusion(Answers answers, CaseSigning signing, CaseDuties duties) {
        super(Form.class, answers);
        this.signing = signing;
        this.duties = duties;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return duties.mayRegulate(task)
                .or(() -> signing.deliver(
                        CaseVariables.CASE_NUMBER.in(task), answer.deliveredOn(), answer.deliveredTo(), answer.way()));
    }
}
