package org.fairreview.legaladvice;

import org.jspecify.annotations.Nullable;

/**
 * With whom an adviser may have a conflict of interest: the unit that drafted a measure, or the other side of a contract.
 */
public record Party(@Nullable String unitId, @Nullable String name) {

    public static Party unit(String unitId) {
        return new Party(unitId, null);
    }

    public static Party named(String name) {
        return new Party(null, name);
    }
}
