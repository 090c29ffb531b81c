package org.fairreview.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a case went through its processes, as the engine's history knows it.
 *
 * @param runs the processes that ran for the case, in the order in which they began
 * @param visits the elements that they passed, in the order in which they were reached
 */
public record CaseCourse(List<Run> runs, List<Visit> visits) {

    public CaseCourse {
        runs = List.copyOf(runs);
        visits = List.copyOf(visits);
    }

    /**
     * One process that ran for the case.
     *
     * @param caller the run that called it
     * @param model the version on which it runs or ended
     */
    public record Run(
            String id,
            String process,
            String name,
            @Nullable String caller,
            String model,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /**
     * One pass through an element of a model.
     *
     * @param model the version in which the element was passed; a case that was brought over to a newer one has several
     * @param type the engine's word for the kind of element, such as {@code userTask}
     * @param cancelled whether it was left without being done
     * @param via the sequence flow by which the element was reached; absent at starts and boundaries
     * @param called the run that the element called
     * @param work what people did, where the element is a task of theirs
     */
    public record Visit(
            String id,
            String run,
            String model,
            String element,
            @Nullable String name,
            String type,
            Instant enteredAt,
            @Nullable Instant leftAt,
            boolean cancelled,
            @Nullable String via,
            @Nullable String called,
            @Nullable Work work) {}

    /**
     * A person's task.
     *
     * @param assignee who did it, or holds it
     * @param completedAt when it was completed; a task that was taken away never is
     * @param endedAt when it was completed or taken away
     * @param holds who held it from when to when, in order
     */
    public record Work(
            @Nullable String assignee,
            Instant createdAt,
            @Nullable Instant dueAt,
            @Nullable Instant completedAt,
            @Nullable Instant endedAt,
            List<Hold> holds) {

        public Work {
            holds = List.copyOf(holds);
        }

        /** How long somebody held it, up to its end or to the given moment. */
        public Duration worked(Instant now) {
            return holds.stream()
                    .map(hold -> Duration.between(hold.from(), hold.until() == null ? end(now) : hold.until()))
                    .filter(held -> !held.isNegative())
                    .reduce(Duration.ZERO, Duration::plus);
        }

        /** How long it lay with nobody, up to its end or to the given moment. */
        public Duration waited(Instant now) {
            Duration lying = Duration.between(createdAt, end(now)).minus(worked(now));
            return lying.isNegative() ? Duration.ZERO : lying;
        }

        /** Whether it was done after its due date, or is overdue at the given moment. */
        public boolean isLate(Instant now) {
            return Optional.ofNullable(dueAt)
                    .filter(due -> end(now).isAfter(due))
                    .isPresent();
        }

        private Instant end(Instant now) {
            return endedAt == null ? now : endedAt;
        }
    }

    /** A person who held a task; {@code until} is absent where the person held it to its end. */
    public record Hold(String userId, Instant from, @Nullable Instant until) {}
}
