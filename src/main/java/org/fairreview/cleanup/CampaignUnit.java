package org.fairreview.cleanup;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A unit in a clean-up: whether a letter about its lateness was wanted, and the list that it signed on paper. */
@Entity
@Table(name = "campaign_unit")
public class CampaignUnit {

    /** The clean-up and the unit. */
    @Embeddable
    public record Id(String campaignNumber, String unitId) implements Serializable {}

    @EmbeddedId
    private Id id;

    private @Nullable Instant letterWantedAt;

    private @Nullable String listFileId;

    private @Nullable Instant listHandedInAt;

    @SuppressWarnings("NullAway.Init")
    protected CampaignUnit() {}

    CampaignUnit(String campaignNumber, String unitId) {
        this.id = new Id(campaignNumber, unitId);
    }

    void wantLetter(Instant now) {
        letterWantedAt = now;
    }

    void handIn(String fileId, Instant now) {
        listFileId = fileId;
        listHandedInAt = now;
    }

    public String unitId() {
        return id.unitId();
    }

    /** When a letter to the unit was wanted because it was late. */
    public Optional<Instant> letterWantedAt() {
        return Optional.ofNullable(letterWantedAt);
    }

    /** The scan of the unit's list with signature and seal. */
    public Optional<String> listFileId() {
        return Optional.ofNullable(listFileId);
    }

    public Optional<Instant> listHandedInAt() {
        return Optional.ofNullable(listHandedInAt);
    }
}
