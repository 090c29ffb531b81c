package org.fairreview.screening;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fairreview.document.StoredFile;
import org.jspecify.annotations.Nullable;

/** A changed file of rules, tried on all stored texts before it may come into force (试算). */
@Entity
@Table(name = "rule_trial")
public class RuleTrial {

    @Id
    private String id;

    private String fileId;

    private String fileName;

    private String version;

    private String baseVersion;

    private String uploadedBy;

    private Instant uploadedAt;

    @Enumerated(EnumType.STRING)
    private RunState state;

    private @Nullable Instant finishedAt;

    private int texts;

    private int textsDone;

    private int attempts;

    private @Nullable String worker;

    private @Nullable Instant heldUntil;

    @Enumerated(EnumType.STRING)
    private @Nullable Problem problem;

    @SuppressWarnings("NullAway.Init")
    protected RuleTrial() {}

    RuleTrial(StoredFile file, String version, String baseVersion, String uploadedBy, Instant uploadedAt) {
        this.id = UUID.randomUUID().toString();
        this.fileId = file.id();
        this.fileName = file.name();
        this.version = version;
        this.baseVersion = baseVersion;
        this.uploadedBy = uploadedBy;
        this.uploadedAt = uploadedAt;
        this.state = RunState.PENDING;
    }

    /** It ends, for good or with the reason why it could not. */
    void end(@Nullable Problem why, Instant at) {
        state = why == null ? RunState.DONE : RunState.FAILED;
        problem = why;
        finishedAt = at;
        textsDone = why == null ? texts : textsDone;
        worker = null;
        heldUntil = null;
    }

    boolean isHeldBy(String workerId) {
        return state == RunState.RUNNING && workerId.equals(worker);
    }

    public String id() {
        return id;
    }

    /** The stored file. */
    public String fileId() {
        return fileId;
    }

    public String fileName() {
        return fileName;
    }

    public String version() {
        return version;
    }

    /** The version of the rules that it is compared with: those in force when it was uploaded. */
    public String baseVersion() {
        return baseVersion;
    }

    public String uploadedBy() {
        return uploadedBy;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }

    public RunState state() {
        return state;
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    /** How many texts are looked at. */
    public int texts() {
        return texts;
    }

    public int textsDone() {
        return textsDone;
    }

    int attempts() {
        return attempts;
    }

    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }
}
