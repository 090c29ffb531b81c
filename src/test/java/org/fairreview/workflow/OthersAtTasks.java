package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.kit.Answer;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.Web;
import org.fairreview.kit.Web.Rest;
import org.fairreview.kit.Web.Surface;
import org.fairreview.workflow.AuthorizationMatrix.Duty;
import org.fairreview.workflow.AuthorizationMatrix.Row;

/** Tries each task of a story with everybody, and holds who may do it against the table of authorizations. */
final class OthersAtTasks {

    /** People of other units and regions, who may work on no task of a case between u02 and u01. */
    private static final List<String> ELSEWHERE =
            List.of("linyue", "hejun", "gonglaw", "fcdrafter", "fcclerk", "fchead", "fcleader", "zydrafter", "zyclerk");

    private final List<Row> rows = AuthorizationMatrix.read().rows("task");
    private final Map<String, Actor> actors = new HashMap<>();
    private final SoftAssertions softly = new SoftAssertions();
    private final Map<String, Set<Duty>> proved = new TreeMap<>();

    /** What was tried already: a task, who does it, and in which role. */
    private final Set<String> tried = new HashSet<>();

    private final Web web;
    private final ProcessDriver process;
    private final RuntimeService runtime;
    private final Directory directory;

    OthersAtTasks(Web web, ProcessDriver process, RuntimeService runtime, Directory directory) {
        this.web = web;
        this.process = process;
        this.runtime = runtime;
        this.directory = directory;
    }

    void assertTasksWereOpenToTheirRowsAndClosedToOthers() {
        softly.assertAll();
        for (Row row : rows) {
            assertThat(proved.get(row.entry().what()))
                    .as("who was seen at %s", row.entry())
                    .containsExactlyInAnyOrderElementsOf(row.duties().stream()
                            .flatMap(duty -> duty.roles().stream().map(role -> new Duty(Set.of(role), duty.unit())))
                            .toList());
        }
    }

    /** Tries a task with people of every role and of other units, unless the same was tried at another case. */
    void prove(Task task, String userId) {
        String what = task.getProcessDefinitionId().split(":")[0] + "/" + task.getTaskDefinitionKey();
        Duty duty = duty(what, task);
        String unit = (String) runtime.getVariable(task.getExecutionId(), duty.unit());
        Set<Role> roles = duty.roles().stream()
                .filter(role -> actor(userId).holds(role, unit))
                .collect(Collectors.toSet());
        softly.assertThat(roles)
                .as("%s is done by %s of %s", what, userId, unit)
                .isNotEmpty();
        roles.forEach(
                role -> proved.computeIfAbsent(what, any -> new HashSet<>()).add(new Duty(Set.of(role), duty.unit())));
        if (!tried.add(what + duty + roles)) {
            return;
        }
        // of those elsewhere the ones who do the same there; another role is tried with the people of this unit and
        // region
        Stream<String> elsewhere =
                ELSEWHERE.stream().filter(other -> roles.stream().anyMatch(actor(other)::holds));
        Stream.concat(AuthorizationMatrixTests.PEOPLE.values().stream(), elsewhere)
                .filter(other -> roles.stream().noneMatch(role -> actor(other).holds(role, unit)))
                .forEach(other -> assertClosed(what, task, other));
        assertOpen(what, task, userId);
    }

    private Duty duty(String what, Task task) {
        Row row = rows.stream()
                .filter(candidate -> candidate.entry().what().equals(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row for " + what));
        if (row.duties().size() == 1) {
            return row.duties().get(0);
        }
        Duty first = row.duties().get(0);
        String unit = (String) runtime.getVariable(task.getExecutionId(), first.unit());
        boolean instead = first.roles().stream().noneMatch(role -> directory.hasHolders(role, unit));
        return row.duties().get(instead ? 1 : 0);
    }

    private Actor actor(String userId) {
        return actors.computeIfAbsent(userId, process::actor);
    }

    private void assertClosed(String what, Task task, String userId) {
        Rest rest = web.rest(Surface.WEBAPP, userId);
        String path = "/task/" + task.getId();
        softly.assertThat(rest.post(path + "/claim", Map.of("userId", userId)).status())
                .as("%s claims %s", userId, what)
                .isIn(403, 404, 500);
        softly.assertThat(rest.post(path + "/submit-form", Map.of("variables", Map.of()))
                        .status())
                .as("%s sends the form of %s", userId, what)
                .isIn(403, 404, 500);
        softly.assertThat(web.session(userId)
                        .get("/forms" + path.replace("task", "tasks"))
                        .status())
                .as("%s reads the form of %s", userId, what)
                .isEqualTo(404);
        Task after = process.again(task);
        softly.assertThat(after == null ? "gone" : after.getAssignee())
                .as("assignee of %s", what)
                .isEqualTo(task.getAssignee());
    }

    private void assertOpen(String what, Task task, String userId) {
        Answer answer =
                web.rest(Surface.WEBAPP, userId).post("/task/" + task.getId() + "/claim", Map.of("userId", userId));
        softly.assertThat(answer.status())
                .as("%s claims %s: %s", userId, what, answer)
                .isEqualTo(204);
    }
}
