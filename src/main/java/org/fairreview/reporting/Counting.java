package org.fairreview.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts figures. A number, its parts by any dimension and the list behind it are read with one and the same condition from
 * one and the same rows, so that they add up.
 */
@Service
@Transactional(readOnly = true)
public class Counting {

    /** What every figure is told apart by. */
    public static final List<String> COMMON = List.of("region", "unit", "month");

    private static final int PORTION = 500;

    /**
     * What is counted.
     *
     * @param subject the number of its case
     * @param title null where nothing is written down, or where it is for the case's handlers only
     * @param url its page; null where it has none
     * @param on the day by which it is counted
     * @param amount for how many it counts
     */
    public record Line(
            String subject,
            @Nullable String title,
            @Nullable String url,
            String regionId,
            @Nullable String unitId,
            boolean restricted,
            @Nullable LocalDate on,
            int amount,
            Map<String, String> values) {}

    private final JdbcClient jdbc;
    private final JdbcClient streaming;
    private final String zone;

    Counting(JdbcClient jdbc, DataSource dataSource, Clock clock) {
        this.jdbc = jdbc;
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(PORTION);
        this.streaming = JdbcClient.create(template);
        this.zone = clock.getZone().getId();
    }

    public int count(Figure figure, Slice slice) {
        return jdbc.sql("select coalesce(sum(x.amount), 0) from (%s) x where %s"
                        .formatted(figure.source().rows(zone), slice.condition(figure)))
                .params(slice.values())
                .query(Integer.class)
                .single();
    }

    /** The number by the values of a dimension, in the order of the values; an empty value where a row has none. */
    public Map<String, Integer> by(Figure figure, Slice slice, String dimension) {
        Map<String, Integer> parts = new LinkedHashMap<>();
        jdbc.sql("select %1$s as part, sum(x.amount) as amount from (%2$s) x where %3$s group by %1$s order by %1$s"
                        .formatted(column(figure, dimension), figure.source().rows(zone), slice.condition(figure)))
                .params(slice.values())
                .query((ResultSet row) -> {
                    String part = row.getString("part");
                    parts.put(part == null ? "" : part, row.getInt("amount"));
                });
        return parts;
    }

    /** How many rows there are: as many as the number where each counts for one. */
    public int rows(Figure figure, Slice slice) {
        return jdbc.sql("select count(*) from (%s) x where %s"
                        .formatted(figure.source().rows(zone), slice.condition(figure)))
                .params(slice.values())
                .query(Integer.class)
                .single();
    }

    /** Some of the rows, the newest first. */
    public List<Line> lines(Figure figure, Slice slice, int offset, int most) {
        return statement(jdbc, figure, slice, " limit %d offset %d".formatted(most, offset))
                .query((row, place) -> line(figure, row))
                .list();
    }

    /** Gives every row, one after the other, without keeping them in memory. */
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
                        .formatted(figure.source().rows(zone), slice.condition(figure), order, part))
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
