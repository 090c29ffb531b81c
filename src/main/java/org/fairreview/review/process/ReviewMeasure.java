package org.fairreview.review.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.evaluation.Evaluation.Purpose;
import org.fairreview.review.CaseReview;
import org.fairreview.review.FindingDraft;
import org.fairreview.review.HitDismissal;
import org.fairreview.review.ReviewProcess;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The reviewer takes the findings down, says which hits are no problem, and whose opinion is asked. */
@Component("reviewMeasure")
class ReviewMeasure extends AnswerListener<ReviewMeasure.Form> {

    /** The form review-measure.html. */
    record Form(
            @NotNull(message = "{task.malformed}") List<@NotNull(message = "{task.malformed}") FindingDraft> findings,
            @Nullable @Valid List<@NotNull(message = "{task.malformed}") HitDismissal> hits,
            @Nullable String regime,
            boolean adviceWanted,
            @Nullable String adviser,
            @Nullable @Size(max = 20000, message = "{advice.question.long}") String adviceQuestion,
            @Nullable @Valid List<@NotNull(message = "{task.malformed}") AdviceQuestion> adviceMore,
            @Nullable Boolean consultationWanted,
            @Nullable String memberUnit,
            @Nullable @Size(max = 20000, message = "{advice.question.long}") String consultationQuestion,
            @Nullable Boolean higherWanted,
            @Nullable @Size(max = 20000, message = "{advice.question.long}") String higherQuestion,
            @Nullable Boolean evaluationWanted,
            @Nullable String evaluatorUnit,
            @Nullable Purpose evaluationPurpose,
            @Nullable @Size(max = 20000, message = "{advice.question.long}") String evaluationQuestion,
            @Nullable @Valid List<@NotNull(message = "{task.malformed}") Material> evaluationMaterial) {

        /** All that the adviser is asked, the first question first. */
        List<String> adviceQuestions() {
            return Stream.concat(
                            Stream.ofNullable(adviceQuestion),
                            Stream.ofNullable(adviceMore).flatMap(List::stream).map(AdviceQuestion::question))
                    .toList();
        }
    }

    /** A further question to the adviser. */
    record AdviceQuestion(
            @NotBlank(message = "{advice.question.missing}") @Size(max = 20000, message = "{advice.question.long}")
                    String question) {}

    /** A file of the version, and whether the institution gets it. */
    record Material(@NotBlank(message = "{task.malformed}") String fileId, boolean released) {}

    private final CaseReview reviews;
    private final Counsel counsel;
    private final CaseDuties duties;

    ReviewMeasure(Answers answers, CaseReview reviews, Counsel counsel, CaseDuties duties) {
        super(Form.class, answers);
        this.reviews = reviews;
        this.counsel = counsel;
        this.duties = duties;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String caseNumber = CaseVariables.CASE_NUMBER.in(task);
        ReviewProcess.REVIEWER.set(task, task.getAssignee());
        ReviewProcess.ADVICE_WANTED.set(task, answer.adviceWanted());
        if (CaseDuties.isOwnReview(task)) {
            return review(caseNumber, task.getAssignee(), answer);
        }
        return duties.mayRegulate(task)
                .or(() -> review(caseNumber, task.getAssignee(), answer))
                .or(() -> counsel.ask(task, answer));
    }

    private Optional<Refusal> review(String caseNumber, String userId, Form answer) {
        return reviews.review(caseNumber, userId, answer.findings(), answer.hits(), answer.regime());
    }
}
