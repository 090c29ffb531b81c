package org.fairreview.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a worker has taken from the outbox.
 *
 * @param id the same at every try: by it a receiver can tell that something came twice
 * @param userId to whom an e-mail goes; absent for the webhook
 */
record Sending(String id, Channel channel, @Nullable String userId, Instant createdAt, int attempts) {}
