package org.fairreview.screening;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The screening of one version in the background (筛查): a row that says how far it is and survives a restart. */
@Entity
@Table(name = "screening_run")
class ScreeningRun {

    @Id
    private String id;

    private String versionId;

    @Enumerated(EnumType.STRING)
    private RunState state;

    private Instant requestedAt;

    private @Nullable Instant startedAt;

    private @Nullable Instant finishedAt;

    private @Nullable String ruleVersion;

    private int passages;

    private int passagesDone;

    private int attempts;

    private @Nullable String worker;

    private @Nullable Instant heldUntil;

    @Enumerated(EnumType.STRING)
    private @Nullable Problem problem;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "screened_file", joinColumns = @JoinColumn(name = "run_id"))
    @OrderColumn(name = "line")
    private List<ScreenedFile> files = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected ScreeningRun() {}

    ScreeningRun(String versionId, Instant requestedAt) {
        this.id = UUID.randomUUID().toString();
        this.versionId = versionId;
        this.state = RunState.PENDING;
        this.requestedAt = requestedAt;
    }

    /** The worker that holds the run has screened all files. */
    void finish(String byRules, List<ScreenedFile> screened, Instant at) {
        ruleVersion = byRules;
        files = new ArrayList<>(screened);
        passagesDone = passages;
        end(RunState.DONE, null, at);
    }

    /** The worker could not go on: another try follows at the given time, or none does. */
    void fail(Problem why, @Nullable Instant nextTry, Instant at) {
        if (nextTry == null) {
            end(RunState.FAILED, why, at);
        } else {
            state = RunState.PENDING;
            worker = null;
            heldUntil = nextTry;
        }
    }

    private void end(RunState how, @Nullable Problem why, Instant at) {
        state = how;
        problem = why;
        finishedAt = at;
        worker = null;
        heldUntil = null;
    }

    boolean isHeldBy(String workerId) {
        return state == RunState.RUNNING && workerId.equals(worker);
    }

    String id() {
        return id;
    }

    String versionId() {
        return versionId;
    }

    RunState state() {
        return state;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    Optional<String> ruleVersion() {
        return Optional.ofNullable(ruleVersion);
    }

    int passages() {
        return passages;
    }

    int passagesDone() {
        return passagesDone;
    }

    /** How often a worker has begun. */
    int attempts() {
        return attempts;
    }

    Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    List<ScreenedFile> files() {
        return List.copyOf(files);
    }
}
