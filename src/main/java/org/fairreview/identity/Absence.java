package org.fairreview.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A period in which a colleague stands in for somebody (外出委托), its first and last day included. */
@Entity
@Table(name = "absence")
public class Absence {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String userId;

    private String deputyId;

    private LocalDate fromDay;

    private LocalDate untilDay;

    private Instant namedAt;

    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected Absence() {}

    Absence(String userId, String deputyId, LocalDate fromDay, LocalDate untilDay, Instant namedAt) {
        this.userId = userId;
        this.deputyId = deputyId;
        this.fromDay = fromDay;
        this.untilDay = untilDay;
        this.namedAt = namedAt;
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    public String userId() {
        return userId;
    }

    public String deputyId() {
        return deputyId;
    }

    public LocalDate from() {
        return fromDay;
    }

    public LocalDate until() {
        return untilDay;
    }

    /** Whether the deputy stands in on the day. */
    public boolean covers(LocalDate day) {
        return endedAt == null && !day.isBefore(fromDay) && !day.isAfter(untilDay);
    }

    /** Whether the person has taken it back, or its last day is over. */
    public boolean isOverOn(LocalDate day) {
        return endedAt != null || day.isAfter(untilDay);
    }

    boolean overlaps(LocalDate from, LocalDate until) {
        return endedAt == null && !from.isAfter(untilDay) && !until.isBefore(fromDay);
    }

    void end(Instant now) {
        endedAt = now;
    }
}
