package org.fairreview.reporting;

import jakarta.annotation.PreDestroy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.fairreview.identity.Units;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which numbers count for a period: those of its closing, or, where it is not closed, the ledger's of today. */
@Service
@Transactional(readOnly = true)
public class Books {

    private static final String COLUMNS =
            "select id, region_id, first_day, last_day, regions, closed_by, closed_at, remark,"
                    + " digest from closed_period";

    /** How many figures are read at once, for all pages together. */
    private static final int MOST_READERS = 4;

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final Counting counting;
    private final ExecutorService readers = Executors.newFixedThreadPool(
            Math.min(MOST_READERS, Runtime.getRuntime().availableProcessors()),
            new CustomizableThreadFactory("figures-"));
    private final Units units;

    Books(JdbcClient jdbc, DataSource dataSource, Counting counting, Units units) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.counting = counting;
        this.units = units;
    }

    /** The numbers for a part of the ledger, for somebody who sees the regions. */
    public Numbers of(Slice slice, Collection<String> seen) {
        return reading(slice, seen);
    }

    Reading readingToday() {
        return counting;
    }

    Reading reading(Slice slice, Collection<String> seen) {
        Optional<Closing> closing = closing(slice, seen);
        return closing.isPresent() ? closed(closing.get()) : counting;
    }

    /** The numbers of one page, for somebody who sees the regions. */
    public PageNumbers forPage(List<String> seen) {
        return new PageNumbers(this, seen, readers);
    }

    /**
     * The closing that covers the part. Where a county and the city have both closed the period, whoever sees the city reads
     * the city's, so that its counties add up to it. A region that came since is covered, too, with nothing; by itself it is told
     * by its own closing, where there is one.
     */
    public Optional<Closing> closing(Slice slice, Collection<String> seen) {
        return of(slice.period()).stream()
                .filter(closing -> seen.containsAll(closing.regions()))
                .filter(closing -> closing.covers(slice))
                .max(Comparator.<Closing, Boolean>comparing(
                                closing -> closing.regions().containsAll(slice.regions()))
                        .thenComparingInt(closing -> closing.regions().size()));
    }

    /** The shortest closed period of which the part is a part, where it is not closed by itself. */
    public Optional<Closing> around(Slice slice, Collection<String> seen) {
        return jdbc
                .sql(COLUMNS + " where first_day <= ? and last_day >= ? and (first_day < ? or last_day > ?)")
                .params(
                        slice.period().from(),
                        slice.period().until(),
                        slice.period().from(),
                        slice.period().until())
                .query(this::read)
                .list()
                .stream()
                .filter(closing -> seen.containsAll(closing.regions()))
                .filter(closing -> closing.regions().containsAll(slice.regions()))
                .min(Comparator.comparing(closing ->
                        closing.period().from().until(closing.period().until()).toTotalMonths()));
    }

    private List<Closing> of(Period period) {
        return jdbc.sql(COLUMNS + " where first_day = ? and last_day = ?")
                .params(period.from(), period.until())
                .query(this::read)
                .list();
    }

    /** The closings that somebody who sees the regions may read, the newest period first. */
    public List<Closing> all(Collection<String> seen) {
        return jdbc
                .sql(COLUMNS + " order by last_day desc, first_day desc, region_id")
                .query(this::read)
                .list()
                .stream()
                .filter(closing -> seen.containsAll(closing.regions()))
                .toList();
    }

    public Optional<Closing> find(long id, Collection<String> seen) {
        return jdbc.sql(COLUMNS + " where id = ?")
                .param(id)
                .query(this::read)
                .optional()
                .filter(closing -> seen.containsAll(closing.regions()));
    }

    /** Whether the region's regulator has closed the period. */
    public boolean isClosed(String regionId, Period period) {
        return of(period).stream().anyMatch(closing -> closing.regionId().equals(regionId));
    }

    /** The figures as they were closed. */
    public Numbers numbers(Closing closing) {
        return closed(closing);
    }

    /** The figures that were closed: all that the product had then. */
    public List<Figure> closedFigures(Closing closing) {
        ClosedNumbers closed = closed(closing);
        return Figures.all().stream().filter(closed::knows).toList();
    }

    ClosedNumbers closed(Closing closing) {
        Map<String, List<String>> dimensions = new LinkedHashMap<>();
        jdbc.sql("select figure, dimensions from closed_figure where closing_id = ?")
                .param(closing.id())
                .query(row -> {
                    String kept = row.getString("dimensions");
                    dimensions.put(row.getString("figure"), kept.isEmpty() ? List.of() : List.of(kept.split(",")));
                });
        boolean timed = jdbc.sql("select minutes is not null from closed_line where closing_id = ? and figure = 'steps'"
                        + " order by place fetch first 1 row only")
                .param(closing.id())
                .query(Boolean.class)
                .optional()
                .orElse(true);
        return new ClosedNumbers(jdbc, dataSource, counting, closing.id(), dimensions, timed);
    }

    /** The ledger of today, with which a closing is compared. */
    public Numbers today() {
        return counting;
    }

    private Closing read(ResultSet row, int line) throws SQLException {
        String region = row.getString("region_id");
        List<String> regions = Arrays.asList(row.getString("regions").split(","));
        return new Closing(
                row.getLong("id"),
                region,
                new Period(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                regions,
                units.visibleFrom(region).stream()
                        .filter(each -> !regions.contains(each))
                        .sorted()
                        .toList(),
                row.getString("closed_by"),
                row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                row.getString("remark"),
                row.getString("digest"));
    }

    @PreDestroy
    void stop() {
        readers.shutdown();
    }
}
