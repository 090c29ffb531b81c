package org.fairreview.procedure;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.springframework.stereotype.Component;

/**
 * Who sees procedures: the drafting unit its own, the legal side those that it reviews, a regulator and its auditor those
 * of the regions that they see.
 */
@Component
public class ProcedurePeople {

    private static final Set<Role> REGULATING =
            Set.of(Role.CLERK, Role.REVIEWER, Role.SECTIONHEAD, Role.LEADER, Role.OFFICE, Role.AUDITOR);
    private static final Set<Role> DRAFTING = Set.of(Role.DRAFTER, Role.UNITREVIEWER, Role.UNITHEAD);
    private static final String NONE = "-";

    /** What somebody sees; no collection is empty. */
    record Sight(Collection<String> regions, Collection<String> drafting, Collection<String> legal) {

        boolean covers(ProcedureCase procedure) {
            return regions.contains(procedure.regionId())
                    || drafting.contains(procedure.draftingUnitId())
                    || legal.contains(procedure.legalUnitId());
        }
    }

    private final Units units;
    private final Directory directory;

    ProcedurePeople(Units units, Directory directory) {
        this.units = units;
        this.directory = directory;
    }

    /** Whether procedures concern the person at all. */
    public boolean concern(Actor actor) {
        return Stream.concat(REGULATING.stream(), DRAFTING.stream()).anyMatch(actor::holds)
                || actor.holds(Role.ADVISER);
    }

    Sight sightOf(Actor actor) {
        return new Sight(
                orNone(regionsOf(actor)),
                orNone(unitsOf(actor, DRAFTING)),
                orNone(unitsOf(actor, Set.of(Role.ADVISER))));
    }

    private List<String> regionsOf(Actor actor) {
        return actor.posts().stream()
                .filter(post -> REGULATING.contains(post.role()))
                .flatMap(post -> units.find(post.unitId()).stream())
                .filter(Unit::isRegulator)
                .flatMap(unit -> units.visibleFrom(unit.regionId()).stream())
                .distinct()
                .toList();
    }

    private Set<String> unitsOf(Actor actor, Set<Role> roles) {
        return units.withPredecessors(actor.posts().stream()
                .filter(post -> roles.contains(post.role()))
                .map(post -> post.unitId())
                .toList());
    }

    /** The units for which the person opens procedures. */
    public List<Unit> openedFor(Actor actor) {
        return actor.unitsAs(Role.DRAFTER).stream()
                .flatMap(id -> units.find(id).stream())
                .filter(unit -> !unit.isDissolved())
                .toList();
    }

    /** Whether the person speaks for the drafting unit of the procedure: drafts for it, or heads it. */
    public boolean speaksForDrafter(ProcedureCase procedure, Actor actor) {
        return unitsOf(actor, Set.of(Role.DRAFTER, Role.UNITHEAD)).contains(procedure.draftingUnitId());
    }

    /** The units of the region that review legality: those with advisers (法律顾问、公职律师). */
    public List<Unit> legalUnits(String regionId) {
        return units.all().stream()
                .filter(unit -> unit.regionId().equals(regionId) && !unit.isDissolved())
                .filter(unit -> directory.hasHolders(Role.ADVISER, unit.id()))
                .toList();
    }

    private static Collection<String> orNone(Collection<String> values) {
        return values.isEmpty() ? List.of(NONE) : values;
    }
}
