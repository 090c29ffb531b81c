package org.fairreview.workflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task waits for people from now on; published in the transaction that brings it.
 *
 * @param people who it was given to, or where it is open everybody who may take it
 */
public record TaskArrived(
        String taskId, String taskName, String caseNumber, @Nullable Instant dueAt, List<String> people) {

    public TaskArrived {
        people = List.copyOf(people);
    }
}
