package org.fairreview.notification;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.fairreview.identity.Actor;

/** What may be said of cases, and to whom; the feature that keeps them answers. */
public interface NoticedCases {

    /** The titles of those of the cases that may be named: a restricted case has none. */
    Map<String, String> titles(Collection<String> caseNumbers);

    /** Where the portal shows what bears the number; empty where it is none of this feature's, or a case. */
    default Optional<String> address(String number) {
        return Optional.empty();
    }

    /** Whether the case is restricted, and the person none of its handlers: nothing of it leaves the system for that one. */
    boolean isClosedTo(String caseNumber, Actor actor);
}
