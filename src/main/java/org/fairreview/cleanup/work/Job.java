package org.fairreview.cleanup.work;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Long work for a clean-up: how much of it there is, how far it is, and whether somebody wants it stopped. */
@Entity
@Table(name = "clean_up_job")
public class Job {

    /** How it stands. */
    public enum State {
        WAITING,
        RUNNING,
        STOPPED,
        DONE,
        FAILED;

        public boolean isOver() {
            return this == STOPPED || this == DONE || this == FAILED;
        }
    }

    @Id
    private String id;

    @Version
    private int revision;

    private String kind;

    private String campaignNumber;

    @Column(length = 4000)
    private String parameter;

    private @Nullable String askedBy;

    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;

    private int total;

    private int done;

    private int refused;

    private boolean stopWanted;

    private @Nullable String worker;

    private @Nullable Instant heldUntil;

    private int attempts;

    private @Nullable Instant finishedAt;

    @SuppressWarnings("NullAway.Init")
    protected Job() {}

    Job(String kind, String campaignNumber, String parameter, int total, @Nullable String askedBy, Instant askedAt) {
        this.id = UUID.randomUUID().toString();
        this.kind = kind;
        this.campaignNumber = campaignNumber;
        this.parameter = parameter;
        this.total = total;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
    }

    /** A worker takes it, for the first time or after another has left it behind. */
    void take(String by, Instant until) {
        worker = by;
        heldUntil = until;
        state = State.RUNNING;
        attempts++;
    }

    /** Whether a worker may take it now. */
    boolean isFree(Instant now) {
        return heldUntil == null || heldUntil.isBefore(now);
    }

    boolean isHeldBy(String who) {
        return who.equals(worker) && state == State.RUNNING;
    }

    /** A portion is done; whoever was refused is not. */
    void advance(int more, int moreRefused, Instant until) {
        done += more;
        refused += moreRefused;
        heldUntil = until;
        attempts = 1;
    }

    /** What was found out only on the way. */
    public void expect(int all) {
        total = all;
    }

    void wantStop() {
        stopWanted = true;
    }

    void end(State how, Instant now) {
        state = how;
        worker = null;
        heldUntil = null;
        finishedAt = now;
    }

    /** It is given back, to be tried again. */
    void release(Instant notBefore) {
        worker = null;
        heldUntil = notBefore;
    }

    public String id() {
        return id;
    }

    public String kind() {
        return kind;
    }

    public String campaignNumber() {
        return campaignNumber;
    }

    public String parameter() {
        return parameter;
    }

    public Optional<String> askedBy() {
        return Optional.ofNullable(askedBy);
    }

    public Instant askedAt() {
        return askedAt;
    }

    public State state() {
        return state;
    }

    public int total() {
        return total;
    }

    public int done() {
        return done;
    }

    public int refused() {
        return refused;
    }

    public boolean isStopWanted() {
        return stopWanted;
    }

    int attempts() {
        return attempts;
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }
}
