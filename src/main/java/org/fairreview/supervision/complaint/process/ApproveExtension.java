package org.fairreview.supervision.complaint.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.supervision.complaint.ComplaintHandling;
import org.fairreview.supervision.complaint.ComplaintProcess;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The head of the regulator decides whether a complex complaint gets more time; the open verification is due then. */
@Component("approveExtension")
class ApproveExtension extends AnswerListener<ApproveExtension.Form> {

    private static final String VERIFY = "Task_VerifyComplaint";

    /** The form approve-extension.html. */
    record Form(
            @NotNull(message = "{complaint.extensionUndecided}") Boolean granted,
            @Nullable @Size(max = 4000, message = "{complaint.noteTooLong}") String note) {}

    private final ComplaintHandling handling;
    private final TaskService tasks;

    ApproveExtension(Answers answers, ComplaintHandling handling, TaskService tasks) {
        super(Form.class, answers);
        this.handling = handling;
        this.tasks = tasks;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String number = CaseVariables.CASE_NUMBER.in(task);
        Optional<Refusal> refusal = handling.decideExtension(
                number, task.getAssignee(), answer.granted(), Objects.requireNonNullElse(answer.note(), ""));
        if (refusal.isEmpty() && answer.granted()) {
            ComplaintProcess.CONCLUDE_UNTIL.set(task, handling.concludeUntil(number));
            tasks.createTaskQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .taskDefinitionKey(VERIFY)
                    .list()
                    .forEach(verification -> renew(verification, number));
        }
        return refusal;
    }

    private void renew(Task verification, String number) {
        verification.setDueDate(Date.from(handling.concludeUntil(number)));
        tasks.saveTask(verification);
    }
}
