package org.fairreview.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
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

    public Map<String, Unit> byId() {
        return all().stream().collect(Collectors.toMap(Unit::id, unit -> unit));
    }

    public List<Region> regions() {
        return regions.findAll(Sort.by("id"));
    }

    /** Whether the region stands under no other. */
    public boolean isTop(String regionId) {
        return regions.findById(regionId)
                .filter(region -> region.parentId() == null)
                .isPresent();
    }

    /** The unit that does now what this one did: the last of its successors, or the unit itself. */
    public String inCharge(String unitId) {
        String successor = units.findById(unitId).map(Unit::successorId).orElse(null);
        return successor == null ? unitId : inCharge(successor);
    }

    /** The units and all those whose work has come to them. */
    public Set<String> withPredecessors(Collection<String> unitIds) {
        return withAllUnder(
                unitIds,
                units.succeeded().stream()
                        .collect(Collectors.toMap(Unit::id, unit -> String.valueOf(unit.successorId()))));
    }

    /** What a person administers by a role: the role's regions and all below them, the installation's own above all. */
    public Scope scopeOf(Actor actor, Role role) {
        Set<String> own = actor.unitsAs(role).stream()
                .flatMap(id -> units.findById(id).stream())
                .map(Unit::regionId)
                .collect(Collectors.toSet());
        return new Scope(withAllUnder(
                own,
                regions.findAll().stream()
                        .filter(region -> !region.id().equals(Region.HOME))
                        .collect(Collectors.toMap(
                                Region::id, region -> Objects.requireNonNullElse(region.parentId(), Region.HOME)))));
    }

    private static Set<String> withAllUnder(Collection<String> tops, Map<String, String> aboveOf) {
        Set<String> all = new HashSet<>(tops);
        int before;
        do {
            before = all.size();
            aboveOf.forEach((each, above) -> {
                if (all.contains(above)) {
                    all.add(each);
                }
            });
        } while (all.size() > before);
        return all;
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
