package org.fairreview.workflow;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands tasks from person to person (转办、移交): only to somebody who holds the post that may do the task. */
@Service
public class TaskTransfers {

    private final TaskService tasks;
    private final Directory directory;
    private final AsPerson asPerson;
    private final ApplicationEventPublisher events;

    TaskTransfers(TaskService tasks, Directory directory, AsPerson asPerson, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.directory = directory;
        this.asPerson = asPerson;
        this.events = events;
    }

    /** Who else holds the post by which the person may do the task. */
    public List<Person> colleagues(String taskId, Actor person) {
        return person.posts().stream()
                .filter(post -> isFor(post.group(), taskId))
                .flatMap(post -> directory.holdersOf(post.role(), post.unitId()).stream())
                .filter(holder -> !holder.userId().equals(person.userId()))
                .distinct()
                .toList();
    }

    /**
     * Hands a task that the person has taken, or may take, to a colleague.
     *
     * @throws Refusal where the other does not hold the post, or somebody else has taken or done the task
     */
    @Transactional
    public void passOn(String taskId, Actor person, String colleague, String reason) {
        if (colleagues(taskId, person).stream().noneMatch(each -> each.userId().equals(colleague))) {
            throw Refusal.at("colleague", "task.noColleague");
        }
        asPerson.run(person, () -> tasks.claim(taskId, person.userId()));
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        move(task, colleague, person.userId(), reason);
    }

    /** What the person has taken, the most urgent first, with the posts by which the person may do it. */
    @Transactional(readOnly = true)
    public List<HeldTask> heldBy(Actor person) {
        return tasks.createTaskQuery().taskAssignee(person.userId()).orderByDueDate().asc().list().stream()
                .map(task -> held(task, person))
                .toList();
    }

    private HeldTask held(Task task, Actor person) {
        return new HeldTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                (String) tasks.getVariable(task.getId(), CaseVariables.CASE_NUMBER.name()),
                (String) tasks.getVariable(task.getId(), CaseVariables.MEASURE_TITLE.name()),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                person.posts().stream()
                        .filter(post -> isFor(post.group(), task.getId()))
                        .toList());
    }

    /**
     * Gives tasks that somebody who leaves has taken to a successor, recorded once for each case; says which ones. What
     * was done or given back meanwhile is left alone.
     */
    @Transactional
    public Set<String> handOver(String from, String to, List<HeldTask> held, String reason) {
        Map<String, List<HeldTask>> byCase = held.stream()
                .filter(task -> tasks.createTaskQuery()
                                .taskId(task.id())
                                .taskAssignee(from)
                                .count()
                        > 0)
                .collect(Collectors.groupingBy(HeldTask::caseNumber, LinkedHashMap::new, Collectors.toList()));
        byCase.forEach((caseNumber, ofCase) -> {
            ofCase.forEach(task -> {
                tasks.setAssignee(task.id(), to);
                events.publishEvent(new TaskLeft(task.id(), from));
                events.publishEvent(new TaskArrived(task.id(), task.name(), caseNumber, task.dueAt(), List.of(to)));
            });
            events.publishEvent(new TasksHandedOver(
                    caseNumber, ofCase.stream().map(HeldTask::name).toList(), from, to, reason));
        });
        return byCase.values().stream().flatMap(List::stream).map(HeldTask::id).collect(Collectors.toUnmodifiableSet());
    }

    private void move(Task task, String to, String from, String reason) {
        String caseNumber = (String) tasks.getVariable(task.getId(), CaseVariables.CASE_NUMBER.name());
        tasks.setAssignee(task.getId(), to);
        events.publishEvent(new TaskLeft(task.getId(), from));
        events.publishEvent(
                new TaskPassedOn(caseNumber, task.getTaskDefinitionKey(), task.getName(), from, to, reason));
        Instant dueAt = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        events.publishEvent(new TaskArrived(task.getId(), task.getName(), caseNumber, dueAt, List.of(to)));
    }

    /** Whether the group may do the task; asked for in a query, since the task may be done meanwhile. */
    private boolean isFor(String group, String taskId) {
        return tasks.createTaskQuery()
                        .taskId(taskId)
                        .taskCandidateGroup(group)
                        .includeAssignedTasks()
                        .count()
                > 0;
    }
}
