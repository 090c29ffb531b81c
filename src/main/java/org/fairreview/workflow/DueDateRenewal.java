package org.fairreview.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.fairreview.calendar.DueDates;
import org.fairreview.calendar.WorkingDaysChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Counts the due dates of open tasks anew when a notice on holidays has changed days that they count, by the limit of the
 * day on which the task began; timers of its process, and of those that called it, that run
 * until the same moment move along. Each change goes on the case's record.
 */
@Component
class DueDateRenewal {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;
    private final DueDates dueDates;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DueDateRenewal(
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            RepositoryService repository,
            DueDates dueDates,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.repository = repository;
        this.dueDates = dueDates;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void renew(WorkingDaysChanged changed) {
        if (changed.days().isEmpty()) {
            return;
        }
        Instant firstChanged =
                changed.days().first().atStartOfDay(clock.getZone()).toInstant();
        tasks.createTaskQuery()
                .dueAfter(Date.from(firstChanged.minusMillis(1)))
                .list()
                .forEach(this::renew);
    }

    private void renew(Task task) {
        FlowElement element = repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        Map<String, String> model = TaskLimits.properties(element);
        if (!model.containsKey(TaskLimits.LIMIT) || variable(task, model, TaskLimits.UNTIL) != null) {
            return;
        }
        Date before = task.getDueDate();
        if (isSetForTheCase(task, model, before)) {
            return;
        }
        String limit = model.get(TaskLimits.LIMIT);
        Date due = Date.from(dueDates.due(
                limit.startsWith("$") ? (String) tasks.getVariable(task.getId(), limit.substring(1)) : limit,
                (String) tasks.getVariable(task.getId(), CaseVariables.REGION.name()),
                TaskLimits.route(task, runtime),
                day(variable(task, model, TaskLimits.FROM) instanceof Date from ? from : task.getCreateTime())));
        if (due.equals(before)) {
            return;
        }
        task.setDueDate(due);
        tasks.saveTask(task);
        TaskLimits.callers(task.getProcessInstanceId(), runtime).stream()
                .flatMap(process -> management.createJobQuery().timers().processInstanceId(process).list().stream())
                .filter(timer -> before.equals(timer.getDuedate()))
                .map(Job::getId)
                .forEach(timer -> management.setJobDuedate(timer, due));
        events.publishEvent(new DueDateMoved(
                (String) tasks.getVariable(task.getId(), CaseVariables.CASE_NUMBER.name()),
                task.getTaskDefinitionKey(),
                task.getName(),
                day(before),
                day(due)));
    }

    /** A day that somebody set for the case does not move with the calendar. */
    private boolean isSetForTheCase(Task task, Map<String, String> model, Date due) {
        return model.containsKey(TaskLimits.DUE)
                && due.equals(tasks.getVariable(task.getId(), model.get(TaskLimits.DUE)));
    }

    /** What the variable holds that the property of the model names. */
    private @Nullable Object variable(Task task, Map<String, String> model, String property) {
        return model.containsKey(property) ? tasks.getVariable(task.getId(), model.get(property)) : null;
    }

    private LocalDate day(Date moment) {
        return LocalDate.ofInstant(moment.toInstant(), clock.getZone());
    }
}
