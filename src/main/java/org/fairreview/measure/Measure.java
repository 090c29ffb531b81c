package org.fairreview.measure;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A policy measure (政策措施) that a unit drafts. Its texts are its versions. */
@Entity
@Table(name = "measure")
public class Measure {

    @Id
    private String id;

    @Version
    private int revision;

    private String draftingUnitId;

    private String regionId;

    @Embedded
    private MeasureFacts facts;

    @Enumerated(EnumType.STRING)
    private Circulation circulation = Circulation.INTERNAL;

    @Column(length = 4000)
    private String hearingOtherwise = "";

    private String createdBy;

    private Instant createdAt;

    protected Measure() {}

    Measure(String draftingUnitId, String regionId, MeasureFacts facts, String createdBy, Instant createdAt) {
        this.id = UUID.randomUUID().toString();
        this.draftingUnitId = draftingUnitId;
        this.regionId = regionId;
        this.facts = facts;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    public String id() {
        return id;
    }

    /** The drafting unit; the lead unit of a joint measure (Reg. 13). */
    public String draftingUnitId() {
        return draftingUnitId;
    }

    public String regionId() {
        return regionId;
    }

    public MeasureFacts facts() {
        return facts;
    }

    public Circulation circulation() {
        return circulation;
    }

    /**
     * How interested parties were heard on a measure that may not be shown to everybody (Measures 28), and under which
     * provisions; empty where nothing was said.
     */
    public String hearingOtherwise() {
        return hearingOtherwise;
    }

    void circulate(Circulation level, String otherwise) {
        circulation = level;
        if (!otherwise.isBlank()) {
            hearingOtherwise = otherwise;
        }
    }

    /** Destroys what the drafting unit said about it; the title stays unless it is restricted. */
    void destroy(String titleOfRestricted) {
        facts = new MeasureFacts(
                circulation.isRestricted() ? titleOfRestricted : facts.title(),
                facts.kind(),
                facts.issuance(),
                facts.issuingBody(),
                "",
                facts.industries(),
                "",
                "",
                "");
        hearingOtherwise = "";
    }

    public String createdBy() {
        return createdBy;
    }
}
