package org.fairreview.workflow;

import java.util.Optional;
import org.fairreview.identity.Actor;

/**
 * Where the page of a number stands that is none of a review; each feature with processes of its own answers for its own.
 * Lists, mails and notices name {@code /cases/<number>} whatever the number is, and that page leads on.
 */
public interface SubjectPages {

    /** The address of the page in the portal, where the number is the feature's and the person may see it. */
    Optional<String> pageOf(String number, Actor actor);
}
