package org.fairreview.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A figure of one period, split by everything by which it can be told apart at once. Any of its numbers is a sum over some of
 * its cells, so that it is read once for all of them.
 */
final class Cells {

    /**
     * @param values of the dimensions, in their order; empty where the rows have none
     * @param amount what the rows of the cell count for
     * @param rows how many they are
     */
    private record Cell(List<String> values, int amount, int rows) {}

    private final List<String> dimensions;
    private final List<Cell> cells = new ArrayList<>();

    /** @param dimensions in the order of the values of each cell */
    Cells(List<String> dimensions) {
        this.dimensions = List.copyOf(dimensions);
    }

    void add(List<String> values, int amount, int rows) {
        cells.add(new Cell(values, amount, rows));
    }

    int amount(Map<String, String> only) {
        return of(only).mapToInt(Cell::amount).sum();
    }

    int rows(Map<String, String> only) {
        return of(only).mapToInt(Cell::rows).sum();
    }

    /** The amounts by the values of a dimension, in the order of the values; those without one last. */
    Map<String, Integer> by(String dimension, Map<String, String> only) {
        int place = dimensions.indexOf(dimension);
        Map<String, Integer> parts = new TreeMap<>(Cells::emptyLast);
        of(only).forEach(cell -> parts.merge(cell.values().get(place), cell.amount(), Integer::sum));
        return parts;
    }

    private static int emptyLast(String one, String other) {
        return one.isEmpty() || other.isEmpty()
                ? Boolean.compare(one.isEmpty(), other.isEmpty())
                : one.compareTo(other);
    }

    private Stream<Cell> of(Map<String, String> only) {
        return cells.stream().filter(cell -> only.entrySet().stream()
                .allMatch(each ->
                        cell.values().get(dimensions.indexOf(each.getKey())).equals(each.getValue())));
    }
}
