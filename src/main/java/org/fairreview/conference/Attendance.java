package org.fairreview.conference;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Whether a member unit was at a meeting.
 *
 * @param person who came for it
 */
@Embeddable
public record Attendance(String unitId, boolean present, @Nullable String person) {}
