package org.fairreview.kit.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.fairreview.kit.ModelPictures;
import org.fairreview.kit.model.Models.ProcessModel;

/**
 * The table of {@code bpmn/README.md}: one row per process.
 *
 * <p>Columns: process, who starts it, people's tasks (role, limit), timers, picture. All but the second follow from the
 * model.
 */
final class TableRules {

    private static final String README = "README.md";
    private static final String BREAK = "<br>";

    private TableRules() {}

    static void check(Models models, CodeNames code, Complaints complaints) {
        String readme = models.find(README).orElse("");
        models.processes().forEach(model -> row(models, model, readme, complaints));
        models.decisions().stream()
                .filter(model -> !readme.contains(link(model.key(), model.path())))
                .forEach(model ->
                        complaints.about(README, model.key(), "no line has %s", link(model.key(), model.path())));
        rows(readme)
                .filter(row -> models.processes().stream()
                        .noneMatch(model -> row.get(0).equals(name(model))))
                .filter(row -> row.get(0).contains(".bpmn"))
                .forEach(row -> complaints.about(README, row.get(0), "is the row of no model"));
    }

    private static void row(Models models, ProcessModel model, String readme, Complaints complaints) {
        Optional<List<String>> found =
                rows(readme).filter(row -> row.get(0).equals(name(model))).findFirst();
        if (found.isEmpty() || found.get().size() != 5) {
            complaints.about(
                    README,
                    model.key(),
                    "the table lacks the row | %s | (who starts it) | %s | %s | %s |",
                    name(model),
                    tasks(model),
                    timers(model),
                    picture(model));
            return;
        }
        List<String> row = found.get();
        starters(models, model)
                .filter(caller -> !row.get(1).contains("`" + caller + "`"))
                .forEach(caller -> complaints.about(README, model.key(), "it is started by `%s` too", caller));
        if (row.get(1).isBlank()) {
            complaints.about(README, model.key(), "nobody starts it");
        }
        same(model, "people's tasks", tasks(model), row.get(2), complaints);
        same(model, "timers", timers(model), row.get(3), complaints);
        same(model, "picture", picture(model), row.get(4), complaints);
    }

    private static void same(ProcessModel model, String column, String right, String written, Complaints complaints) {
        if (!right.equals(written)) {
            complaints.about(README, model.key(), "%s: should read %s", column, right);
        }
    }

    private static Stream<List<String>> rows(String readme) {
        return readme.lines()
                .filter(line -> line.startsWith("| ") && line.endsWith(" |"))
                .map(line -> Arrays.asList(line.substring(2, line.length() - 2).split(" \\| ", -1)));
    }

    private static Stream<String> starters(Models models, ProcessModel model) {
        return models.processes().stream()
                .filter(caller -> caller.bpmn().getModelElementsByType(CallActivity.class).stream()
                        .anyMatch(call -> model.key().equals(call.getCalledElement())))
                .map(ProcessModel::key);
    }

    private static String name(ProcessModel model) {
        return link(model.key(), model.path()) + " " + model.process().getName();
    }

    private static String tasks(ProcessModel model) {
        return joined(
                model.bpmn().getModelElementsByType(UserTask.class).stream().map(task -> {
                    Map<String, String> properties = TaskRules.properties(task);
                    return "%s (%s, %s)".formatted(task.getName(), properties.get("role"), properties.get("limit"));
                }));
    }

    private static String timers(ProcessModel model) {
        return joined(model.bpmn().getModelElementsByType(TimerEventDefinition.class).stream()
                .map(timer -> "`%s` `%s`"
                        .formatted(
                                timer.getParentElement().getAttributeValue("id"),
                                timer.getTextContent().strip())));
    }

    private static String picture(ProcessModel model) {
        return "[picture](%s)".formatted(ModelPictures.pictureOf(model.path()));
    }

    private static String link(String key, String path) {
        return "[`%s`](%s)".formatted(key, path);
    }

    private static String joined(Stream<String> parts) {
        List<String> all = parts.toList();
        return all.isEmpty() ? "none" : String.join(BREAK, all);
    }
}
