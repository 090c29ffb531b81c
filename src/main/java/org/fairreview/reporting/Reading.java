package org.fairreview.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads figures from rows that have the columns of a {@link Source}. */
abstract class Reading implements Numbers {

    private static final int PORTION = 500;

    private final JdbcClient jdbc;
    private final JdbcClient streaming;

    Reading(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(PORTION);
        this.streaming = JdbcClient.create(template);
    }

    /** A select of the rows among which the figure is counted. */
    protected abstract String source(Figure figure);

    /** Which of them belong to the period, as a condition on {@code x}. */
    protected abstract String within(Figure figure);

    /** Which of those count. */
    protected abstract String counted(Figure figure);

    /** Which of them the figure counts in the part of the ledger. */
    String condition(Figure figure, Slice slice) {
        return slice.dated("%s and %s".formatted(within(figure), counted(figure))) + " and " + slice.part(figure);
    }

    @Override
    public int count(Figure figure, Slice slice) {
        return jdbc.sql("select coalesce(sum(x.amount), 0) from (%s) x where %s"
                        .formatted(source(figure), condition(figure, slice)))
                .params(slice.values())
                .query(Integer.class)
                .single();
    }

    @Override
    public Map<String, Integer> by(Figure figure, Slice slice, String dimension) {
        Map<String, Integer> parts = new LinkedHashMap<>();
        jdbc.sql("select %1$s as part, sum(x.amount) as amount from (%2$s) x where %3$s group by %1$s order by %1$s"
                        .formatted(column(figure, dimension), source(figure), condition(figure, slice)))
                .params(slice.values())
                .query((ResultSet row) -> {
                    String part = row.getString("part");
                    parts.put(part == null ? "" : part, row.getInt("amount"));
                });
        return parts;
    }

    /** The figures that are read in one go: they count the same rows, by the same day. */
    protected List<Figure> readWith(Figure figure) {
        return List.of(figure);
    }

    /** The figure of a whole slice, and those that are read with it, by their ids. */
    Map<String, Cells> cells(Figure figure, Slice slice) {
        List<Figure> together = readWith(figure);
        List<String> dimensions = Stream.concat(
                        Numbers.COMMON.stream(), together.stream().flatMap(each -> each.dimensions().stream()))
                .distinct()
                .toList();
        List<String> counted =
                together.stream().map(each -> slice.dated(counted(each))).toList();
        String rows = "select %s, %s, x.amount from (%s) x where %s and (%s) and %s"
                .formatted(
                        named("k", dimensions.stream().map(dimension -> column(figure, dimension))),
                        named("c", counted.stream().map("case when %s then 1 else 0 end"::formatted)),
                        source(figure),
                        slice.dated(within(figure)),
                        String.join(" or ", counted),
                        slice.part(figure));
        String keys = numbered("k%d", dimensions.size());
        Map<String, Cells> cells = new HashMap<>();
        together.forEach(each -> cells.put(each.id(), new Cells(dimensions)));
        jdbc.sql("select %1$s, %2$s from (%3$s) r group by %1$s"
                        .formatted(keys, numbered("sum(r.amount * r.c%1$d), sum(r.c%1$d)", together.size()), rows))
                .params(slice.values())
                .query((ResultSet row) -> add(row, dimensions.size(), together, cells));
        return cells;
    }

    private static String named(String letter, Stream<String> columns) {
        List<String> all = columns.toList();
        return IntStream.range(0, all.size())
                .mapToObj(place -> all.get(place) + " as " + letter + place)
                .collect(Collectors.joining(", "));
    }

    private static String numbered(String name, int many) {
        return IntStream.range(0, many).mapToObj(name::formatted).collect(Collectors.joining(", "));
    }

    private static void add(ResultSet row, int dimensions, List<Figure> together, Map<String, Cells> cells)
            throws SQLException {
        List<String> values = new ArrayList<>();
        for (int place = 1; place <= dimensions; place++) {
            values.add(Objects.requireNonNullElse(row.getString(place), ""));
        }
        for (int place = 0; place < together.size(); place++) {
            int sum = dimensions + 2 * place + 1;
            int rows = row.getInt(sum + 1);
            if (rows > 0) {
                cells.get(together.get(place).id()).add(values, row.getInt(sum), rows);
            }
        }
    }

    @Override
    public int rows(Figure figure, Slice slice) {
        return jdbc.sql("select count(*) from (%s) x where %s".formatted(source(figure), condition(figure, slice)))
                .params(slice.values())
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Line> lines(Figure figure, Slice slice, int offset, int most) {
        return statement(jdbc, figure, slice, " limit %d offset %d".formatted(most, offset))
                .query((row, place) -> line(figure, row))
                .list();
    }

    @Override
    public List<StepDuration> durations(Slice slice) {
        Figure steps = Figures.find("steps").orElseThrow();
        return jdbc.sql(
                        """
                        select x.step, count(*) as done, count(x.step_late) as limited,
                          sum(case when x.step_late = 'LATE' then 1 else 0 end) as late,
                          percentile_cont(0.5) within group (order by x.minutes) as median,
                          percentile_cont(0.9) within group (order by x.minutes) as ninety
                        from (%s) x where %s group by x.step order by late desc, x.step
                        """
                                .formatted(source(steps), condition(steps, slice)))
                .params(slice.values())
                .query((row, line) -> new StepDuration(
                        row.getString("step"),
                        row.getInt("done"),
                        row.getInt("limited"),
                        row.getInt("late"),
                        (int) Math.round(row.getDouble("median")),
                        (int) Math.round(row.getDouble("ninety"))))
                .list();
    }

    @Override
    public void each(Figure figure, Slice slice, Consumer<Line> line) {
        statement(streaming, figure, slice, "").query((ResultSet row) -> line.accept(line(figure, row)));
    }

    private JdbcClient.StatementSpec statement(JdbcClient client, Figure figure, Slice slice, String part) {
        // rows of which a page ends in the middle must come in the same order for the next one
        String order = Stream.concat(
                        Stream.of(figure.countedBy().column() + " desc", "subject", "title", "unit_id", "amount"),
                        figure.dimensions().stream())
                .map(column -> "x." + column)
                .collect(Collectors.joining(", "));
        return client.sql("select x.* from (%s) x where %s order by %s%s"
                        .formatted(source(figure), condition(figure, slice), order, part))
                .params(slice.values());
    }

    private static Line line(Figure figure, ResultSet row) throws SQLException {
        boolean restricted = row.getBoolean("restricted");
        Map<String, String> values = new LinkedHashMap<>();
        for (String dimension : figure.dimensions()) {
            String value = row.getString(dimension);
            values.put(dimension, value == null ? "" : value);
        }
        return new Line(
                row.getString("subject"),
                restricted ? null : row.getString("title"),
                row.getString("url"),
                row.getString("region_id"),
                row.getString("unit_id"),
                restricted,
                row.getObject(figure.countedBy().column(), LocalDate.class),
                row.getInt("amount"),
                values);
    }

    /** The expression of a dimension; one that the figure does not have is no part of an address that leads here. */
    static String column(Figure figure, String dimension) {
        return switch (dimension) {
            case "region" -> "x.region_id";
            case "unit" -> "x.unit_id";
            // an explicit cast cuts the text of the day off behind its month
            case "month" ->
                "cast(x.%s as varchar(7))".formatted(figure.countedBy().column());
            default -> {
                if (!figure.source().has(dimension)) {
                    throw new IllegalArgumentException(dimension);
                }
                yield "x." + dimension;
            }
        };
    }
}
