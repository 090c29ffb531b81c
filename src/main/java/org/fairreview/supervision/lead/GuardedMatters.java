package org.fairreview.supervision.lead;

import java.util.Collection;
import java.util.Set;
import org.fairreview.identity.Actor;

/**
 * A feature whose matters are not for everybody who reads leads. A lead that was found in one of them shows nothing of it to
 * those who may not open it, and does not show itself to them where it was found nowhere else.
 */
public interface GuardedMatters {

    /** The kind of source that the feature's matters are. */
    SourceKind kind();

    /** Those of the matters that the person may open. */
    Set<String> openAmong(Collection<String> matters, Actor actor);
}
