package org.fairreview.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the record: who did what to which case, when, and what was said. Written once, never changed. */
public final class AuditEntry {

    private final ChainEntry link;
    private final ActingPerson actor;
    private final String details;

    AuditEntry(ChainEntry link, ActingPerson actor, String details) {
        this.link = link;
        this.actor = actor;
        this.details = details;
    }

    /** The chain that holds the entry, e.g. {@code case:420600-2026-0001}. */
    public String chain() {
        return link.chain();
    }

    /** Its place in the chain, from 1. */
    public long seq() {
        return link.seq();
    }

    public String subject() {
        return link.subject();
    }

    public Instant occurredAt() {
        return link.at();
    }

    public String act() {
        return link.act();
    }

    /** Whether the product did it by itself. */
    public boolean isAutomatic() {
        return link.automatic();
    }

    /** Whether it was written by a version without chains, and is proven from the day of its adoption on only. */
    public boolean isAdopted() {
        return link.adopted();
    }

    /** What tells the login apart in which it was done; not the session's id. */
    public @Nullable String session() {
        return link.session();
    }

    /** Who did it; of a person whose data were erased the account alone. */
    public ActingPerson actor() {
        return actor;
    }

    /** The details of the event as a JSON object; without those that were erased; empty once they were destroyed. */
    public String details() {
        return details;
    }
}
