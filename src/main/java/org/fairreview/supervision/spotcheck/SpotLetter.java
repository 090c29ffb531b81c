package org.fairreview.supervision.spotcheck;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** The letter to a unit about all its measures in which a spot check found problems. */
@Entity
@Table(name = "spot_letter")
public class SpotLetter {

    /** The spot check and the unit. */
    @Embeddable
    public record Id(String checkNumber, String unitId) implements Serializable {}

    @EmbeddedId
    private Id id;

    private String letterNumber;

    private Instant wantedAt;

    @SuppressWarnings("NullAway.Init")
    protected SpotLetter() {}

    SpotLetter(String checkNumber, String unitId, String letterNumber, Instant wantedAt) {
        this.id = new Id(checkNumber, unitId);
        this.letterNumber = letterNumber;
        this.wantedAt = wantedAt;
    }

    public String unitId() {
        return id.unitId();
    }

    /** The number of the letter's file. */
    public String letterNumber() {
        return letterNumber;
    }
}
