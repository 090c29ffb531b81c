package org.fairreview.supervision.lead;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One finding of a lead's measure (线索来源): where, by whom, and what was said. */
@Entity
@Table(name = "lead_source")
public class LeadSource {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String leadNumber;

    @Enumerated(EnumType.STRING)
    private SourceKind kind;

    private String sourceKey;

    private @Nullable String matter;

    private @Nullable String address;

    private String title;

    private String documentNumber;

    private String issuer;

    @Column(length = 20000)
    private String said;

    private @Nullable String caseNumber;

    private @Nullable String foundBy;

    private Instant foundAt;

    private Instant joinedAt;

    private @Nullable String mergedFrom;

    @SuppressWarnings("NullAway.Init")
    protected LeadSource() {}

    LeadSource(String leadNumber, LeadFound found, Instant joinedAt) {
        this.leadNumber = leadNumber;
        this.kind = found.kind();
        this.sourceKey = found.sourceKey();
        this.matter = found.matter();
        this.address = found.address();
        this.title = found.title();
        this.documentNumber = found.documentNumber();
        this.issuer = found.issuer();
        this.said = found.said();
        this.caseNumber = found.caseNumber();
        this.foundBy = found.foundBy();
        this.foundAt = found.foundAt();
        this.joinedAt = joinedAt;
    }

    /** Its lead is merged into another. */
    void moveTo(String number) {
        mergedFrom = leadNumber;
        leadNumber = number;
    }

    void forget(String instead) {
        title = instead;
        documentNumber = "";
        said = "";
    }

    public String leadNumber() {
        return leadNumber;
    }

    public SourceKind kind() {
        return kind;
    }

    public Optional<String> matter() {
        return Optional.ofNullable(matter);
    }

    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    public String title() {
        return title;
    }

    public String documentNumber() {
        return documentNumber;
    }

    public String issuer() {
        return issuer;
    }

    public String said() {
        return said;
    }

    public Optional<String> caseNumber() {
        return Optional.ofNullable(caseNumber);
    }

    public Optional<String> foundBy() {
        return Optional.ofNullable(foundBy);
    }

    public Instant foundAt() {
        return foundAt;
    }

    public Instant joinedAt() {
        return joinedAt;
    }

    /** The lead that was merged, from which it came. */
    public Optional<String> mergedFrom() {
        return Optional.ofNullable(mergedFrom);
    }
}
