package org.fairreview.workflow;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.fairreview.identity.Actor;
import org.springframework.stereotype.Component;

/** Calls the engine in a person's name: its authorizations and our guards apply as they do in Tasklist. */
@Component
class AsPerson {

    private final IdentityService identities;

    AsPerson(IdentityService identities) {
        this.identities = identities;
    }

    void run(Actor person, Runnable act) {
        identities.setAuthentication(person.userId(), person.groups(), List.copyOf(person.regions()));
        try {
            act.run();
        } finally {
            identities.clearAuthentication();
        }
    }
}
