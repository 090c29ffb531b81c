package org.fairreview.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.identity.Actor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Claims a task of a case for a person and sends its form, as Tasklist does; for work that a program does in its name. */
@Component
public class TaskDesk {

    private final TaskService tasks;
    private final FormService forms;
    private final AsPerson asPerson;

    TaskDesk(TaskService tasks, FormService forms, AsPerson asPerson) {
        this.tasks = tasks;
        this.forms = forms;
        this.asPerson = asPerson;
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

    /**
     * Claims the task and sends its form as the person would in Tasklist: authorizations and guards apply. A refusal
     * leaves the task as it was, also unclaimed.
     *
     * @throws Refusal where the listener refuses the answer, or somebody else was faster
     */
    public void complete(String taskId, Actor person, Map<String, Object> fields) {
        boolean wasOpen =
                tasks.createTaskQuery().taskId(taskId).taskUnassigned().count() > 0;
        try {
            asPerson.run(person, () -> {
                if (wasOpen) {
                    tasks.claim(taskId, person.userId());
                }
                forms.submitTaskForm(taskId, Map.copyOf(fields));
            });
        } catch (Refusal refusal) {
            if (wasOpen && !isLostRace(refusal)) {
                giveBack(taskId, person);
            }
            throw refusal;
        }
    }

    /**
     * Completes the case's open task of that key for a person who asked for it and is not there any more: with the person's
     * rights, and all guards on.
     *
     * @throws Refusal where the listener refuses the answer, or somebody else holds or has done the task
     */
    public void completeInNameOf(String caseNumber, String taskKey, Actor person, Map<String, Object> fields) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(taskKey)
                .singleResult();
        if (task == null) {
            throw Refusal.of("task.doneByOther");
        }
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person.userId(), null, List.of()));
        SecurityContextHolder.setContext(context);
        try {
            asPerson.run(person, () -> {
                if (task.getAssignee() == null) {
                    tasks.claim(task.getId(), person.userId());
                }
                forms.submitTaskForm(task.getId(), Map.copyOf(fields));
            });
        } catch (AuthorizationException e) {
            throw Refusal.of("task.notForThem");
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Somebody, or the same person in another window, was faster: the task is theirs, and not to be given back. */
    public static boolean isLostRace(Refusal refusal) {
        return refusal.key().startsWith("task.done") || refusal.key().startsWith("task.taken");
    }

    private void giveBack(String taskId, Actor person) {
        boolean holds = tasks.createTaskQuery()
                        .taskId(taskId)
                        .taskAssignee(person.userId())
                        .count()
                > 0;
        if (holds) {
            tasks.setAssignee(taskId, null);
        }
    }
}
