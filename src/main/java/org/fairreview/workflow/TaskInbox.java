package org.fairreview.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.fairreview.identity.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The open tasks of a person: those taken, and those that the person's posts may take. */
@Component
public class TaskInbox {

    private final TaskService tasks;
    private final RuntimeService runtime;

    TaskInbox(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    public List<InboxTask> takenBy(Actor actor) {
        return list(tasks.createTaskQuery().taskAssignee(actor.userId()));
    }

    public List<InboxTask> openTo(Actor actor) {
        if (actor.groups().isEmpty()) {
            return List.of();
        }
        return list(tasks.createTaskQuery().taskCandidateGroupIn(actor.groups()).taskUnassigned());
    }

    /** The open tasks of these kinds that the person has taken or may take, the most urgent first. */
    public List<InboxTask> waitingFor(Actor actor, Collection<String> taskKeys) {
        String[] keys = taskKeys.toArray(String[]::new);
        List<InboxTask> taken =
                list(tasks.createTaskQuery().taskDefinitionKeyIn(keys).taskAssignee(actor.userId()));
        List<InboxTask> open = actor.groups().isEmpty()
                ? List.of()
                : list(tasks.createTaskQuery()
                        .taskDefinitionKeyIn(keys)
                        .taskCandidateGroupIn(actor.groups())
                        .taskUnassigned());
        return Stream.concat(taken.stream(), open.stream())
                .sorted(Comparator.comparing(InboxTask::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** Whether the task is still open, whoever may work on it. */
    public boolean isOpen(String taskId) {
        return tasks.createTaskQuery().taskId(taskId).count() > 0;
    }

    /** When what the case waits for in one of these tasks is due. */
    public Optional<Instant> dueIn(String caseNumber, Collection<String> taskKeys) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKeyIn(taskKeys.toArray(String[]::new))
                .list()
                .stream()
                .findFirst()
                .map(Task::getDueDate)
                .map(Date::toInstant);
    }

    /** The open tasks of one case. */
    public List<InboxTask> ofCase(String caseNumber) {
        return list(tasks.createTaskQuery().processInstanceBusinessKey(caseNumber));
    }

    /** The task, where the person may work on it: taken by the person, or open to one of the person's posts. */
    public Optional<OpenTask> workable(String taskId, Actor actor) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            return Optional.empty();
        }
        boolean candidate = tasks.getIdentityLinksForTask(taskId).stream()
                .anyMatch(link -> link.getGroupId() != null && actor.groups().contains(link.getGroupId()));
        if (!candidate && !actor.userId().equals(task.getAssignee())) {
            return Optional.empty();
        }
        String caseNumber = (String) tasks.getVariable(taskId, CaseVariables.CASE_NUMBER.name());
        return Optional.of(new OpenTask(taskId, task.getTaskDefinitionKey(), task.getName(), caseNumber));
    }

    /** The value that a text variable has for an open task, of its own or of its process. */
    public Optional<String> valueOf(String taskId, String variable) {
        return Optional.ofNullable((String) tasks.getVariable(taskId, variable));
    }

    private List<InboxTask> list(TaskQuery query) {
        List<Task> found = query.orderByDueDate().asc().orderByTaskId().asc().listPage(0, 200);
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, Map<String, Object>> variables = runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(found.stream()
                        .map(Task::getProcessInstanceId)
                        .distinct()
                        .toArray(String[]::new))
                .variableNameIn(CaseVariables.CASE_NUMBER.name(), CaseVariables.MEASURE_TITLE.name())
                .list()
                .stream()
                .filter(variable -> variable.getValue() != null)
                .collect(Collectors.groupingBy(
                        VariableInstance::getProcessInstanceId,
                        Collectors.toMap(VariableInstance::getName, VariableInstance::getValue, (a, b) -> a)));
        return found.stream()
                .map(task -> {
                    Map<String, Object> values = variables.getOrDefault(task.getProcessInstanceId(), Map.of());
                    return new InboxTask(
                            task.getId(),
                            task.getName(),
                            (String) values.getOrDefault(CaseVariables.CASE_NUMBER.name(), ""),
                            (String) values.get(CaseVariables.MEASURE_TITLE.name()),
                            task.getAssignee(),
                            task.getCreateTime().toInstant(),
                            instant(task.getDueDate()));
                })
                .toList();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
