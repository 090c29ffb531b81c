package org.fairreview.legaladvice.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.legaladvice.Advisers;
import org.fairreview.legaladvice.Assessment;
import org.fairreview.legaladvice.GivenOpinion;
import org.fairreview.legaladvice.LegalAdviceProcess;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The adviser gives the opinion, or stands aside. */
@Component("giveOpinion")
class GiveOpinion extends AnswerListener<GiveOpinion.Form> {

    /**
     * The form give-opinion.html.
     *
     * @param opinion all that the form of the first release asked for
     */
    record Form(
            @Nullable Boolean declined,
            @Nullable @Size(max = 4000, message = "{advice.decline.reasonLong}") String declineReason,
            @Nullable @Valid List<@NotNull(message = "{task.malformed}") Answer> opinions,
            @Nullable Assessment assessment,
            @Nullable @Valid List<@NotNull(message = "{task.malformed}") Attachment> files,
            @Nullable @Size(max = 20000, message = "{advice.opinion.long}") String opinion) {

        GivenOpinion said() {
            return new GivenOpinion(
                    opinion != null && (opinions == null || opinions.isEmpty())
                            ? List.of(opinion)
                            : opinions == null
                                    ? List.of()
                                    : opinions.stream().map(Answer::opinion).toList(),
                    assessment,
                    files == null
                            ? List.of()
                            : files.stream().map(Attachment::fileId).toList());
        }
    }

    /** The opinion on one question, in their order. */
    record Answer(
            @NotNull(message = "{task.malformed}") @Size(max = 20000, message = "{advice.opinion.long}")
                    String opinion) {}

    record Attachment(@NotNull(message = "{task.malformed}") String fileId) {}

    private final LegalAdvices advices;
    private final Advisers advisers;
    private final Directory directory;
    private final Units units;

    GiveOpinion(Answers answers, LegalAdvices advices, Advisers advisers, Directory directory, Units units) {
        super(Form.class, answers);
        this.advices = advices;
        this.advisers = advisers;
        this.directory = directory;
        this.units = units;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String advice = LegalAdviceProcess.ADVICE_ID.in(task);
        boolean declined = Boolean.TRUE.equals(answer.declined());
        LegalAdviceProcess.DECLINED.set(task, declined);
        if (declined) {
            return passedOn(task, advice).or(() -> advices.decline(advice, task.getAssignee(), answer.declineReason()));
        }
        Instant due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        return passedOn(task, advice).or(() -> advices.give(advice, task.getAssignee(), answer.said(), due));
    }

    /** Where the adviser who was asked has left or is away, the colleague who took the task answers. */
    private Optional<Refusal> passedOn(DelegateTask task, String id) {
        String asked = advices.get(id).adviserId().orElse("");
        String unit = units.inCharge(LegalAdviceProcess.ADVISER_UNIT.in(task));
        if (asked.equals(task.getAssignee()) || (isThere(asked, unit) && !advisers.isAway(asked))) {
            return Optional.empty();
        }
        return advices.passOn(id, task.getAssignee(), unit);
    }

    private boolean isThere(String adviserId, String unit) {
        return directory.holdersOf(Role.ADVISER, unit).stream()
                .anyMatch(person -> person.userId().equals(adviserId));
    }
}
