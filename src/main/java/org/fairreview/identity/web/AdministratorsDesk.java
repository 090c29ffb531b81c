package org.fairreview.identity.web;

import java.util.HashSet;
import java.util.Set;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Scope;
import org.fairreview.identity.Units;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Lets the two kinds of administrators in, and says how far each of them sees. */
@Component
class AdministratorsDesk {

    private final CurrentActor currentActor;
    private final Units units;

    AdministratorsDesk(CurrentActor currentActor, Units units) {
        this.currentActor = currentActor;
        this.units = units;
    }

    Actor administrator() {
        Actor actor = currentActor.get();
        if (!actor.holds(Role.SYSADMIN) && !actor.holds(Role.SECADMIN)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }

    Actor administrator(Role role) {
        Actor actor = administrator();
        if (!actor.holds(role)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }

    /** What the administrator sees, by whichever of the two roles. */
    Scope sight(Actor administrator) {
        Set<String> regions =
                new HashSet<>(units.scopeOf(administrator, Role.SYSADMIN).regions());
        regions.addAll(units.scopeOf(administrator, Role.SECADMIN).regions());
        return new Scope(regions);
    }
}
