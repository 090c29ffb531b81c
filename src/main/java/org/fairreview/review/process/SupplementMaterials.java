package org.fairreview.review.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.measure.DraftersStatement;
import org.fairreview.measure.FileRole;
import org.fairreview.review.CaseIntake;
import org.fairreview.review.Submission;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** The drafting unit supplies what was missing, the hearing that was left out, or the text that it changed. */
@Component("supplementMaterials")
class SupplementMaterials extends AnswerListener<SupplementMaterials.Form> {

    /** The form supplement-materials.html. */
    record Form(
            @NotNull(message = "{task.malformed}") @Valid List<@NotNull(message = "{task.malformed}") FileLine> files,
            boolean heard,
            @NotBlank(message = "{submission.hearingMissing}") @Size(max = 20000, message = "{submission.tooLong}")
                    String hearing,
            @NotNull(message = "{task.malformed}") @Size(max = 20000, message = "{submission.tooLong}") String adoption,
            @NotBlank(message = "{submission.firstOpinionMissing}") @Size(max = 20000, message = "{submission.tooLong}")
                    String firstOpinion) {}

    record FileLine(
            @NotNull(message = "{submission.fileRoleMissing}") FileRole role,
            @NotBlank(message = "{submission.fileUnknown}") String fileId) {}

    private final CaseIntake intake;

    SupplementMaterials(Answers answers, CaseIntake intake) {
        super(Form.class, answers);
        this.intake = intake;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return intake.nextVersion(
                CaseVariables.CASE_NUMBER.in(task),
                answer.files().stream()
                        .map(file -> new Submission.SubmittedFile(file.role(), file.fileId()))
                        .toList(),
                new DraftersStatement(answer.heard(), answer.hearing(), answer.adoption(), answer.firstOpinion()),
                task.getAssignee());
    }
}
