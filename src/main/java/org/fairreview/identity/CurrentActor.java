package org.fairreview.identity;

import java.util.Optional;
import org.fairreview.audit.ActingPerson;
import org.fairreview.audit.ActingPersons;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

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
        return userId().flatMap(this::inThisRequest);
    }

    /** A page asks a dozen times; who came in with a request stays the same to its end. */
    private Optional<Actor> inThisRequest(String userId) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return directory.actor(userId);
        }
        String place = CurrentActor.class.getName() + "." + userId;
        if (request.getAttribute(place, RequestAttributes.SCOPE_REQUEST) instanceof Actor known) {
            return Optional.of(known);
        }
        Optional<Actor> found = directory.actor(userId);
        found.ifPresent(actor -> request.setAttribute(place, actor, RequestAttributes.SCOPE_REQUEST));
        return found;
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
        return onRecord(find());
    }

    /** Somebody with an account, as the record names the person; nobody where there is no such account. */
    public ActingPerson personOf(String userId) {
        return onRecord(directory.actor(userId));
    }

    private ActingPerson onRecord(Optional<Actor> person) {
        return person.map(actor -> new ActingPerson(actor.userId(), actor.name(), unitOf(actor)))
                .orElse(ActingPerson.SYSTEM);
    }

    private String unitOf(Actor actor) {
        return actor.posts().isEmpty() ? "" : units.name(actor.posts().get(0).unitId());
    }
}
