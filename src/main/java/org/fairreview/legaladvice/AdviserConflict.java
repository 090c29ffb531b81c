package org.fairreview.legaladvice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A declared conflict of interest (利益冲突) of an adviser with a unit, or with somebody named; its days included. */
@Entity
@Table(name = "adviser_conflict")
public class AdviserConflict {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String userId;

    private @Nullable String unitId;

    private @Nullable String partyName;

    @Column(length = 4000)
    private String reason;

    private LocalDate fromDay;

    private @Nullable LocalDate untilDay;

    private String declaredBy;

    private Instant declaredAt;

    @SuppressWarnings("NullAway.Init")
    protected AdviserConflict() {}

    AdviserConflict(
            String userId,
            Party party,
            String reason,
            LocalDate fromDay,
            @Nullable LocalDate untilDay,
            String declaredBy,
            Instant declaredAt) {
        this.userId = userId;
        this.unitId = party.unitId();
        this.partyName = party.unitId() == null ? party.name() : null;
        this.reason = reason;
        this.fromDay = fromDay;
        this.untilDay = untilDay;
        this.declaredBy = declaredBy;
        this.declaredAt = declaredAt;
    }

    void endBefore(LocalDate day) {
        untilDay = day.minusDays(1);
    }

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(fromDay) && !isOverOn(day);
    }

    public boolean isOverOn(LocalDate day) {
        return untilDay != null && day.isAfter(untilDay);
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    public String userId() {
        return userId;
    }

    public Party party() {
        return new Party(unitId, partyName);
    }

    /** Why; empty where it was declared by standing aside, as the reason then stands with the case. */
    public String reason() {
        return reason;
    }

    public LocalDate from() {
        return fromDay;
    }

    public Optional<LocalDate> until() {
        return Optional.ofNullable(untilDay);
    }

    public String declaredBy() {
        return declaredBy;
    }

    public Instant declaredAt() {
        return declaredAt;
    }
}
