package org.fairreview.workflow;

import java.time.Instant;
import java.util.List;
import org.fairreview.identity.Post;
import org.jspecify.annotations.Nullable;

/**
 * An open task with a limit.
 *
 * @param posts the posts that may do it
 * @param people who has taken it, or where nobody has, everybody who may take it
 */
public record WaitingTask(
        String id,
        String key,
        String name,
        String caseNumber,
        String regionId,
        List<Post> posts,
        @Nullable String assignee,
        List<String> people,
        Instant createdAt,
        Instant dueAt) {

    public WaitingTask {
        posts = List.copyOf(posts);
        people = List.copyOf(people);
    }
}
