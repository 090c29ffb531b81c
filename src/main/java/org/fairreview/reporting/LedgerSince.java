package org.fairreview.reporting;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger of today as a closing is compared with it. Steps of cases whose history has left the engine since (ADR 19), or that
 * were destroyed, stand as they were closed: that they can no longer be counted is no correction.
 */
final class LedgerSince extends Reading {

    private static final String COLUMNS =
            "y.subject, y.title, y.url, y.region_id, y.unit_id, y.restricted, y.received_on,"
                    + " y.concluded_on, y.issued_on, y.ended_on, y.amount";

    private static final String LEFT = "(exists (select 1 from case_course a where a.case_number = y.subject)"
            + " or exists (select 1 from review_case g where g.number = y.subject and g.destroyed_at is not null))";

    private final Counting counting;
    private final ClosedNumbers closed;

    LedgerSince(JdbcClient jdbc, DataSource dataSource, Counting counting, ClosedNumbers closed) {
        super(jdbc, dataSource);
        this.counting = counting;
        this.closed = closed;
    }

    private boolean keeps(Figure figure) {
        return figure.source().isHistory() && closed.knows(figure);
    }

    @Override
    protected String source(Figure figure) {
        if (!keeps(figure)) {
            return counting.source(figure);
        }
        List<String> dimensions = figure.source().dimensions();
        return "select %s, false as kept from (%s) y where not %s union all select %s, true from (%s) y where %s"
                .formatted(
                        columns(dimensions, dimensions),
                        counting.source(figure),
                        LEFT,
                        columns(dimensions, figure.dimensions()),
                        closed.source(figure),
                        LEFT);
    }

    /** @param had those of the dimensions that the rows have; the others are empty */
    private static String columns(List<String> dimensions, List<String> had) {
        return Stream.concat(
                        Stream.of(COLUMNS),
                        dimensions.stream()
                                .map(dimension -> had.contains(dimension)
                                        ? "y." + dimension
                                        : "cast(null as varchar(200)) as " + dimension))
                .collect(Collectors.joining(", "));
    }

    @Override
    protected String condition(Figure figure, Slice slice) {
        return keeps(figure)
                ? "((x.kept and %s) or (not x.kept and %s))".formatted(slice.part(figure), slice.condition(figure))
                : counting.condition(figure, slice);
    }
}
