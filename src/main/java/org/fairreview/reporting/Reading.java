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

    /** Which of them count, as a condition on {@code x}. */
    protected abstract String condition(Figure figure, Slice slice);

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
        Map<String, Cells> cells = new HashMap<>();
        together.forEach(each -> cells.put(each.id(), new Cells(dimensions)));
        List<String> columns = Stream.concat(
                        dimensions.stream().map(dimension -> column(figure, dimension)),
                        together.stream().map(each -> "case when %s then 1 else 0 end".formatted(counted(each))))
                .toList();
        List<String> names = IntStream.range(0, columns.size())
                .mapToObj(place -> "c" + place)
                .toList();
        String named = IntStream.range(0, columns.size())
                .mapToObj(place -> columns.get(place) + " as " + names.get(place))
                .collect(Collectors.joining(", "));
        jdbc.sql(
                        "select %1$s, sum(r.amount) as amount, count(*) as counted from (select %2$s, x.amount from (%3$s) x where %4$s) r group by %1$s"
                                .formatted(String.join(", ", names), named, source(figure), rowsOf(together, slice)))
                .params(slice.values())
                .query((ResultSet row) -> add(row, dimensions.size(), together, cells));
        return cells;
    }

    private static void add(ResultSet row, int dimensions, List<Figure> together, Map<String, Cells> cells)
            throws SQLException {
        List<String> values = new ArrayList<>();
        for (int place = 1; place <= dimensions; place++) {
            values.add(Objects.requireNonNullElse(row.getString(place), ""));
        }
        for (int place = 0; place < together.size(); place++) {
            if (row.getBoolean(dimensions + 1 + place)) {
                cells.get(together.get(place).id()).add(values, row.getInt("amount"), row.getInt("counted"));
            }
        }
    }

    /** Which of the rows of {@link #rowsOf} the figure counts. */
    protected String counted(Figure figure) {
        return "1 = 1";
    }

    /** The rows that some of the figures count, which are read together. */
    protected String rowsOf(List<Figure> together, Slice slice) {
        return condition(together.get(0), slice);
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
            case "month" ->
                "substring(cast(x.%s as varchar(10)), 1, 7)"
                        .formatted(figure.countedBy().column());
            default -> {
                if (!figure.source().has(dimension)) {
                    throw new IllegalArgumentException(dimension);
                }
                yield "x." + dimension;
            }
        };
    }
}
