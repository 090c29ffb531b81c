package org.fairreview.supervision.lead;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.springframework.stereotype.Component;

/** Who sees and does what with leads and monitoring points: a county's people their own, a city's those below as well. */
@Component
public class LeadPeople {

    private static final Set<Role> REGULATING =
            Set.of(Role.CLERK, Role.REVIEWER, Role.SECTIONHEAD, Role.LEADER, Role.OFFICE, Role.AUDITOR);
    private static final List<Role> DECIDING = List.of(Role.REVIEWER, Role.SECTIONHEAD);
    private static final List<Role> BRINGING = List.of(Role.REVIEWER, Role.SECTIONHEAD, Role.OFFICE, Role.CLERK);

    private final Units units;

    LeadPeople(Units units) {
        this.units = units;
    }

    /** The regions whose leads, points and visits the person sees. */
    public List<String> regionsOf(Actor actor) {
        return actor.posts().stream()
                .filter(post -> REGULATING.contains(post.role()))
                .flatMap(post -> units.find(post.unitId()).stream())
                .filter(Unit::isRegulator)
                .flatMap(unit -> units.visibleFrom(unit.regionId()).stream())
                .distinct()
                .toList();
    }

    /** Whether the person decides about leads of the region's regulator. */
    public boolean mayDecide(Actor actor, String regulatorUnitId) {
        String inCharge = units.inCharge(regulatorUnitId);
        return DECIDING.stream().anyMatch(role -> actor.holds(role, inCharge));
    }

    /** The regulator for which the person brings leads by hand, and keeps monitoring points. */
    public Optional<Unit> broughtFor(Actor actor) {
        return regulatorsOf(actor, BRINGING).findFirst();
    }

    /** The regulator for which the person plans visits and sets the questions. */
    public Optional<Unit> plannedFor(Actor actor) {
        return regulatorsOf(actor, DECIDING).findFirst();
    }

    private Stream<Unit> regulatorsOf(Actor actor, List<Role> roles) {
        return roles.stream()
                .flatMap(role -> actor.unitsAs(role).stream())
                .flatMap(id -> units.find(id).stream())
                .filter(unit -> unit.isRegulator() && !unit.isDissolved());
    }
}
