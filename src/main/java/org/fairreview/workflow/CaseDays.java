package org.fairreview.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Days that somebody set for a case itself: when such a day is put off, its open tasks follow. */
@Component
public class CaseDays {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseDays(RuntimeService runtime, TaskService tasks, ApplicationEventPublisher events, Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.events = events;
        this.clock = clock;
    }

    /** Sets a day of the case, for tasks and timers to come; those that are there stay as they are. */
    public void set(String caseNumber, Var<Instant> day, Instant until) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .forEach(process -> runtime.setVariable(
                        process.getId(), day.name(), day.store().apply(until)));
    }

    /** Sets a day of the case and the due date of the open task for which it was set. */
    public void set(String caseNumber, Var<Instant> day, Instant until, String taskKey) {
        set(caseNumber, day, until);
        tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(taskKey)
                .list()
                .forEach(task -> move(task, caseNumber, until));
    }

    private void move(Task task, String caseNumber, Instant until) {
        Date before = task.getDueDate();
        task.setDueDate(Date.from(until));
        tasks.saveTask(task);
        events.publishEvent(new DueDateMoved(
                caseNumber, task.getTaskDefinitionKey(), task.getName(), day(before), day(task.getDueDate())));
    }

    /**
     * Puts a day of the case off, and with it the due date of its open tasks.
     *
     * @param day the variable that holds it
     */
    public void putOff(String caseNumber, Var<Instant> day, Instant until) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .filter(process -> runtime.getVariable(process.getId(), day.name()) != null)
                .forEach(process -> runtime.setVariable(
                        process.getId(), day.name(), day.store().apply(until)));
        Date due = Date.from(until);
        for (Task task :
                tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list()) {
            Date before = task.getDueDate();
            if (before != null && before.before(due)) {
                move(task, caseNumber, until);
            }
        }
    }

    private LocalDate day(Date moment) {
        return LocalDate.ofInstant(moment.toInstant(), clock.getZone());
    }
}
