package org.fairreview.identity;

import java.util.Optional;
import org.fairreview.audit.ActingPerson;
import org.fairreview.audit.ActingPersons;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is acting: the person logged in to the current request; nobody when the system acts by itself. */
@Component
public class CurrentActor implements ActingPersons {

    private final Directory directory;
    private final Units units;

    CurrentActor(Directory directory, Units units) {
        this.directory = directory;
        this.units = units;
    }

    public Optional<String> userId() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return Optional.of(authentication.getName());
    }

    public Optional<Actor> find() {
        return userId().flatMap(directory::actor);
    }

    /**
     * The person logged in.
     *
     * @throws IllegalStateException where nobody is: a page behind the login was reached without one
     */
    public Actor get() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is logged in"));
    }

    @Override
    public ActingPerson current() {
        return userId().map(this::personOf).orElse(ActingPerson.SYSTEM);
    }

    /** Somebody with an account, as the record names the person; nobody where there is no such account. */
    public ActingPerson personOf(String userId) {
        return directory
                .actor(userId)
                .map(actor -> new ActingPerson(actor.userId(), actor.name(), unitOf(actor)))
                .orElse(ActingPerson.SYSTEM);
    }

    private String unitOf(Actor actor) {
        return actor.posts().isEmpty() ? "" : units.name(actor.posts().get(0).unitId());
    }
}
