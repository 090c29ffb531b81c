package org.fairreview.kit.model;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.fairreview.kit.model.Models.ProcessModel;
import org.fairreview.workflow.Answers;

/** A form asks exactly for what its listener reads, and sends nothing that the engine keeps. */
final class FormRules {

    private FormRules() {}

    static void check(Models models, CodeNames code, Complaints complaints) {
        for (TaskForm form : models.forms()) {
            alone(form, code, complaints);
        }
        for (ProcessModel model : models.processes()) {
            for (UserTask task : model.bpmn().getModelElementsByType(UserTask.class)) {
                models.form(String.valueOf(task.getCamundaFormKey()))
                        .ifPresent(form -> TaskRules.listeners(task, "complete").forEach(bean -> code.formOf(bean)
                                .ifPresent(answer -> withListener(form, bean, answer, complaints))));
            }
        }
    }

    private static void alone(TaskForm form, CodeNames code, Complaints complaints) {
        Set<String> kept = new TreeSet<>(form.variables());
        kept.retainAll(code.allVariables());
        kept.forEach(name -> complaints.about(form.path(), name, "is a process variable too: the answer would stay"));
        if (form.embedded() && !form.variables().equals(Set.of(Answers.EMBEDDED))) {
            complaints.about(form.path(), "sends %s, not '%s' alone".formatted(form.variables(), Answers.EMBEDDED));
        }
        if (form.types().contains("dynamiclist")) {
            complaints.about(form.path(), "has a dynamic list: once a row is edited it cannot be completed");
        }
    }

    private static void withListener(TaskForm form, String bean, Class<?> answer, Complaints complaints) {
        Map<String, RecordComponent> read = components(answer);
        compare(form, bean, form.fields(), read.keySet(), "", complaints);
        form.rows().forEach((list, fields) -> Optional.ofNullable(read.get(list))
                .flatMap(FormRules::row)
                .ifPresentOrElse(
                        row -> compare(form, bean, fields, components(row).keySet(), list + "[].", complaints),
                        () -> complaints.about(form.path(), list, "is no list of records in '%s'", bean)));
        form.choices().forEach((place, offered) -> component(read, place)
                .map(RecordComponent::getType)
                .filter(Class::isEnum)
                .ifPresent(type -> offered.stream()
                        .filter(value -> Arrays.stream(type.getEnumConstants())
                                .noneMatch(
                                        constant -> ((Enum<?>) constant).name().equals(value)))
                        .forEach(value -> complaints.about(
                                form.path(), place, "offers '%s', which is no %s", value, type.getSimpleName()))));
    }

    /** The component at a place: {@code field} or {@code list[].field}. */
    private static Optional<RecordComponent> component(Map<String, RecordComponent> read, String place) {
        String[] parts = place.split("\\[]\\.");
        Optional<RecordComponent> first = Optional.ofNullable(read.get(parts[0]));
        return parts.length == 1
                ? first
                : first.flatMap(FormRules::row).map(row -> components(row).get(parts[1]));
    }

    private static void compare(
            TaskForm form, String bean, Set<String> asked, Set<String> read, String prefix, Complaints complaints) {
        read.stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> complaints.about(form.path(), prefix + name, "'%s' reads what the form lacks", bean));
        asked.stream()
                .filter(name -> !read.contains(name) && !form.optional().contains(prefix + name))
                .forEach(name -> complaints.about(form.path(), prefix + name, "'%s' does not read it", bean));
    }

    private static Map<String, RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, Function.identity()));
    }

    /** The record that a list holds. */
    private static Optional<Class<?>> row(RecordComponent list) {
        return list.getGenericType() instanceof ParameterizedType type
                        && type.getActualTypeArguments()[0] instanceof Class<?> row
                        && row.isRecord()
                ? Optional.of(row)
                : Optional.empty();
    }
}
