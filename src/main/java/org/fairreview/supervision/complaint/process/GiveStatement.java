package org.fairreview.supervision.complaint.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.identity.Directory;
import org.fairreview.supervision.complaint.ComplaintHandling;
import org.fairreview.supervision.complaint.ComplaintProcess;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** The drafting unit says what it has to say; the clerk registers what a unit without accounts sends on paper. */
@Component("giveStatement")
class GiveStatement extends AnswerListener<GiveStatement.Form> {

    /** The form give-statement.html. */
    record Form(
            @NotBlank(message = "{complaint.statementMissing}") @Size(max = 20000, message = "{complaint.textTooLong}")
                    String text,
            @NotNull(message = "{task.malformed}") List<@NotNull(message = "{task.malformed}") StatementFile> files) {}

    record StatementFile(@NotBlank(message = "{task.malformed}") String fileId) {}

    private final ComplaintHandling handling;
    private final Directory directory;

    GiveStatement(Answers answers, ComplaintHandling handling, Directory directory) {
        super(Form.class, answers);
        this.handling = handling;
        this.directory = directory;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String unit = ComplaintProcess.DRAFTING_UNIT.in(task);
        boolean onPaper = directory
                .actor(task.getAssignee())
                .filter(actor -> actor.belongsTo(unit))
                .isEmpty();
        return handling.state(
                CaseVariables.CASE_NUMBER.in(task),
                task.getAssignee(),
                answer.text(),
                answer.files().stream().map(StatementFile::fileId).toList(),
                onPaper);
    }
}
