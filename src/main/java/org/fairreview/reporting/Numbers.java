package org.fairreview.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where figures are read: from the ledger as it is today ({@link Counting}), or as they stood when their period was closed. A
 * number, its parts by any dimension and the list behind it are read with one and the same condition from one and the
 * same rows, so that they add up.
 */
public interface Numbers {

    /** What every figure is told apart by. */
    List<String> COMMON = List.of("region", "unit", "month");

    /**
     * What is counted.
     *
     * @param subject the number of its case
     * @param title null where nothing is written down, or where it is for the case's handlers only
     * @param url its page; null where it has none
     * @param on the day by which it is counted
     * @param amount for how many it counts
     */
    record Line(
            String subject,
            @Nullable String title,
            @Nullable String url,
            String regionId,
            @Nullable String unitId,
            boolean restricted,
            @Nullable LocalDate on,
            int amount,
            Map<String, String> values) {}

    int count(Figure figure, Slice slice);

    /** The number by the values of a dimension, in the order of the values; an empty value where a row has none. */
    Map<String, Integer> by(Figure figure, Slice slice, String dimension);

    /** How many rows there are: as many as the number where each counts for one. */
    int rows(Figure figure, Slice slice);

    /** Some of the rows, the newest first. */
    List<Line> lines(Figure figure, Slice slice, int offset, int most);

    /** How long the steps took, those first that were late most often. Those of a closed period took as long as it was closed. */
    List<StepDuration> durations(Slice slice);

    /** Gives every row, one after the other, without keeping them in memory. */
    void each(Figure figure, Slice slice, Consumer<Line> line);
}
