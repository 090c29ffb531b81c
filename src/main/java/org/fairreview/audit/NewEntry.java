package org.fairreview.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be recorded, before it has its place in a chain.
 *
 * @param details a JSON object
 * @param personal the values that can be erased, by name
 */
record NewEntry(
        String chain,
        String subject,
        Instant at,
        String act,
        @Nullable String actor,
        @Nullable String session,
        boolean automatic,
        boolean adopted,
        String details,
        Map<String, String> personal) {

    /** The name under which the acting person's name and unit can be erased. */
    static final String ACTOR = "actor";

    /** What comes before the names of details that can be erased. */
    static final String DETAIL = "details.";
}
