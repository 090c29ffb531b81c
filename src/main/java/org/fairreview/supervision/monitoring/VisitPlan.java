package org.fairreview.supervision.monitoring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** A plan of visits (走访计划): which points until when; its visits say who. */
@Entity
@Table(name = "monitoring_plan")
public class VisitPlan {

    @Id
    private String number;

    @Version
    private int revision;

    private String regionId;

    private String regulatorUnitId;

    private String title;

    @Column(length = 2000)
    private String focus;

    private LocalDate visitUntil;

    private String madeBy;

    private Instant madeAt;

    @SuppressWarnings("NullAway.Init")
    protected VisitPlan() {}

    VisitPlan(
            String number,
            String regionId,
            String regulatorUnitId,
            String title,
            String focus,
            LocalDate visitUntil,
            String madeBy,
            Instant madeAt) {
        this.number = number;
        this.regionId = regionId;
        this.regulatorUnitId = regulatorUnitId;
        this.title = title;
        this.focus = focus;
        this.visitUntil = visitUntil;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    public String number() {
        return number;
    }

    public String regionId() {
        return regionId;
    }

    public String regulatorUnitId() {
        return regulatorUnitId;
    }

    public String title() {
        return title;
    }

    /** What the visits are to look at; may be empty. */
    public String focus() {
        return focus;
    }

    public LocalDate visitUntil() {
        return visitUntil;
    }

    public String madeBy() {
        return madeBy;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
