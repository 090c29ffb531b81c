package org.fairreview.reminder.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.reminder.LetterProcess;
import org.fairreview.reminder.LetterReplies;
import org.fairreview.reminder.LetterReplies.OfFinding;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The reviewer judges the rectification: each problem, and the measure as a whole. */
@Component("judgeRectification")
class JudgeRectification extends AnswerListener<JudgeRectification.Form> {

    /** The form judge-rectification.html. */
    record Form(
            @NotNull(message = "{letter.judgementMissing}") Boolean whole,
            @NotBlank(message = "{letter.judgementUnreasoned}") @Size(max = 20000, message = "{letter.textTooLong}")
                    String reasons,
            @NotNull(message = "{task.malformed}") @Valid List<@NotNull(message = "{task.malformed}") Row> findings) {}

    /** The problem at a place of the letter. */
    record Row(
            @NotNull(message = "{task.malformed}") Integer place,
            @NotNull(message = "{letter.rowNotJudged}") Boolean done,
            @Nullable @Size(max = 4000, message = "{letter.statementTooLong}") String note) {}

    private final LetterReplies replies;

    JudgeRectification(Answers answers, LetterReplies replies) {
        super(Form.class, answers);
        this.replies = replies;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        LetterProcess.RECTIFIED.set(task, answer.whole());
        return replies.judge(
                CaseVariables.CASE_NUMBER.in(task),
                task.getAssignee(),
                answer.whole(),
                answer.reasons(),
                answer.findings().stream()
                        .map(row -> new OfFinding(row.place(), row.done(), Objects.requireNonNullElse(row.note(), "")))
                        .toList());
    }
}
