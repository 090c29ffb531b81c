package org.fairreview.reporting;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of a closed period as they were counted then. A figure that the product did not have yet is counted today. */
final class ClosedNumbers extends Reading {

    private static final String ALL = "1 = 1";

    private final long closing;
    private final Map<String, List<String>> dimensions;
    private final boolean timed;
    private final Counting counting;

    /**
     * @param dimensions of each closed figure, in the order of the values of its lines
     * @param timed whether the time that each step took was closed
     */
    ClosedNumbers(
            JdbcClient jdbc,
            DataSource dataSource,
            Counting counting,
            long closing,
            Map<String, List<String>> dimensions,
            boolean timed) {
        super(jdbc, dataSource);
        this.timed = timed;
        this.counting = counting;
        this.closing = closing;
        this.dimensions = dimensions;
    }

    /** As long as they were closed to have taken; counted today where times were not closed yet. */
    @Override
    public List<StepDuration> durations(Slice slice) {
        return timed && knows(Figures.find("steps").orElseThrow()) ? super.durations(slice) : counting.durations(slice);
    }

    boolean knows(Figure figure) {
        return dimensions.containsKey(figure.id());
    }

    /** The lines as they were kept; what was restricted since the closing is so here, too. */
    @Override
    protected String source(Figure figure) {
        List<String> kept = dimensions.get(figure.id());
        if (kept == null) {
            return counting.source(figure);
        }
        String values = figure.dimensions().stream()
                .map(dimension -> (kept.contains(dimension)
                                ? "l.value" + (kept.indexOf(dimension) + 1)
                                : "cast(null as varchar(10))")
                        + " as " + dimension)
                .map(column -> ", " + column)
                .collect(Collectors.joining());
        return """
               select l.subject, l.title, l.url, l.region_id, l.unit_id,
                 (l.restricted or coalesce(l.subject in (%s), false)) as restricted,
                 l.counted_on as received_on, l.counted_on as concluded_on, l.counted_on as issued_on,
                 cast(null as date) as ended_on, l.amount, l.minutes%s
               from closed_line l where l.closing_id = %d and l.figure = '%s'
               """
                .formatted(Withheld.NUMBERS, values, closing, figure.id());
    }

    @Override
    protected String within(Figure figure) {
        return knows(figure) ? ALL : counting.within(figure);
    }

    @Override
    protected String counted(Figure figure) {
        return knows(figure) ? ALL : counting.counted(figure);
    }

    /** The columns of the values of a figure's lines. */
    static List<String> columns(Figure figure) {
        return IntStream.rangeClosed(1, figure.dimensions().size())
                .mapToObj(place -> "value" + place)
                .toList();
    }
}
