package org.fairreview.review.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.measure.DraftersStatement;
import org.fairreview.review.CaseIntake;
import org.fairreview.review.CaseIssues;
import org.fairreview.review.ReviewProcess;
import org.fairreview.review.Revision;
import org.fairreview.review.Submission;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** After a conclusion that does not let the measure pass, the drafting unit submits a changed version, or gives it up. */
@Component("reviseMeasure")
class ReviseMeasure extends AnswerListener<ReviseMeasure.Form> {

    /** The form revise-measure.html. */
    record Form(
            @NotNull(message = "{revision.missing}") Revision revision,
            @Nullable @Size(max = 4000, message = "{revision.reasonTooLong}") String reason,
            @NotNull(message = "{task.malformed}") @Valid
                    List<SupplementMaterials.@NotNull(message = "{task.malformed}") FileLine> files,
            @Nullable Boolean heard,
            @NotNull(message = "{task.malformed}") @Size(max = 20000, message = "{submission.tooLong}") String hearing,
            @NotNull(message = "{task.malformed}") @Size(max = 20000, message = "{submission.tooLong}") String adoption,
            @NotNull(message = "{task.malformed}") @Size(max = 20000, message = "{submission.tooLong}")
                    String firstOpinion) {}

    private final CaseIntake intake;
    private final CaseIssues issues;

    ReviseMeasure(Answers answers, CaseIntake intake, CaseIssues issues) {
        super(Form.class, answers);
        this.intake = intake;
        this.issues = issues;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String caseNumber = CaseVariables.CASE_NUMBER.in(task);
        ReviewProcess.REVISION.set(task, answer.revision());
        return switch (answer.revision()) {
            case GIVEN_UP -> issues.giveUp(caseNumber, answer.reason());
            case RESUBMITTED -> resubmit(task, caseNumber, answer);
        };
    }

    private Optional<Refusal> resubmit(DelegateTask task, String caseNumber, Form answer) {
        if (answer.heard() == null) {
            return Optional.of(Refusal.at("heard", "submission.heardMissing"));
        }
        if (answer.hearing().isBlank()) {
            return Optional.of(Refusal.at("hearing", "submission.hearingMissing"));
        }
        if (answer.firstOpinion().isBlank()) {
            return Optional.of(Refusal.at("firstOpinion", "submission.firstOpinionMissing"));
        }
        return intake.nextVersion(
                caseNumber,
                answer.files().stream()
                        .map(file -> new Submission.SubmittedFile(file.role(), file.fileId()))
                        .toList(),
                new DraftersStatement(answer.heard(), answer.hearing(), answer.adoption(), answer.firstOpinion()),
                task.getAssignee());
    }
}
