package org.fairreview.office.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fairreview.office.OfficeValue;
import org.fairreview.office.ValueKind.Steps;
import org.jspecify.annotations.Nullable;

/**
 * What a section head types about a value.
 *
 * @param label the names of the steps of a chain, in order; a step without name and role is none
 * @param seen the state of the value when the page was drawn
 */
record OfficeValueForm(
        @Nullable String region,
        @Nullable String value,
        @Nullable List<String> label,
        @Nullable List<String> role,
        @Nullable String from,
        @Nullable String reason,
        @Nullable String seen) {

    /** One line of a chain as it was typed. */
    record TypedStep(String label, String role) {

        boolean isBlank() {
            return label.isBlank() && role.isBlank();
        }
    }

    static OfficeValueForm of(String region, String setting, LocalDate from, String seen) {
        return new OfficeValueForm(region, setting, null, null, from.toString(), "", seen);
    }

    /** The same as typed, over the state that the person sees now. */
    OfficeValueForm over(String state) {
        return new OfficeValueForm(region, value, label, role, from, reason, state);
    }

    /** What was typed, as the table writes it. */
    String setting(OfficeValue of) {
        return of.kind() instanceof Steps
                ? typedSteps().stream()
                        .filter(step -> !step.isBlank())
                        .map(step -> step.label().strip() + ":" + step.role())
                        .collect(Collectors.joining(","))
                : text(value);
    }

    /** The lines of a chain, as they were typed or as they are set; as many as there may be. */
    List<TypedStep> steps(Steps kind) {
        List<TypedStep> steps = new ArrayList<>(
                label != null
                        ? typedSteps()
                        : Steps.read(text(value)).stream()
                                .map(step ->
                                        new TypedStep(step.label(), step.role().name()))
                                .toList());
        while (steps.size() < kind.most()) {
            steps.add(new TypedStep("", ""));
        }
        return steps;
    }

    private List<TypedStep> typedSteps() {
        List<String> labels = Objects.requireNonNullElse(label, List.of());
        List<String> roles = Objects.requireNonNullElse(role, List.of());
        return IntStream.range(0, Math.min(labels.size(), roles.size()))
                .mapToObj(place -> new TypedStep(labels.get(place), roles.get(place)))
                .toList();
    }

    /** The first day; null where none was typed. */
    @Nullable
    LocalDate day() {
        try {
            return LocalDate.parse(text(from));
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
