package org.fairreview.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the head of a spreadsheet and reads its lines, one after the other.
 *
 * @param <C> the columns of the kind of list
 */
public final class SheetLines<C extends SheetColumn> {

    public static final int MOST_LINES = 10_000;

    private static final int HEAD_WITHIN = 10;
    private static final String SPREADSHEET_ERROR = "ERROR:";

    private final List<C> columns;
    private final C key;
    private final @Nullable C sequence;
    private final Function<C, String> label;
    private final Map<String, C> heads = new HashMap<>();

    /**
     * The lists of a kind.
     *
     * @param key the column by which the head is known, together with one more
     * @param sequence a column that makes no line by itself; null where there is none
     * @param alsoCalled other names of a column, with 、 between
     */
    public SheetLines(
            List<C> columns,
            C key,
            @Nullable C sequence,
            Function<C, String> label,
            Function<C, Optional<String>> alsoCalled) {
        this.columns = List.copyOf(columns);
        this.key = key;
        this.sequence = sequence;
        this.label = label;
        columns.forEach(column -> heads.put(bare(label.apply(column)), column));
        for (C column : columns) {
            Arrays.stream(alsoCalled.apply(column).orElse("").split("、"))
                    .filter(each -> !each.isBlank())
                    .forEach(each -> heads.putIfAbsent(bare(each), column));
        }
    }

    /** Gives the lines to the taker; says how many there were. */
    public int read(Path file, String name, Consumer<SheetLine<C>> taker) throws NotTaken {
        Lines lines = new Lines(taker);
        SheetTable.read(file, name, lines);
        if (lines.places == null) {
            throw new NotTaken("intake.sheet.headMissing", names(required()));
        }
        if (lines.count == 0) {
            throw new NotTaken("intake.sheet.empty");
        }
        return lines.count;
    }

    private List<C> required() {
        return columns.stream().filter(SheetColumn::isRequired).toList();
    }

    private String names(List<C> some) {
        return some.stream().map(label).collect(Collectors.joining("、"));
    }

    private static String bare(String head) {
        return head.replaceAll("[\\s\\u00A0*＊]|[（(]必填[）)]", "");
    }

    private final class Lines implements RowTaker {

        private final Consumer<SheetLine<C>> taker;
        private @Nullable Map<Integer, C> places;
        private Map<Integer, String> unknownHeads = Map.of();
        private int looked;
        private int count;

        Lines(Consumer<SheetLine<C>> taker) {
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
                    throw new NotTaken("intake.sheet.headMissing", names(required()));
                }
                return;
            }
            line(number, cells, merged, places);
        }

        private @Nullable Map<Integer, C> places(List<String> cells) throws NotTaken {
            Map<Integer, C> found = new HashMap<>();
            Map<Integer, String> unknown = new HashMap<>();
            for (int place = 0; place < cells.size(); place++) {
                C column = heads.get(bare(cells.get(place)));
                if (column != null && !found.containsValue(column)) {
                    found.put(place, column);
                } else if (column == null && !cells.get(place).isEmpty()) {
                    unknown.put(place, cells.get(place));
                }
            }
            if (!found.containsValue(key) || found.size() < 2) {
                return null;
            }
            List<C> missing = required().stream()
                    .filter(column -> !found.containsValue(column))
                    .toList();
            if (!missing.isEmpty()) {
                throw new NotTaken("intake.sheet.headMissing", names(missing));
            }
            unknownHeads = unknown;
            return found;
        }

        private void line(int number, List<String> cells, Map<Integer, String> merged, Map<Integer, C> found)
                throws NotTaken {
            Map<C, String> values = new HashMap<>();
            Map<String, String> others = new LinkedHashMap<>();
            List<CellProblem<C>> problems = new ArrayList<>();
            for (int place = 0; place < cells.size(); place++) {
                C column = found.get(place);
                String value = cells.get(place);
                if (ClassificationMark.isIn(value)) {
                    problems.add(CellProblem.at(column, "intake.classified"));
                } else if (column != null && value.startsWith(SPREADSHEET_ERROR)) {
                    problems.add(CellProblem.at(column, "intake.formulaError"));
                } else if (column != null && value.length() > column.longest()) {
                    problems.add(CellProblem.at(column, "intake.tooLong", String.valueOf(column.longest())));
                    values.put(column, value.substring(0, column.longest()));
                } else if (column != null && !value.isEmpty()) {
                    values.put(column, value);
                } else if (column == null && !value.isEmpty() && unknownHeads.containsKey(place)) {
                    others.put(unknownHeads.get(place), value);
                }
            }
            if (values.isEmpty() && problems.isEmpty()) {
                return;
            }
            merged.forEach((place, value) -> {
                C column = found.get(place);
                if (column != null && column.spreads() && maySpread(column, value)) {
                    values.putIfAbsent(column, value);
                } else if (column != null && column.isRequired()) {
                    problems.add(CellProblem.at(column, "intake.merged"));
                }
            });
            if (sequence != null && values.keySet().equals(Set.of(sequence)) && problems.isEmpty()) {
                return;
            }
            if (++count > MOST_LINES) {
                throw new NotTaken("intake.sheet.tooManyLines", String.valueOf(MOST_LINES));
            }
            taker.accept(new SheetLine<>(number, values, others, problems));
        }

        private boolean maySpread(C column, String value) {
            return !value.isEmpty() && value.length() <= column.longest() && !ClassificationMark.isIn(value);
        }
    }
}
