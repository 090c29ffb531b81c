package org.fairreview.workflow;

import java.time.Instant;
import java.util.List;
import org.fairreview.identity.Post;
import org.jspecify.annotations.Nullable;

/**
 * A task that somebody has taken.
 *
 * @param posts the person's posts by which the person may do it
 */
public record HeldTask(
        String id,
        String key,
        String name,
        String caseNumber,
        @Nullable String title,
        @Nullable Instant dueAt,
        List<Post> posts) {

    public HeldTask {
        posts = List.copyOf(posts);
    }
}
