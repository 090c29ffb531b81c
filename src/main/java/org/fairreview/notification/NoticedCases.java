package org.fairreview.notification;

import java.util.Collection;
import java.util.Map;
import org.fairreview.identity.Actor;

/** What may be said of cases, and to whom; the feature that keeps them answers. */
public interface NoticedCases {

    /** The titles of those of the cases that may be named: a restricted case has none. */
    Map<String, String> titles(Collection<String> caseNumbers);

    /** Whether the case is restricted, and the person none of its handlers: nothing of it leaves the system for that one. */
    boolean isClosedTo(String caseNumber, Actor actor);
}
