package org.fairreview.review.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.fairreview.review.Conclusion;
import org.jspecify.annotations.Nullable;

/**
 * A review that was finished before the system was there, entered later (补录): counted in the ledger, never in figures
 * about time.
 */
@Entity
@Table(name = "past_review")
public class PastReview {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String entryKey;

    private String regionId;

    private String unitId;

    private String title;

    @Enumerated(EnumType.STRING)
    private MeasureKind kind;

    @Enumerated(EnumType.STRING)
    private @Nullable Issuance issuance;

    private LocalDate receivedOn;

    private Instant receivedAt;

    private LocalDate concludedOn;

    @Enumerated(EnumType.STRING)
    private Conclusion conclusion;

    private @Nullable String documentNumber;

    private @Nullable String issuedNumber;

    private @Nullable LocalDate issuedOn;

    @Column(length = 2000)
    private String remark;

    private String importedBy;

    private Instant importedAt;

    protected PastReview() {}

    PastReview(PastFacts facts, Instant receivedAt, String importedBy, Instant importedAt) {
        this.entryKey = facts.key();
        this.regionId = facts.regionId();
        this.unitId = facts.unitId();
        this.title = facts.title();
        this.kind = facts.kind();
        this.issuance = facts.issuance();
        this.receivedOn = facts.receivedOn();
        this.receivedAt = receivedAt;
        this.concludedOn = facts.concludedOn();
        this.conclusion = facts.conclusion();
        this.documentNumber = facts.documentNumber();
        this.issuedNumber = facts.issuedNumber();
        this.issuedOn = facts.issuedOn();
        this.remark = facts.remark();
        this.importedBy = importedBy;
        this.importedAt = importedAt;
    }

    public Long id() {
        return id;
    }

    String entryKey() {
        return entryKey;
    }

    public String regionId() {
        return regionId;
    }

    public String unitId() {
        return unitId;
    }

    public String title() {
        return title;
    }

    public MeasureKind kind() {
        return kind;
    }

    public Optional<Issuance> issuance() {
        return Optional.ofNullable(issuance);
    }

    public LocalDate receivedOn() {
        return receivedOn;
    }

    public LocalDate concludedOn() {
        return concludedOn;
    }

    public Conclusion conclusion() {
        return conclusion;
    }

    public Optional<String> documentNumber() {
        return Optional.ofNullable(documentNumber);
    }

    public Optional<String> issuedNumber() {
        return Optional.ofNullable(issuedNumber);
    }

    public Optional<LocalDate> issuedOn() {
        return Optional.ofNullable(issuedOn);
    }

    public String remark() {
        return remark;
    }

    public String importedBy() {
        return importedBy;
    }

    public Instant importedAt() {
        return importedAt;
    }
}
