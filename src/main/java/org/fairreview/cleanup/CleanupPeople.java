package org.fairreview.cleanup;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.springframework.stereotype.Component;

/** Who may see and do what in clean-ups. */
@Component
public class CleanupPeople {

    private static final Set<Role> REGULATING =
            Set.of(Role.CLERK, Role.REVIEWER, Role.SECTIONHEAD, Role.LEADER, Role.OFFICE, Role.AUDITOR);
    private static final List<Role> ARRANGING = List.of(Role.OFFICE, Role.SECTIONHEAD);
    private static final List<Role> IMPORTING = List.of(Role.CLERK, Role.OFFICE, Role.SECTIONHEAD);
    private static final List<Role> COMPARING = List.of(Role.REVIEWER, Role.SECTIONHEAD, Role.OFFICE, Role.CLERK);
    private static final Set<Role> OF_A_UNIT = Set.of(Role.DRAFTER, Role.UNITREVIEWER, Role.UNITHEAD);

    private static final Set<Role> OF_OUTSIDERS = Set.of(Role.ADVISER, Role.EVALUATOR);

    private final Units units;
    private final Directory directory;

    CleanupPeople(Units units, Directory directory) {
        this.units = units;
        this.directory = directory;
    }

    /** The units of a region that may have measures in force: not the firms and institutions that only give opinions. */
    public List<Unit> unitsWithMeasures(String regionId) {
        Map<String, Set<Role>> held = directory.everybody().stream()
                .flatMap(entry -> entry.posts().stream())
                .collect(Collectors.groupingBy(Post::unitId, Collectors.mapping(Post::role, Collectors.toSet())));
        return units.all().stream()
                .filter(unit -> unit.regionId().equals(regionId) && !unit.isDissolved())
                .filter(unit -> !held.containsKey(unit.id()) || !OF_OUTSIDERS.containsAll(held.get(unit.id())))
                .toList();
    }

    public CleanupSight sightOf(Actor actor) {
        List<Unit> regulators = actor.posts().stream()
                .filter(post -> REGULATING.contains(post.role()))
                .flatMap(post -> units.find(post.unitId()).stream())
                .filter(Unit::isRegulator)
                .toList();
        List<String> regions = regulators.stream()
                .flatMap(unit -> units.visibleFrom(unit.regionId()).stream())
                .distinct()
                .toList();
        List<String> own = actor.posts().stream()
                .filter(post -> OF_A_UNIT.contains(post.role()))
                .map(post -> post.unitId())
                .distinct()
                .toList();
        return new CleanupSight(
                regions,
                regulators.stream().map(Unit::id).collect(Collectors.toSet()),
                own.isEmpty() ? Set.of() : units.withPredecessors(own));
    }

    /** The regulator for which the person arranges clean-ups. */
    public Optional<Unit> arrangedBy(Actor actor) {
        return regulatorsOf(actor, ARRANGING).findFirst();
    }

    /** The regulator for which the person compares published texts and decides about leads. */
    public Optional<Unit> comparedBy(Actor actor) {
        return regulatorsOf(actor, COMPARING).findFirst();
    }

    public boolean mayArrange(Campaign campaign, Actor actor) {
        return isOfRegulator(actor, ARRANGING, campaign.regulatorUnitId());
    }

    /** Whether the person brings measures of every unit into the clean-up. */
    public boolean mayImport(Campaign campaign, Actor actor) {
        return isOfRegulator(actor, IMPORTING, campaign.regulatorUnitId());
    }

    /** Whether the person is one of those who check for the regulator. */
    public boolean mayReview(Campaign campaign, Actor actor) {
        return isOfRegulator(actor, List.of(Role.REVIEWER), campaign.regulatorUnitId());
    }

    /** Those of the units for which the person drafts. */
    public List<String> draftedFor(Actor actor, Collection<String> among) {
        Set<String> own = units.withPredecessors(actor.unitsAs(Role.DRAFTER));
        return among.stream().filter(own::contains).toList();
    }

    private boolean isOfRegulator(Actor actor, List<Role> roles, String regulatorUnitId) {
        String inCharge = units.inCharge(regulatorUnitId);
        return roles.stream().anyMatch(role -> actor.holds(role, inCharge));
    }

    private Stream<Unit> regulatorsOf(Actor actor, List<Role> roles) {
        return roles.stream()
                .flatMap(role -> actor.unitsAs(role).stream())
                .flatMap(id -> units.find(id).stream())
                .filter(Unit::isRegulator);
    }
}
