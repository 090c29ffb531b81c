package org.fairreview.cleanup.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese texts of an import. */
@Component
public class IntakeTexts {

    private final MessageSource messages;

    IntakeTexts(MessageSource messages) {
        this.messages = messages;
    }

    public String of(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }

    public String label(IntakeColumn column) {
        return of("intake.column." + column.name());
    }

    public String of(Problem problem) {
        return of(problem.key(), problem.values().toArray());
    }

    /** What is wrong in a line, column by column. */
    public String of(Imports.Line line) {
        return Arrays.stream(IntakeColumn.values())
                        .map(column -> at(line, column))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining())
                + about(line, null);
    }

    private String at(Imports.Line line, IntakeColumn column) {
        String said = cell(line, column);
        return said.isEmpty() ? "" : of("intake.problem", label(column), said);
    }

    /** What is wrong in one of its cells; empty where nothing is. */
    public String cell(Imports.Line line, IntakeColumn column) {
        return about(line, column);
    }

    private String about(Imports.Line line, @Nullable IntakeColumn column) {
        List<Problem> problems = line.problems();
        return problems.stream()
                .filter(problem -> problem.column() == column)
                .map(this::of)
                .collect(Collectors.joining());
    }
}
