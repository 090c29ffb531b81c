package org.fairreview.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that could not be delivered, in spite of all tries. */
public record Undelivered(
        String id, boolean mail, @Nullable String userId, Instant createdAt, int attempts, String problem) {}
