package org.fairreview.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.fairreview.identity.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The limits of the open tasks of all processes. */
@Component
public class Deadlines {

    /** A task and when it is due. */
    public record Deadline(String taskId, Instant dueAt) {}

    /** The limit of an open task, since when the task is there, and the region whose regulator handles the case. */
    public record Limit(Deadline deadline, Instant createdAt, @Nullable String regionId) {}

    private final TaskService tasks;
    private final Directory directory;

    Deadlines(TaskService tasks, Directory directory) {
        this.tasks = tasks;
        this.directory = directory;
    }

    /** Of the open tasks of cases those that are due before the moment, the most urgent first. */
    public List<Limit> before(Instant moment) {
        return tasks.createTaskQuery().dueBefore(Date.from(moment)).active().orderByDueDate().asc().list().stream()
                .map(task -> new Limit(
                        new Deadline(task.getId(), task.getDueDate().toInstant()),
                        task.getCreateTime().toInstant(),
                        task.getTenantId()))
                .toList();
    }

    /** The task, while it is open, of a case, and has a limit. */
    public Optional<WaitingTask> find(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).active().singleResult();
        if (task == null || task.getDueDate() == null) {
            return Optional.empty();
        }
        String caseNumber = (String) tasks.getVariable(taskId, CaseVariables.CASE_NUMBER.name());
        String region = (String) tasks.getVariable(taskId, CaseVariables.REGION.name());
        return caseNumber == null || region == null ? Optional.empty() : Optional.of(waiting(task, caseNumber, region));
    }

    private WaitingTask waiting(Task task, String caseNumber, String region) {
        List<Post> posts = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .flatMap(group -> directory.postOf(group).stream())
                .toList();
        List<String> people = task.getAssignee() != null
                ? List.of(task.getAssignee())
                : posts.stream()
                        .flatMap(post -> directory.holdersOf(post.role(), post.unitId()).stream())
                        .map(Person::userId)
                        .distinct()
                        .toList();
        return new WaitingTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                caseNumber,
                region,
                posts,
                task.getAssignee(),
                people,
                task.getCreateTime().toInstant(),
                task.getDueDate().toInstant());
    }
}
