package org.fairreview.review.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewRoute;
import org.jspecify.annotations.Nullable;

/** A review of a classified measure that was done on paper (线下审查): counted in the ledger, with neither title nor text. */
@Entity
@Table(name = "offline_review")
public class OfflineReview {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String regionId;

    private String unitId;

    private LocalDate reviewedOn;

    private Instant reviewedAt;

    @Enumerated(EnumType.STRING)
    private ReviewRoute route;

    @Enumerated(EnumType.STRING)
    private Conclusion conclusion;

    private String paperNumber;

    private String handledBy;

    private String remark;

    private String registeredBy;

    private Instant registeredAt;

    @SuppressWarnings("NullAway.Init")
    protected OfflineReview() {}

    OfflineReview(String regionId, OfflineFacts facts, Instant reviewedAt, String registeredBy, Instant registeredAt) {
        this.regionId = regionId;
        this.unitId = facts.unitId();
        this.reviewedOn = facts.reviewedOn();
        this.reviewedAt = reviewedAt;
        this.route = facts.route();
        this.conclusion = facts.conclusion();
        this.paperNumber = facts.paperNumber();
        this.handledBy = facts.handledBy();
        this.remark = facts.remark();
        this.registeredBy = registeredBy;
        this.registeredAt = registeredAt;
    }

    public @Nullable Long id() {
        return id;
    }

    public String regionId() {
        return regionId;
    }

    public String unitId() {
        return unitId;
    }

    public LocalDate reviewedOn() {
        return reviewedOn;
    }

    public ReviewRoute route() {
        return route;
    }

    public Conclusion conclusion() {
        return conclusion;
    }

    public String paperNumber() {
        return paperNumber;
    }

    public String handledBy() {
        return handledBy;
    }

    public String remark() {
        return remark;
    }

    public String registeredBy() {
        return registeredBy;
    }

    public Instant registeredAt() {
        return registeredAt;
    }
}
