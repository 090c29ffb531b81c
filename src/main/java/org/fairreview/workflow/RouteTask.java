package org.fairreview.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.fairreview.calendar.DueDates;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Brings a new task to the people who may do it, with its due date.
 *
 * <p>The model says, as properties of the task: {@code role} (or {@code $variable}), {@code unit} (the variable that
 * holds the unit), {@code limit} (the step in the table of limits), and where wanted {@code assignee} and
 * {@code name} (variables that hold the person and the task's name). The limit counts from today, or from the moment
 * that the variable named by {@code from} holds; it gives way to the moment in the variable named by {@code until}, where
 * that is set, and to the day in the variable named by {@code due} as long as that is to come. Where the flag named by
 * {@code insteadIf} is set and nobody holds the role in the unit, {@code insteadRole} and {@code insteadUnit} take the place of role and unit: the clerk does the paperwork of a unit
 * without accounts. A unit of another region works outside the tenant of the case: where the model names an
 * {@code elsewhereRole} in an {@code elsewhereUnit}, the task of such a unit is in the tenant of its region where people of
 * both see that, or in none, so that its people reach it, and who holds that role may do it in their place. A named person who is away is replaced by the deputy; a task that names nobody, or somebody who no
 * longer holds the post, is assigned to the only holder present where all others are away, and else stays open to all.
 */
@Component("routeTask")
class RouteTask implements TaskListener {

    private final DueDates dueDates;
    private final Directory directory;
    private final Units units;
    private final Deputies deputies;
    private final StepTimes steps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RouteTask(
            DueDates dueDates,
            Units units,
            Directory directory,
            Deputies deputies,
            StepTimes steps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.directory = directory;
        this.dueDates = dueDates;
        this.units = units;
        this.deputies = deputies;
        this.steps = steps;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, String> model = TaskLimits.properties(task.getBpmnModelElementInstance());
        boolean instead = model.containsKey("insteadIf")
                && Boolean.TRUE.equals(task.getVariable(model.get("insteadIf")))
                && !directory.hasHolders(
                        Role.of(required(model, "role", task)),
                        units.inCharge(Var.text(required(model, "unit", task)).in(task)));
        String role = value(task, required(model, instead ? "insteadRole" : "role", task));
        String unit = Var.text(required(model, instead ? "insteadUnit" : "unit", task))
                .in(task);
        Post post = new Post(units.inCharge(unit), Role.of(role));
        task.addCandidateGroup(post.group());
        openElsewhere(task, model, post);
        showOnCard(task);
        task.setDueDate(due(task, model));
        receiver(task, model, post).ifPresent(task::setAssignee);
        if (model.containsKey("name")) {
            task.setName(Var.text(model.get("name")).in(task));
        }
        steps.begun(task, post);
        tell(task, post);
    }

    private void openElsewhere(DelegateTask task, Map<String, String> model, Post post) {
        String region = CaseVariables.REGION.in(task);
        String theirs = units.find(post.unitId()).map(Unit::regionId).orElse(region);
        if (model.containsKey("elsewhereRole") && !theirs.equals(region)) {
            String unit = Var.text(required(model, "elsewhereUnit", task)).in(task);
            task.addCandidateGroup(new Post(units.inCharge(unit), Role.of(model.get("elsewhereRole"))).group());
            ((TaskEntity) task).setTenantId(units.visibleFrom(region).contains(theirs) ? theirs : null);
        }
    }

    private Date due(DelegateTask task, Map<String, String> model) {
        if (task.getVariable(model.getOrDefault(TaskLimits.UNTIL, "")) instanceof Date until) {
            return until;
        }
        if (task.getVariable(model.getOrDefault(TaskLimits.DUE, "")) instanceof Date set
                && set.toInstant().isAfter(clock.instant())) {
            return set;
        }
        String limit = value(task, required(model, TaskLimits.LIMIT, task));
        String region = CaseVariables.REGION.in(task);
        String route = TaskLimits.route(task.getExecution());
        return Date.from(
                task.getVariable(model.getOrDefault(TaskLimits.FROM, "")) instanceof Date from
                        ? dueDates.due(limit, region, route, LocalDate.ofInstant(from.toInstant(), clock.getZone()))
                        : dueDates.dueFromNow(limit, region, route));
    }

    /** Who gets the task at once; who has left, or lost the role, is not given the matter back: a colleague claims it. */
    private Optional<String> receiver(DelegateTask task, Map<String, String> model, Post post) {
        String caseNumber = CaseVariables.CASE_NUMBER.in(task);
        String key = task.getTaskDefinitionKey();
        String named = model.containsKey("assignee") ? (String) task.getVariable(model.get("assignee")) : null;
        if (named == null || !isHeldBy(named, post)) {
            return deputies.onlyOneLeft(caseNumber, key, post);
        }
        return deputies.inPlaceOf(named, caseNumber, key, post);
    }

    private boolean isHeldBy(String person, Post post) {
        return holders(post).contains(person);
    }

    private List<String> holders(Post post) {
        return directory.holdersOf(post.role(), post.unitId()).stream()
                .map(Person::userId)
                .toList();
    }

    private void tell(DelegateTask task, Post post) {
        List<String> people = task.getAssignee() == null ? holders(post) : List.of(task.getAssignee());
        events.publishEvent(new TaskArrived(
                task.getId(),
                task.getName(),
                CaseVariables.CASE_NUMBER.in(task),
                task.getDueDate().toInstant(),
                people));
    }

    /** The card in Tasklist shows variables of the task only: those of the case need rights on the whole process. */
    private static void showOnCard(DelegateTask task) {
        task.setVariableLocal(CaseVariables.CASE_NUMBER.name(), task.getVariable(CaseVariables.CASE_NUMBER.name()));
        Object title = task.getVariable(CaseVariables.MEASURE_TITLE.name());
        task.setVariableLocal(CaseVariables.MEASURE_TITLE.name(), title == null ? CaseVariables.RESTRICTED : title);
    }

    private static String value(DelegateTask task, String text) {
        return text.startsWith("$") ? Var.text(text.substring(1)).in(task) : text;
    }

    private static String required(Map<String, String> model, String name, DelegateTask task) {
        String value = model.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "Task '%s' has no property '%s'".formatted(task.getTaskDefinitionKey(), name));
        }
        return value;
    }
}
