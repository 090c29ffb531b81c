package org.fairreview.legaladvice;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A contract of the regulator on which an adviser is asked (合同审查). */
@Entity
@Table(name = "advice_contract")
public class Contract {

    @Id
    private String number;

    private String regionId;

    private String unitId;

    private String title;

    private String counterparty;

    private @Nullable BigDecimal amount;

    private String submittedBy;

    private Instant submittedAt;

    @SuppressWarnings("NullAway.Init")
    protected Contract() {}

    Contract(
            String number,
            String regionId,
            String unitId,
            String title,
            String counterparty,
            @Nullable BigDecimal amount,
            String submittedBy,
            Instant submittedAt) {
        this.number = number;
        this.regionId = regionId;
        this.unitId = unitId;
        this.title = title;
        this.counterparty = counterparty;
        this.amount = amount;
        this.submittedBy = submittedBy;
        this.submittedAt = submittedAt;
    }

    public String number() {
        return number;
    }

    public String regionId() {
        return regionId;
    }

    /** The regulator whose contract it is. */
    public String unitId() {
        return unitId;
    }

    public String title() {
        return title;
    }

    public String counterparty() {
        return counterparty;
    }

    /** What it is worth, in yuan. */
    public Optional<BigDecimal> amount() {
        return Optional.ofNullable(amount);
    }

    public String submittedBy() {
        return submittedBy;
    }

    public Instant submittedAt() {
        return submittedAt;
    }
}
