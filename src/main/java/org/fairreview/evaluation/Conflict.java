package org.fairreview.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why an institution does not evaluate what one unit drafts (利益冲突), from a day on and, where it ends, until a day. */
@Entity
@Table(name = "evaluation_conflict")
public class Conflict {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String unitId;

    private String otherUnitId;

    @Column(length = 2000)
    private String reason;

    private LocalDate fromDay;

    private @Nullable LocalDate untilDay;

    protected Conflict() {}

    Conflict(String unitId, String otherUnitId, String reason, LocalDate fromDay, @Nullable LocalDate untilDay) {
        this.unitId = unitId;
        this.otherUnitId = otherUnitId;
        this.reason = reason;
        this.fromDay = fromDay;
        this.untilDay = untilDay;
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(fromDay) && (untilDay == null || !day.isAfter(untilDay));
    }

    public String unitId() {
        return unitId;
    }

    public String otherUnitId() {
        return otherUnitId;
    }

    public String reason() {
        return reason;
    }

    public LocalDate fromDay() {
        return fromDay;
    }

    public @Nullable LocalDate untilDay() {
        return untilDay;
    }
}
