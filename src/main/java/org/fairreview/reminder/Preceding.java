package org.fairreview.reminder;

import org.jspecify.annotations.Nullable;

/**
 * The letter that came before, as far as the rules ask about it.
 *
 * @param parentRegionId the region above the one whose regulator wrote it
 * @param addresseeUnitId the unit that answers today for the one to which it went; null for one that is in no register
 * @param failed whether the matter was not put right in time or sufficiently
 */
record Preceding(
        String number,
        Ground ground,
        @Nullable String parentRegionId,
        @Nullable String addresseeUnitId,
        String addresseeName,
        boolean failed) {

    /** Whether it went to the same: units by the register, others by their names. */
    boolean wentTo(@Nullable String unitId, String name) {
        return addresseeUnitId == null || unitId == null
                ? addresseeUnitId == null && unitId == null && addresseeName.equals(name)
                : addresseeUnitId.equals(unitId);
    }
}
