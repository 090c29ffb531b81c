package org.fairreview.supervision.monitoring;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A monitoring point as it is typed.
 *
 * @param closedOn from which day on it is none any more; null while it is one
 */
public record PointDraft(
        String regionId,
        String name,
        @Nullable PointKind kind,
        String address,
        String contact,
        String phone,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn,
        String remark) {}
