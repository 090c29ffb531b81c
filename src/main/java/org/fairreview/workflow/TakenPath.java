package org.fairreview.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sequence flows that one run took; the engine's history knows elements only.
 *
 * <p>An element was reached by that flow into it whose source was left last before, and not yet by the same flow. Held
 * against the flows that the engine really takes by CaseHistoryTests.
 */
final class TakenPath {

    /** A pass that was left: through which element, when, and whether it was given up. */
    private record Left(int place, Instant at, boolean cancelled) {}

    private record Departure(int place, String flow) {}

    private final Map<String, List<Left>> left = new HashMap<>();
    private final Set<Departure> used = new HashSet<>();
    private int place;

    /**
     * The flow by which the next element of the run was reached; to be asked in the order in which they were reached.
     *
     * @param leftAt when it was left again; absent while the run stands there
     */
    @Nullable
    String into(
            List<ModelFlows.Flow> incoming,
            String element,
            Instant enteredAt,
            @Nullable Instant leftAt,
            boolean cancelled) {
        Departure taken = latest(incoming, enteredAt, false);
        if (taken == null) {
            taken = latest(incoming, enteredAt, true);
        }
        if (taken != null) {
            used.add(taken);
        }
        if (leftAt != null) {
            left.computeIfAbsent(element, key -> new ArrayList<>()).add(new Left(place, leftAt, cancelled));
        }
        place++;
        return taken == null ? null : taken.flow();
    }

    private @Nullable Departure latest(List<ModelFlows.Flow> incoming, Instant enteredAt, boolean cancelled) {
        Departure found = null;
        Left last = null;
        for (ModelFlows.Flow flow : incoming) {
            for (Left each : left.getOrDefault(flow.source(), List.of())) {
                Departure departure = new Departure(each.place(), flow.id());
                if (each.cancelled() == cancelled
                        && !each.at().isAfter(enteredAt)
                        && !used.contains(departure)
                        && (last == null || isLater(each, last))) {
                    found = departure;
                    last = each;
                }
            }
        }
        return found;
    }

    private static boolean isLater(Left one, Left other) {
        int order = one.at().compareTo(other.at());
        return order > 0 || (order == 0 && one.place() > other.place());
    }
}
