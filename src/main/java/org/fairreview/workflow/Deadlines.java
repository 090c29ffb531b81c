package org.fairreview.workflow;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.fairreview.identity.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The limits of the open tasks of all processes, and of the duties that are done on pages. */
@Component
public class Deadlines {

    /** A task and when it is due. */
    public record Deadline(String taskId, Instant dueAt) {}

    /** The limit of an open task, since when the task is there, and the region whose regulator handles the case. */
    public record Limit(Deadline deadline, Instant createdAt, @Nullable String regionId) {}

    private final TaskService tasks;
    private final Directory directory;
    private final ObjectProvider<PageTasks> pages;

    Deadlines(TaskService tasks, Directory directory, ObjectProvider<PageTasks> pages) {
        this.tasks = tasks;
        this.directory = directory;
        this.pages = pages;
    }

    /** Of the open tasks of cases those that are due before the moment, the most urgent first. */
    public List<Limit> before(Instant moment) {
        Stream<Limit> ofProcesses = tasks.createTaskQuery().dueBefore(Date.from(moment)).active().list().stream()
                .map(task -> new Limit(
                        new Deadline(task.getId(), task.getDueDate().toInstant()),
                        task.getCreateTime().toInstant(),
                        task.getTenantId()));
        return Stream.concat(ofProcesses, pages.stream().flatMap(page -> page.before(moment).stream()))
                .sorted(Comparator.comparing(limit -> limit.deadline().dueAt()))
                .toList();
    }

    /** The task, while it is open, of a case, and has a limit. */
    public Optional<WaitingTask> find(String taskId) {
        if (PageTasks.isOne(taskId)) {
            return pages.stream().flatMap(page -> page.find(taskId).stream()).findFirst();
        }
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
