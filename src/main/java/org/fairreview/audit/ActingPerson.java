package org.fairreview.audit;

import org.jspecify.annotations.Nullable;

/** Who an audit entry names: account, name and unit as they were at that moment; all absent for the system itself. */
public record ActingPerson(@Nullable String userId, @Nullable String name, @Nullable String unitName) {

    /** What the system does by itself. */
    public static final ActingPerson SYSTEM = new ActingPerson(null, null, null);

    public boolean isSystem() {
        return userId == null;
    }
}
