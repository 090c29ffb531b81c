package org.fairreview.cleanup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** That the validity of a measure in force was prolonged, and on which document. */
@Entity
@Table(name = "validity_extension")
public class ValidityExtension {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String measureId;

    private LocalDate endedOn;

    private LocalDate validUntil;

    private String documentNumber;

    private LocalDate documentOn;

    @Column(length = 4000)
    private String reason;

    private String extendedBy;

    private Instant extendedAt;

    @SuppressWarnings("NullAway.Init")
    protected ValidityExtension() {}

    ValidityExtension(
            String measureId,
            LocalDate endedOn,
            ValidityExtensions.Basis basis,
            String extendedBy,
            Instant extendedAt) {
        this.measureId = measureId;
        this.endedOn = endedOn;
        this.validUntil = basis.until();
        this.documentNumber = basis.documentNumber();
        this.documentOn = basis.documentOn();
        this.reason = basis.reason();
        this.extendedBy = extendedBy;
        this.extendedAt = extendedAt;
    }

    /** The last day of validity before. */
    public LocalDate endedOn() {
        return endedOn;
    }

    public LocalDate validUntil() {
        return validUntil;
    }

    public String documentNumber() {
        return documentNumber;
    }

    public LocalDate documentOn() {
        return documentOn;
    }

    public String reason() {
        return reason;
    }

    public String extendedBy() {
        return extendedBy;
    }

    public Instant extendedAt() {
        return extendedAt;
    }
}
