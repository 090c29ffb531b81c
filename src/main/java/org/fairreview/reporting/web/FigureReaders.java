package org.fairreview.reporting.web;

import java.util.List;
import java.util.Set;
import org.fairreview.audit.PageLooked;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who reads figures, and of which regions. */
@Component
class FigureReaders {

    /** To whom complaints are open; the office of the joint conference counts them without. */
    private static final Set<Role> OF_COMPLAINTS =
            Set.of(Role.CLERK, Role.REVIEWER, Role.SECTIONHEAD, Role.LEADER, Role.AUDITOR);

    private final CurrentActor currentActor;
    private final SeparateRecord separate;
    private final CleanupPeople people;

    FigureReaders(CurrentActor currentActor, SeparateRecord separate, CleanupPeople people) {
        this.currentActor = currentActor;
        this.separate = separate;
        this.people = people;
    }

    Actor actor() {
        return currentActor.get();
    }

    boolean readsComplaints() {
        return OF_COMPLAINTS.stream().anyMatch(currentActor.get()::holds);
    }

    /** The regions of the regulators for whom the person works, with those below. An auditor's look goes on record. */
    List<String> seen() {
        Actor actor = currentActor.get();
        List<String> regions = people.sightOf(actor).regions();
        if (regions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (actor.holds(Role.AUDITOR)) {
            separate.record(new PageLooked(actor.userId(), "figures"));
        }
        return regions.stream().sorted().toList();
    }
}
