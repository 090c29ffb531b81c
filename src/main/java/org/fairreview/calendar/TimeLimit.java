package org.fairreview.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a step may take (期限): a row of the office's own table, by region, route and the day from which it is valid.
 *
 * <p>National law fixes no limit for the steps of a review (Measures 31, 33), so none is a constant. A row is never
 * written over: a change is a row of its own, the newest of the latest day counts.
 */
@Entity
@Table(name = "time_limit")
public class TimeLimit {

    /** What the days are: 工作日 or 日. */
    public enum Counting {
        WORKING_DAYS,
        CALENDAR_DAYS
    }

    /** Which day is the first: the one after the step begins (自次日起算), or the very day (当日起算). */
    public enum StartRule {
        DAY_AFTER,
        SAME_DAY
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "time_limit_id")
    @SequenceGenerator(name = "time_limit_id", sequenceName = "time_limit_id", allocationSize = 1)
    private @Nullable Long id;

    private String step;

    private @Nullable String regionId;

    private @Nullable String route;

    private LocalDate validFrom;

    @Column(name = "days")
    private int days;

    @Enumerated(EnumType.STRING)
    private Counting counting;

    @Enumerated(EnumType.STRING)
    private StartRule startRule;

    private String source;

    @SuppressWarnings("NullAway")
    protected TimeLimit() {}

    TimeLimit(LimitChange change) {
        this.step = change.step();
        this.regionId = change.regionId();
        this.route = change.route();
        this.validFrom = change.validFrom();
        this.days = change.days();
        this.counting = change.counting();
        this.startRule = change.startRule();
        this.source = change.source();
    }

    /** What tells the row from others once it is stored. */
    public long id() {
        return Objects.requireNonNull(id);
    }

    public String step() {
        return step;
    }

    /** The region that has the limit for itself; absent for all regions. */
    public @Nullable String regionId() {
        return regionId;
    }

    /** The route of review that the limit is for; absent for all routes. */
    public @Nullable String route() {
        return route;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public int days() {
        return days;
    }

    public Counting counting() {
        return counting;
    }

    public StartRule startRule() {
        return startRule;
    }

    /** The article, or the office's own rule, behind the number. */
    public String source() {
        return source;
    }

    /** Whether it holds in the same place, and nothing of it would change. */
    boolean saysAlready(LimitChange change) {
        return Objects.equals(regionId, change.regionId())
                && Objects.equals(route, change.route())
                && days == change.days()
                && counting == change.counting()
                && startRule == change.startRule()
                && source.equals(change.source());
    }

    /** The last day of a step that begins on the day. */
    LocalDate lastDay(LocalDate begins, WorkingDays workingDays) {
        return switch (counting) {
            case WORKING_DAYS ->
                workingDays.after(
                        begins, startRule == StartRule.SAME_DAY && workingDays.isWorkingDay(begins) ? days - 1 : days);
            case CALENDAR_DAYS -> begins.plusDays(startRule == StartRule.SAME_DAY ? days - 1L : days);
        };
    }

    private boolean isFor(@Nullable String ofRegion, @Nullable String ofRoute) {
        return (regionId == null || regionId.equals(ofRegion)) && (route == null || route.equals(ofRoute));
    }

    /**
     * The row that counts for the region and the route: the region's own before one for all regions, the route's before
     * one for all routes, the first where both are alike.
     */
    static Optional<TimeLimit> counting(List<TimeLimit> newestFirst, @Nullable String region, @Nullable String route) {
        return newestFirst.stream()
                .filter(row -> row.isFor(region, route))
                .reduce((newer, older) -> older.preference() > newer.preference() ? older : newer);
    }

    private int preference() {
        return (regionId == null ? 0 : 2) + (route == null ? 0 : 1);
    }
}
