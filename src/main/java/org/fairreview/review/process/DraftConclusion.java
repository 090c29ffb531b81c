package org.fairreview.review.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.review.CaseReview;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ConclusionDraft;
import org.fairreview.review.ReviewProcess;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The reviewer decides the findings and drafts the conclusion, or goes back to the text. */
@Component("draftConclusion")
class DraftConclusion extends AnswerListener<DraftConclusion.Form> {

    /** The form draft-conclusion.html. */
    record Form(
            boolean reviewAgain,
            @NotNull(message = "{task.malformed}") @Valid
                    List<CaseReview.@NotNull(message = "{task.malformed}") FindingDecision> decisions,
            @Nullable Conclusion conclusion,
            @NotNull(message = "{task.malformed}") @Size(max = 20000, message = "{conclusion.tooLong}") String hearing,
            @NotNull(message = "{task.malformed}") @Size(max = 20000, message = "{conclusion.tooLong}")
                    String firstOpinion,
            @NotNull(message = "{task.malformed}") @Size(max = 20000, message = "{conclusion.tooLong}")
                    String reasoning,
            @NotNull(message = "{task.malformed}") @Size(max = 20000, message = "{conclusion.tooLong}")
                    String workAdvice) {}

    private final CaseReview reviews;
    private final CaseDuties duties;

    DraftConclusion(Answers answers, CaseReview reviews, CaseDuties duties) {
        super(Form.class, answers);
        this.reviews = reviews;
        this.duties = duties;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String caseNumber = CaseVariables.CASE_NUMBER.in(task);
        ReviewProcess.REVIEWER.set(task, task.getAssignee());
        ReviewProcess.REVIEW_AGAIN.set(task, answer.reviewAgain());
        return duties.mayRegulate(task).or(() -> {
            if (answer.reviewAgain()) {
                reviews.reviewAgain(caseNumber);
                return Optional.empty();
            }
            return conclude(caseNumber, task.getAssignee(), answer);
        });
    }

    private Optional<Refusal> conclude(String caseNumber, String userId, Form answer) {
        if (answer.conclusion() == null) {
            return Optional.of(Refusal.at("conclusion", "conclusion.missing"));
        }
        if (answer.hearing().isBlank()) {
            return Optional.of(Refusal.at("hearing", "conclusion.hearingMissing"));
        }
        if (answer.firstOpinion().isBlank()) {
            return Optional.of(Refusal.at("firstOpinion", "conclusion.firstOpinionMissing"));
        }
        if (answer.reasoning().isBlank()) {
            return Optional.of(Refusal.at("reasoning", "conclusion.reasoningMissing"));
        }
        return reviews.conclude(
                caseNumber,
                userId,
                new ConclusionDraft(
                        answer.conclusion(),
                        answer.hearing(),
                        answer.firstOpinion(),
                        answer.reasoning(),
                        answer.workAdvice()),
                answer.decisions());
    }
}
