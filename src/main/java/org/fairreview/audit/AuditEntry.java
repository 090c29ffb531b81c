package org.fairreview.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the record: who did what to which case, when, and what was said. Written once, never changed. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(updatable = false)
    private String subject;

    @Column(updatable = false)
    private Instant occurredAt;

    @Column(updatable = false)
    private String act;

    @Column(updatable = false)
    private @Nullable String actorId;

    @Column(updatable = false)
    private @Nullable String actorName;

    @Column(updatable = false)
    private @Nullable String actorUnit;

    @Column(updatable = false, length = 1000000)
    private String details;

    @SuppressWarnings("NullAway.Init")
    protected AuditEntry() {}

    AuditEntry(String subject, Instant occurredAt, String act, ActingPerson actor, String details) {
        this.subject = subject;
        this.occurredAt = occurredAt;
        this.act = act;
        this.actorId = actor.userId();
        this.actorName = actor.name();
        this.actorUnit = actor.unitName();
        this.details = details;
    }

    public String subject() {
        return subject;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public String act() {
        return act;
    }

    public ActingPerson actor() {
        return new ActingPerson(actorId, actorName, actorUnit);
    }

    /** The details of the event as a JSON object. */
    public String details() {
        return details;
    }
}
