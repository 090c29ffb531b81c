package org.fairreview.audit;

import java.util.Map;
import java.util.Set;

/**
 * A fact that belongs into the record: published in the transaction of the act, recorded in the same transaction.
 *
 * <p>If it cannot be recorded, the act does not happen.
 */
public interface AuditableEvent {

    /** The case number, or the account or unit, that the fact is about. */
    String subject();

    /** What happened, as a message key under {@code act.}. */
    String act();

    /** What was said: field names of the act and their values, in the order of the form. */
    Map<String, ?> details();

    /** The details that can be erased later without breaking the record: texts, by their names in {@link #details}. */
    default Set<String> erasable() {
        return Set.of();
    }

    /** Whether the product does it by itself, whoever's act has led to it. */
    default boolean isAutomatic() {
        return false;
    }
}
