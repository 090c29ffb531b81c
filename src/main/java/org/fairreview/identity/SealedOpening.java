package org.fairreview.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One opening of the sealed account: asked for with a reason, confirmed by the other kind of administrator, ended. */
@Entity
@Table(name = "sealed_opening")
public class SealedOpening {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String reason;

    private String askedBy;

    @Enumerated(EnumType.STRING)
    private Role askedAs;

    private Instant askedAt;

    private @Nullable String confirmedBy;

    private @Nullable Instant expiresAt;

    private @Nullable Instant openedAt;

    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected SealedOpening() {}

    SealedOpening(String reason, String askedBy, Role askedAs, Instant askedAt) {
        this.reason = reason;
        this.askedBy = askedBy;
        this.askedAs = askedAs;
        this.askedAt = askedAt;
    }

    public String reason() {
        return reason;
    }

    public String askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public @Nullable String confirmedBy() {
        return confirmedBy;
    }

    /** When it is sealed again by itself; known once it is confirmed. */
    public @Nullable Instant expiresAt() {
        return expiresAt;
    }

    public boolean isConfirmed() {
        return confirmedBy != null;
    }

    /** Whether somebody has the password: then the account can be used. */
    public boolean isOpen() {
        return openedAt != null;
    }

    /** System and security administrator are both needed: who confirms holds the role that the asker did not ask by. */
    boolean mayBeConfirmedBy(Actor actor) {
        Role other = askedAs == Role.SYSADMIN ? Role.SECADMIN : Role.SYSADMIN;
        return !actor.userId().equals(askedBy) && actor.holds(other);
    }

    boolean isOver(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    void confirm(String by, Instant until) {
        confirmedBy = by;
        expiresAt = until;
    }

    void open(Instant now) {
        openedAt = now;
    }

    void end(Instant now) {
        endedAt = now;
    }
}
