package org.fairreview.replay.process;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The tasks that wait in the engine. */
@Component
@Profile("replay")
public class OpenTasks {

    private static final String ASKED_UNIT = "askedUnit";

    private final TaskService tasks;

    OpenTasks(TaskService tasks) {
        this.tasks = tasks;
    }

    /** The keys of the tasks that wait in a case and in what it called. */
    public List<String> of(String caseNumber) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** The task of a member unit that is asked in a case, of several of its kind. */
    public String ofMember(String caseNumber, String taskKey, String unitId) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(taskKey)
                .processVariableValueEquals(ASKED_UNIT, unitId)
                .singleResult()
                .getId();
    }
}
