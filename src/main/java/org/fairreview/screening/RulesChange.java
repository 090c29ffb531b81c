package org.fairreview.screening;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** That a file of rules came into force: which, in place of which, by whom and when. */
@Entity
@Table(name = "screening_rules")
public class RulesChange {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String version;

    private @Nullable String previousVersion;

    private int rules;

    private String fileId;

    private @Nullable String putBy;

    private Instant putAt;

    @SuppressWarnings("NullAway.Init")
    protected RulesChange() {}

    RulesChange(
            Screening screening,
            @Nullable String previousVersion,
            String fileId,
            @Nullable String putBy,
            Instant putAt) {
        this.version = screening.ruleVersion();
        this.previousVersion = previousVersion;
        this.rules = screening.rules().size();
        this.fileId = fileId;
        this.putBy = putBy;
        this.putAt = putAt;
    }

    public @Nullable Long id() {
        return id;
    }

    public String version() {
        return version;
    }

    public Optional<String> previousVersion() {
        return Optional.ofNullable(previousVersion);
    }

    /** How many rules the file holds. */
    public int rules() {
        return rules;
    }

    /** The stored file. */
    public String fileId() {
        return fileId;
    }

    /** Who put it in force on the page; empty where the product found it at its start. */
    public Optional<String> putBy() {
        return Optional.ofNullable(putBy);
    }

    public Instant putAt() {
        return putAt;
    }
}
