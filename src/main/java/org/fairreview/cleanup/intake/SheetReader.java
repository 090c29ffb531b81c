package org.fairreview.cleanup.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.fairreview.document.ClassificationMark;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Finds the head of a spreadsheet and reads its lines, one after the other. */
@Component
class SheetReader {

    static final int MOST_LINES = 10_000;

    private static final int HEAD_WITHIN = 10;
    private static final String SPREADSHEET_ERROR = "ERROR:";

    private final MessageSource messages;

    SheetReader(MessageSource messages) {
        this.messages = messages;
    }

    /** Gives the lines to the taker; says how many there were. */
    int read(Path file, String name, Consumer<SheetLine> taker) throws NotTaken {
        Lines lines = new Lines(heads(), taker);
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".xlsx")) {
            XlsxTable.read(file, lines);
        } else if (lower.endsWith(".csv") || lower.endsWith(".txt")) {
            CsvTable.read(file, lines);
        } else {
            throw new NotTaken("intake.sheet.type");
        }
        if (lines.places == null) {
            throw new NotTaken("intake.sheet.headMissing", names(List.of(IntakeColumn.TITLE, IntakeColumn.UNIT)));
        }
        if (lines.count == 0) {
            throw new NotTaken("intake.sheet.empty");
        }
        return lines.count;
    }

    /** What a column may be called. */
    private Map<String, IntakeColumn> heads() {
        Map<String, IntakeColumn> heads = new HashMap<>();
        for (IntakeColumn column : IntakeColumn.values()) {
            heads.put(bare(label(column)), column);
            String others =
                    messages.getMessage("intake.column.also." + column.name(), null, "", Locale.SIMPLIFIED_CHINESE);
            Arrays.stream(String.valueOf(others).split("、"))
                    .filter(each -> !each.isBlank())
                    .forEach(each -> heads.putIfAbsent(bare(each), column));
        }
        return heads;
    }

    private String label(IntakeColumn column) {
        return messages.getMessage("intake.column." + column.name(), null, Locale.SIMPLIFIED_CHINESE);
    }

    private String names(List<IntakeColumn> columns) {
        return columns.stream().map(this::label).collect(Collectors.joining("、"));
    }

    private static String bare(String head) {
        return head.replaceAll("[\\s\\u00A0*＊]|[（(]必填[）)]", "");
    }

    private final class Lines implements RowTaker {

        private final Map<String, IntakeColumn> heads;
        private final Consumer<SheetLine> taker;
        private @Nullable Map<Integer, IntakeColumn> places;
        private int looked;
        private int count;

        Lines(Map<String, IntakeColumn> heads, Consumer<SheetLine> taker) {
            this.heads = heads;
            this.taker = taker;
        }

        @Override
        public void take(int number, List<String> cells, Map<Integer, String> merged) throws NotTaken {
            if (places == null) {
                if (cells.stream().anyMatch(ClassificationMark::isIn)) {
                    throw new NotTaken("intake.sheet.classified", String.valueOf(number));
                }
                places = places(cells);
                if (places == null && ++looked >= HEAD_WITHIN) {
                    throw new NotTaken(
                            "intake.sheet.headMissing", names(List.of(IntakeColumn.TITLE, IntakeColumn.UNIT)));
                }
                return;
            }
            line(number, cells, merged, places);
        }

        private @Nullable Map<Integer, IntakeColumn> places(List<String> cells) throws NotTaken {
            Map<Integer, IntakeColumn> found = new HashMap<>();
            for (int place = 0; place < cells.size(); place++) {
                IntakeColumn column = heads.get(bare(cells.get(place)));
                if (column != null && !found.containsValue(column)) {
                    found.put(place, column);
                }
            }
            if (!found.containsValue(IntakeColumn.TITLE) || found.size() < 2) {
                return null;
            }
            List<IntakeColumn> missing = Arrays.stream(IntakeColumn.values())
                    .filter(column -> column.isRequired() && !found.containsValue(column))
                    .toList();
            if (!missing.isEmpty()) {
                throw new NotTaken("intake.sheet.headMissing", names(missing));
            }
            return found;
        }

        private void line(
                int number, List<String> cells, Map<Integer, String> merged, Map<Integer, IntakeColumn> columns)
                throws NotTaken {
            Map<IntakeColumn, String> values = new EnumMap<>(IntakeColumn.class);
            List<Problem> problems = new ArrayList<>();
            for (int place = 0; place < cells.size(); place++) {
                IntakeColumn column = columns.get(place);
                String value = cells.get(place);
                if (ClassificationMark.isIn(value)) {
                    problems.add(
                            column == null ? Problem.of("intake.classified") : Problem.at(column, "intake.classified"));
                } else if (column != null && value.startsWith(SPREADSHEET_ERROR)) {
                    problems.add(Problem.at(column, "intake.formulaError"));
                } else if (column != null && value.length() > column.longest()) {
                    problems.add(Problem.at(column, "intake.tooLong", String.valueOf(column.longest())));
                    values.put(column, value.substring(0, column.longest()));
                } else if (column != null && !value.isEmpty()) {
                    values.put(column, value);
                }
            }
            if (values.isEmpty() && problems.isEmpty()) {
                return;
            }
            merged.forEach((place, value) -> {
                IntakeColumn column = columns.get(place);
                if (column != null && column.spreads() && maySpread(column, value)) {
                    values.putIfAbsent(column, value);
                } else if (column != null && column.isRequired()) {
                    problems.add(Problem.at(column, "intake.merged"));
                }
            });
            if (values.keySet().equals(Set.of(IntakeColumn.SEQUENCE)) && problems.isEmpty()) {
                return;
            }
            if (++count > MOST_LINES) {
                throw new NotTaken("intake.sheet.tooManyLines", String.valueOf(MOST_LINES));
            }
            taker.accept(new SheetLine(number, values, problems));
        }

        private boolean maySpread(IntakeColumn column, String value) {
            return !value.isEmpty() && value.length() <= column.longest() && !ClassificationMark.isIn(value);
        }
    }
}
