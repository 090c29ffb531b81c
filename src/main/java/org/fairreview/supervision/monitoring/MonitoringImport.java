package org.fairreview.supervision.monitoring;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A spreadsheet of points and visits that was brought: looked at, and taken over when somebody says so. */
@Entity
@Table(name = "monitoring_import")
public class MonitoringImport {

    @Id
    private String id;

    @Version
    private int revision;

    private String regionId;

    private String regulatorUnitId;

    private String fileName;

    private String sha256;

    private String broughtBy;

    private Instant broughtAt;

    private @Nullable String enteredBy;

    private @Nullable Instant enteredAt;

    private int pointsEntered;

    private int visitsEntered;

    @SuppressWarnings("NullAway.Init")
    protected MonitoringImport() {}

    MonitoringImport(
            String id,
            String regionId,
            String regulatorUnitId,
            String fileName,
            String sha256,
            String broughtBy,
            Instant broughtAt) {
        this.id = id;
        this.regionId = regionId;
        this.regulatorUnitId = regulatorUnitId;
        this.fileName = fileName;
        this.sha256 = sha256;
        this.broughtBy = broughtBy;
        this.broughtAt = broughtAt;
    }

    void entered(int points, int visits, String userId, Instant now) {
        pointsEntered = points;
        visitsEntered = visits;
        enteredBy = userId;
        enteredAt = now;
    }

    public String id() {
        return id;
    }

    public String regionId() {
        return regionId;
    }

    String regulatorUnitId() {
        return regulatorUnitId;
    }

    public String fileName() {
        return fileName;
    }

    public String sha256() {
        return sha256;
    }

    public String broughtBy() {
        return broughtBy;
    }

    public Instant broughtAt() {
        return broughtAt;
    }

    public Optional<Instant> enteredAt() {
        return Optional.ofNullable(enteredAt);
    }

    public int pointsEntered() {
        return pointsEntered;
    }

    public int visitsEntered() {
        return visitsEntered;
    }
}
