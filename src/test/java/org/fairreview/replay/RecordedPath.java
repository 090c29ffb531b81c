package org.fairreview.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.fairreview.replay.RecordedRun.Task;
import org.fairreview.replay.RecordedRun.Visit;
import org.jspecify.annotations.Nullable;

/**
 * What the bare models ask where the product's ask our code: each pass through an element of a process is held against the
 * recorded pass, in turn. Public, with public methods, for the engine's expressions.
 */
public final class RecordedPath {

    private final Map<String, RecordedRun> runs = new HashMap<>();
    private final Map<String, String> instances = new HashMap<>();
    private final Map<String, Visit> visits = new HashMap<>();
    private final Map<String, Integer> passed = new HashMap<>();
    private final Map<String, String> openTasks = new HashMap<>();
    private @Nullable RecordedRun starting;

    /** The run that the next process is held against that nobody called. */
    void startsNext(RecordedRun run) {
        starting = run;
    }

    void carries(String instance, RecordedRun run) {
        runs.put(instance, run);
        instances.put(run.id, instance);
    }

    /** The process that carries a run, if it has begun. */
    Optional<String> instance(RecordedRun run) {
        return Optional.ofNullable(instances.get(run.id));
    }

    /** The task that carries a recorded one, if it has begun. */
    Optional<String> task(Visit visit) {
        return Optional.ofNullable(openTasks.get(visit.id));
    }

    /** Whether a gateway was left by the flow. */
    public boolean took(DelegateExecution execution, String flow) {
        return visit(execution).flows.contains(flow);
    }

    /** Sets the variables that our code had set. */
    public void perform(DelegateExecution execution) {
        execution.setVariables(visit(execution).variables);
    }

    /** For whom a multiple element was passed. */
    public List<Object> elements(DelegateExecution execution) {
        return visit(execution).elements;
    }

    /** What a called process was given. */
    public @Nullable Object given(DelegateExecution execution, String name) {
        RecordedRun called = visit(execution).called;
        return called == null ? null : called.variables.get(name);
    }

    /** Gives the task to the people to whom it was given, with its due date and what its card shows. */
    public void begin(DelegateTask task) {
        Visit visit = visit((ExecutionEntity) task.getExecution());
        openTasks.put(visit.id, task.getId());
        Task recorded = visit.task;
        if (recorded == null) {
            return;
        }
        task.addCandidateGroups(recorded.groups);
        task.setVariablesLocal(recorded.variables);
        task.setDueDate(recorded.due);
        if (recorded.assignee != null) {
            task.setAssignee(recorded.assignee);
        }
    }

    private Visit visit(DelegateExecution execution) {
        Visit known = visits.get(execution.getActivityInstanceId());
        if (known != null) {
            return known;
        }
        Visit next = next(execution);
        visits.put(execution.getActivityInstanceId(), next);
        return next;
    }

    private Visit next(DelegateExecution execution) {
        RecordedRun run = run(execution);
        String element = execution.getCurrentActivityId();
        int before = passed.merge(run.id + " " + element, 1, Integer::sum) - 1;
        return run.visit(element, before);
    }

    private RecordedRun run(DelegateExecution execution) {
        RecordedRun known = runs.get(execution.getProcessInstanceId());
        if (known != null) {
            return known;
        }
        ExecutionEntity caller =
                ((ExecutionEntity) execution).getProcessInstance().getSuperExecution();
        RecordedRun run = caller == null ? starting : visit(caller).called;
        if (run == null) {
            throw new IllegalStateException("Nothing is recorded of " + execution.getProcessDefinitionId());
        }
        carries(execution.getProcessInstanceId(), run);
        return run;
    }
}
