package org.fairreview.evaluation.web;

import java.util.List;
import java.util.Set;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.springframework.stereotype.Component;

/** The regions whose register, plans and leads a person reads: those that the regulator or the auditor sees. */
@Component
class EvaluationReaders {

    private static final Set<Role> READING =
            Set.of(Role.CLERK, Role.REVIEWER, Role.SECTIONHEAD, Role.LEADER, Role.OFFICE, Role.AUDITOR);

    private final Units units;

    EvaluationReaders(Units units) {
        this.units = units;
    }

    List<String> regionsOf(Actor actor) {
        return actor.posts().stream()
                .filter(post -> READING.contains(post.role()))
                .flatMap(post -> units.find(post.unitId()).stream())
                .filter(Unit::isRegulator)
                .flatMap(unit -> units.visibleFrom(unit.regionId()).stream())
                .distinct()
                .toList();
    }
}
