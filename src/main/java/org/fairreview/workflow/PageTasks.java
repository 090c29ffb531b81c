package org.fairreview.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fairreview.workflow.Deadlines.Limit;

/**
 * Duties with a limit that are done on a page of the portal and not in Tasklist. A feature that has some answers for them, so
 * that their people are told, reminded and chased as those of the processes are.
 */
public interface PageTasks {

    /** How the ids of such duties begin; those of the engine's tasks never do. */
    String PREFIX = "page-";

    /** Of the open ones those that are due before the moment. */
    List<Limit> before(Instant moment);

    /** The duty, while it is open. */
    Optional<WaitingTask> find(String taskId);

    static boolean isOne(String taskId) {
        return taskId.startsWith(PREFIX);
    }
}
