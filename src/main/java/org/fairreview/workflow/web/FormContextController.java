package org.fairreview.workflow.web;

import java.util.List;
import org.fairreview.identity.CurrentActor;
import org.fairreview.workflow.FormContext;
import org.fairreview.workflow.OpenTask;
import org.fairreview.workflow.TaskInbox;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives the embedded forms in Tasklist what they show; only to those who may work on the task. */
@RestController
class FormContextController {

    /** What a form gets: the feature's context, and the token with which it may upload files. */
    record Answer(Object context, String csrfHeader, String csrfToken) {}

    private final TaskInbox inbox;
    private final CurrentActor currentActor;
    private final List<FormContext> contexts;

    FormContextController(TaskInbox inbox, CurrentActor currentActor, List<FormContext> contexts) {
        this.inbox = inbox;
        this.currentActor = currentActor;
        this.contexts = contexts;
    }

    @GetMapping("/forms/tasks/{taskId}")
    ResponseEntity<Answer> context(@PathVariable String taskId, CsrfToken csrf) {
        return inbox.workable(taskId, currentActor.get())
                .flatMap(task -> contexts.stream()
                        .filter(context -> context.serves(task))
                        .findFirst()
                        .map(context -> answer(context, task, csrf)))
                .map(ResponseEntity::ok)
                .orElse(ResponseEntity.notFound().build());
    }

    private static Answer answer(FormContext context, OpenTask task, CsrfToken csrf) {
        return new Answer(context.of(task), csrf.getHeaderName(), csrf.getToken());
    }
}
