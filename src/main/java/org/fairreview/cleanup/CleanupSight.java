package org.fairreview.cleanup;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What of clean-ups and of the register a person may see.
 *
 * @param regions whose regulator's people, or auditors, see all
 * @param regulators the regulators in which the person works
 * @param units whose own measures the person sees, those of dissolved predecessors included
 */
public record CleanupSight(List<String> regions, Set<String> regulators, Set<String> units) {

    /** Stands in a query for nothing. */
    private static final String NONE = "-";

    public CleanupSight {
        regions = List.copyOf(regions);
        regulators = Set.copyOf(regulators);
        units = Set.copyOf(units);
    }

    public boolean isEmpty() {
        return regions.isEmpty() && units.isEmpty();
    }

    public boolean sees(LegacyCase legacy) {
        return regions.contains(legacy.regionId())
                || units.contains(legacy.unitId())
                || legacy.issuerUnitId().filter(units::contains).isPresent();
    }

    public boolean sees(MeasureInForce measure) {
        return regions.contains(measure.regionId())
                || units.contains(measure.unitId())
                || measure.issuerUnitId().filter(units::contains).isPresent();
    }

    /** Whether the person sees the whole of what the region's regulator keeps. */
    public boolean overlooks(String regionId) {
        return regions.contains(regionId);
    }

    /** Whether the person is of the regulator, or audits it: the sample is no secret then. */
    public boolean knowsSample(LegacyCase legacy) {
        return regions.contains(legacy.regionId());
    }

    public Collection<String> regionsForQuery() {
        return regions.isEmpty() ? List.of(NONE) : regions;
    }

    public Collection<String> unitsForQuery() {
        return units.isEmpty() ? List.of(NONE) : units;
    }
}
