package org.fairreview.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of regions and units. */
@Service
@Transactional(readOnly = true)
public class Units {

    private final UnitRows units;
    private final RegionRows regions;

    Units(UnitRows units, RegionRows regions) {
        this.units = units;
        this.regions = regions;
    }

    public Optional<Unit> find(String id) {
        return units.findById(id);
    }

    /** The unit's name, or its id when the register does not know it. */
    public String name(String id) {
        return units.findById(id).map(Unit::name).orElse(id);
    }

    public String regionName(String id) {
        return regions.findById(id).map(Region::name).orElse(id);
    }

    /** The market-regulation department of a region: the one that handles the region's cases (Reg. 6, 14). */
    public Optional<Unit> regulatorOf(String regionId) {
        return units.findByRegionIdAndRegulatorTrue(regionId);
    }

    /** The next-higher market-regulation department: that of the region above. */
    public Optional<Unit> regulatorAbove(String regionId) {
        return regions.findById(regionId).map(Region::parentId).flatMap(this::regulatorOf);
    }

    public List<Unit> all() {
        return units.findAllByOrderById();
    }

    /** The region and those directly below it: what its people may see. */
    public Set<String> visibleFrom(String regionId) {
        return Stream.concat(
                        Stream.of(regionId),
                        regions.findAll().stream()
                                .filter(region -> regionId.equals(region.parentId()))
                                .map(Region::id))
                .collect(Collectors.toUnmodifiableSet());
    }
}
