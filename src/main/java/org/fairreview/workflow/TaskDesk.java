package org.fairreview.workflow;

import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Claims a task of a case for a person and sends its form, as Tasklist does; for work that a program does in its name. */
@Component
public class TaskDesk {

    private final TaskService tasks;
    private final FormService forms;

    TaskDesk(TaskService tasks, FormService forms) {
        this.tasks = tasks;
        this.forms = forms;
    }

    /**
     * Completes the case's open task of that key.
     *
     * @throws Refusal where the listener refuses the answer
     */
    public void complete(String caseNumber, String taskKey, String userId, Map<String, Object> fields) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(taskKey)
                .singleResult();
        if (task.getAssignee() == null) {
            tasks.claim(task.getId(), userId);
        }
        forms.submitTaskForm(task.getId(), Map.copyOf(fields));
    }
}
