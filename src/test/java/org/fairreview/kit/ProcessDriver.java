package org.fairreview.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Does in tests what people do in Tasklist: claim a task and send its form, with all guards on. */
@TestComponent
public class ProcessDriver {

    private final TaskService tasks;
    private final FormService forms;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final IdentityService identities;
    private final Directory directory;
    private final ObjectMapper json;

    private Hand hand = this::send;

    /** Claims a task and sends its form: how a story's steps reach the product. */
    @FunctionalInterface
    public interface Hand {
        void send(Task task, String userId, Map<String, Object> fields);
    }

    ProcessDriver(
            TaskService tasks,
            FormService forms,
            RuntimeService runtime,
            ManagementService management,
            IdentityService identities,
            Directory directory,
            ObjectMapper json) {
        this.tasks = tasks;
        this.forms = forms;
        this.runtime = runtime;
        this.management = management;
        this.identities = identities;
        this.directory = directory;
        this.json = json;
    }

    /** Runs something as the person who is logged in to the portal. */
    public <T> T as(String userId, Supplier<T> act) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(userId, null, List.of()));
        try {
            return act.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Runs something as the person who works in Tasklist: the engine's authorizations and guards apply. */
    public <T> T inTasklist(String userId, Supplier<T> act) {
        Actor actor = actor(userId);
        return as(userId, () -> {
            identities.setAuthentication(userId, actor.groups(), List.copyOf(actor.regions()));
            try {
                return act.get();
            } finally {
                identities.clearAuthentication();
            }
        });
    }

    public Actor actor(String userId) {
        return directory.actor(userId).orElseThrow();
    }

    /** Claims the task of the case and sends a Camunda Form. */
    public void complete(String caseNumber, String taskKey, String userId, Map<String, Object> fields) {
        hand.send(task(caseNumber, taskKey), userId, fields);
    }

    /** Tells a story whose steps go through another hand. */
    public void through(Hand other, Runnable story) {
        hand = other;
        try {
            story.run();
        } finally {
            hand = this::send;
        }
    }

    /** Claims the task as the person and sends its form, in this thread. */
    public void send(Task task, String userId, Map<String, Object> fields) {
        claim(task, userId);
        inTasklist(userId, () -> {
            forms.submitTaskForm(task.getId(), new HashMap<>(fields));
            return null;
        });
    }

    public void claim(Task task, String userId) {
        if (task.getAssignee() == null) {
            inTasklist(userId, () -> {
                tasks.claim(task.getId(), userId);
                return null;
            });
        }
    }

    /** The task as it is now; one that its person has is not claimed again with each form. */
    public Task again(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult();
    }

    /** Claims the task of the case and sends an embedded form: one answer that is a JSON object. */
    public void answer(String caseNumber, String taskKey, String userId, Map<String, ?> answer) {
        try {
            complete(caseNumber, taskKey, userId, Map.of("answer", json.writeValueAsString(answer)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Claims this task, of several of its kind, and sends its embedded form. */
    public void answer(Task task, String userId, Map<String, ?> answer) {
        try {
            hand.send(task, userId, Map.of("answer", json.writeValueAsString(answer)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The open task of the case, also in the processes that it called. */
    public Task task(String caseNumber, String taskKey) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(taskKey)
                .singleResult();
        if (task == null) {
            throw new AssertionError("Case %s has no open task %s but %s"
                    .formatted(
                            caseNumber,
                            taskKey,
                            tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                                    .map(Task::getTaskDefinitionKey)
                                    .toList()));
        }
        return task;
    }

    /** Runs the jobs of the case that are due: what happens behind asynchronous boundaries. */
    public void runJobs(String caseNumber) {
        List<String> instances =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                        .map(ProcessInstance::getId)
                        .toList();
        management.createJobQuery().messages().list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId()))
                .forEach(job -> management.executeJob(job.getId()));
    }

    /** Fires the timers of the case, whenever they are due; gives back how many there were. */
    public int fireTimers(String caseNumber) {
        List<Job> timers = timers(caseNumber);
        timers.forEach(timer -> management.executeJob(timer.getId()));
        return timers.size();
    }

    /** When the timers of the case are due, in the order of their days. */
    public List<Instant> timersDue(String caseNumber) {
        return timers(caseNumber).stream()
                .map(timer -> timer.getDuedate().toInstant())
                .sorted()
                .toList();
    }

    private List<Job> timers(String caseNumber) {
        List<String> instances =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                        .map(ProcessInstance::getId)
                        .toList();
        return management.createJobQuery().timers().list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId()))
                .toList();
    }

    /** Whether nothing runs for the case any more. */
    public boolean isOver(String caseNumber) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .count()
                == 0;
    }

    /** The running main process of the case. */
    public ProcessInstance process(String caseNumber) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey("MeasureReview")
                .singleResult();
    }
}
