package org.fairreview.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long a step may take (期限): a row of the office's own table, by region and the day from which it is valid.
 *
 * <p>National law fixes no limit for the steps of a review (Measures 31, 33), so none is a constant.
 */
@Entity
@Table(name = "time_limit")
public class TimeLimit {

    /** What the days are: 工作日 or 日. */
    public enum Counting {
        WORKING_DAYS,
        CALENDAR_DAYS
    }

    @Id
    private Long id;

    private String step;

    private @Nullable String regionId;

    private LocalDate validFrom;

    @Column(name = "days")
    private int days;

    @Enumerated(EnumType.STRING)
    private Counting counting;

    private String source;

    protected TimeLimit() {}

    public String step() {
        return step;
    }

    public int days() {
        return days;
    }

    public Counting counting() {
        return counting;
    }

    /** The article, or the office's own rule, behind the number. */
    public String source() {
        return source;
    }

    @Nullable
    String regionId() {
        return regionId;
    }
}
