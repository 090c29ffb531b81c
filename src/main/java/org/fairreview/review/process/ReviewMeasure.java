package org.fairreview.review.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.review.CaseReview;
import org.fairreview.review.FindingDraft;
import org.fairreview.review.ReviewProcess;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The reviewer takes the findings down and says whether a legal adviser is asked. */
@Component("reviewMeasure")
class ReviewMeasure extends AnswerListener<ReviewMeasure.Form> {

    /** The form review-measure.html. */
    record Form(
            @NotNull(message = "{task.malformed}") List<@NotNull(message = "{task.malformed}") FindingDraft> findings,
            boolean adviceWanted,
            @Nullable String adviser,
            @Nullable @Size(max = 20000, message = "{advice.question.long}") String adviceQuestion) {}

    private final CaseReview reviews;
    private final LegalAdvices advices;
    private final Directory directory;
    private final Units units;
    private final CaseDuties duties;

    ReviewMeasure(
            Answers answers,
            CaseReview reviews,
            LegalAdvices advices,
            Directory directory,
            Units units,
            CaseDuties duties) {
        super(Form.class, answers);
        this.reviews = reviews;
        this.advices = advices;
        this.directory = directory;
        this.units = units;
        this.duties = duties;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String caseNumber = CaseVariables.CASE_NUMBER.in(task);
        ReviewProcess.REVIEWER.set(task, task.getAssignee());
        ReviewProcess.ADVICE_WANTED.set(task, answer.adviceWanted());
        return duties.mayRegulate(task)
                .or(() -> reviews.review(caseNumber, task.getAssignee(), answer.findings()))
                .or(() -> answer.adviceWanted() ? askAdvice(task, caseNumber, answer) : Optional.empty());
    }

    private Optional<Refusal> askAdvice(DelegateTask task, String caseNumber, Form answer) {
        if (answer.adviceQuestion() == null || answer.adviceQuestion().isBlank()) {
            return Optional.of(Refusal.at("adviceQuestion", "advice.question.missing"));
        }
        Optional<Actor> adviser = Optional.ofNullable(answer.adviser())
                .flatMap(directory::actor)
                .filter(actor -> !actor.belongsTo(ReviewProcess.DRAFTING_UNIT.in(task)))
                .filter(actor ->
                        adviserUnit(actor, CaseVariables.REGION.in(task)).isPresent());
        if (adviser.isEmpty()) {
            return Optional.of(Refusal.at("adviser", "advice.adviser.missing"));
        }
        var advice = advices.request(
                caseNumber, answer.adviceQuestion(), adviser.get().userId(), task.getAssignee());
        ReviewProcess.ADVICE_ID.set(task, advice.id());
        ReviewProcess.ADVISER.set(task, adviser.get().userId());
        ReviewProcess.ADVISER_UNIT.set(
                task, adviserUnit(adviser.get(), CaseVariables.REGION.in(task)).orElseThrow());
        return Optional.empty();
    }

    /** The unit for which the person advises in the region of the case. */
    private Optional<String> adviserUnit(Actor adviser, String region) {
        return adviser.unitsAs(Role.ADVISER).stream()
                .filter(unit -> units.find(unit)
                        .filter(found -> found.regionId().equals(region))
                        .isPresent())
                .findFirst();
    }
}
