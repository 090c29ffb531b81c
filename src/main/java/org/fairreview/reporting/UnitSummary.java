package org.fairreview.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit's summary of a year (年度总结), which the office asked for.
 *
 * @param firstHandedInOn when the unit handed it in for the first time; null while it owes it
 */
public record UnitSummary(
        long id,
        String regionId,
        String unitId,
        int year,
        LocalDate dueOn,
        String requestedBy,
        Instant requestedAt,
        @Nullable LocalDate firstHandedInOn) {

    /**
     * What was handed in; handing in again leaves the earlier one there.
     *
     * @param figures the unit's figures of the year as they were counted on that day, by their ids
     */
    public record Delivery(
            String content, String fileId, String handedInBy, Instant handedInAt, Map<String, Integer> figures) {}

    /** The number under which notices name it. */
    public String number() {
        return "NDZJ-%d-%s".formatted(year, unitId);
    }

    String taskId() {
        return "page-summary-" + id;
    }

    /** Whether it came, or is still missing, after its day. */
    public boolean isLate(LocalDate today) {
        return (firstHandedInOn == null ? today : firstHandedInOn).isAfter(dueOn);
    }
}
