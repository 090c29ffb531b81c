package org.fairreview.review.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.identity.CurrentActor;
import org.fairreview.legaladvice.Adoption;
import org.fairreview.review.CaseAdvice;
import org.fairreview.review.CaseReview;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ConclusionDraft;
import org.fairreview.review.ExceptionCase;
import org.fairreview.review.ExceptionClaim;
import org.fairreview.review.ReviewProcess;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The reviewer decides the findings and drafts the conclusion, asks the unit for a change, or goes back to the text. */
@Component("draftConclusion")
class DraftConclusion extends AnswerListener<DraftConclusion.Form> {

    /** What the reviewer does next. */
    enum Step {
        SIGN,
        REVIEW_AGAIN,
        ASK_CHANGE
    }

    /** The form draft-conclusion.html. */
    record Form(
            @NotNull(message = "{conclusion.stepMissing}") Step step,
            @NotNull(message = "{task.malformed}") @Valid
                    List<CaseReview.@NotNull(message = "{task.malformed}") FindingDecision> decisions,
            @Nullable Conclusion conclusion,
            @NotNull(message = "{task.malformed}") @Size(max = 20000, message = "{conclusion.tooLong}") String hearing,
            @NotNull(message = "{task.malformed}") @Size(max = 20000, message = "{conclusion.tooLong}")
                    String firstOpinion,
            @NotNull(message = "{task.malformed}") @Size(max = 20000, message = "{conclusion.tooLong}")
                    String reasoning,
            @NotNull(message = "{task.malformed}") @Size(max = 20000, message = "{conclusion.tooLong}")
                    String workAdvice,
            @Nullable @Size(max = 20000, message = "{conclusion.tooLong}") String changeAsked,
            @Nullable ExceptionCase exceptionCase,
            @Nullable @Size(max = 20000, message = "{conclusion.tooLong}") String effect,
            @Nullable @Size(max = 20000, message = "{conclusion.tooLong}") String ground,
            @Nullable @Size(max = 20000, message = "{conclusion.tooLong}") String leastHarm,
            @Nullable LocalDate endsOn,
            @Nullable @Size(max = 4000, message = "{exception.endConditionTooLong}") String endCondition,
            @Nullable @Size(max = 20000, message = "{conclusion.tooLong}") String periodReason,
            @Nullable @Size(max = 20000, message = "{conclusion.tooLong}") String other,
            @Nullable @Valid List<@NotNull(message = "{task.malformed}") AdoptionAnswer> adoptions) {

        ConclusionDraft draft(Conclusion concluded) {
            return new ConclusionDraft(concluded, hearing, firstOpinion, reasoning, workAdvice);
        }

        ExceptionClaim claim() {
            return new ExceptionClaim(
                    exceptionCase,
                    text(effect),
                    text(ground),
                    text(leastHarm),
                    text(periodReason),
                    text(other),
                    endsOn,
                    text(endCondition));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    /** What becomes of an opinion that an adviser gave. */
    record AdoptionAnswer(
            @NotNull(message = "{task.malformed}") String advice,
            Adoption.@Nullable Extent adopted,
            @Nullable @Size(max = 4000, message = "{advice.adoption.reasonLong}") String reason) {}

    private final CaseReview reviews;
    private final CaseAdvice advices;
    private final CaseDuties duties;
    private final CurrentActor currentActor;

    DraftConclusion(
            Answers answers, CaseReview reviews, CaseAdvice advices, CaseDuties duties, CurrentActor currentActor) {
        super(Form.class, answers);
        this.reviews = reviews;
        this.advices = advices;
        this.duties = duties;
        this.currentActor = currentActor;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String caseNumber = CaseVariables.CASE_NUMBER.in(task);
        ReviewProcess.REVIEWER.set(task, task.getAssignee());
        ReviewProcess.REVIEW_AGAIN.set(task, answer.step() == Step.REVIEW_AGAIN);
        ReviewProcess.CHANGE_WANTED.set(task, answer.step() == Step.ASK_CHANGE);
        return duties.mayRegulate(task).or(() -> switch (answer.step()) {
            case SIGN -> conclude(caseNumber, task.getAssignee(), answer);
            case ASK_CHANGE -> reviews.askChange(caseNumber, task.getAssignee(), answer.changeAsked());
            case REVIEW_AGAIN -> {
                reviews.reviewAgain(caseNumber);
                yield Optional.empty();
            }
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
        return adopt(caseNumber, answer)
                .or(() -> reviews.conclude(
                        caseNumber, userId, answer.draft(answer.conclusion()), answer.claim(), answer.decisions()));
    }

    private Optional<Refusal> adopt(String caseNumber, Form answer) {
        return Stream.ofNullable(answer.adoptions())
                .flatMap(List::stream)
                .map(said ->
                        advices.adopt(caseNumber, said.advice(), said.adopted(), said.reason(), currentActor.get()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
