package org.fairreview.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the record without all that was said, for lists over many subjects.
 *
 * @param beginning the first characters of the details
 */
public record RecordedAct(
        long id,
        String subject,
        Instant occurredAt,
        String act,
        @Nullable String actorId,
        @Nullable String actorName,
        @Nullable String actorUnit,
        String beginning) {

    /** How many characters of the details are kept. */
    static final int KEPT = 300;

    private static final Pattern TASK = Pattern.compile("\\{\"task\":\"(\\w+)\",\"taskName\":\"([^\"\\\\]+)\"");

    public ActingPerson actor() {
        return new ActingPerson(actorId, actorName, actorUnit);
    }

    /** Whether somebody only looked something up, printed it, or took it away. */
    public boolean isRead() {
        return act.startsWith("read.");
    }

    /** Whether something was done: no read, no coming and going, nothing that was refused. */
    public boolean isDeed() {
        return !isRead() && !act.startsWith("login.") && !act.startsWith("refusal.");
    }

    /** What the task is called whose completion was recorded. */
    public Optional<String> taskName() {
        Matcher task = TASK.matcher(beginning);
        return task.lookingAt() ? Optional.of(task.group(2)) : Optional.empty();
    }
}
