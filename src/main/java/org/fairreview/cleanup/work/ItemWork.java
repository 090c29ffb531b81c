package org.fairreview.cleanup.work;

import java.util.Optional;
import org.fairreview.workflow.Refusal;

/** Long work that does the same with each of its things, each in a transaction of its own. */
public interface ItemWork {

    String kind();

    /**
     * Does one thing.
     *
     * @return why it is refused; empty where it is done
     * @throws Refusal where it is refused on the way, and what was begun is taken back
     */
    Optional<String> act(Job job, String subject);

    /** The sentence of a refusal. */
    String said(Refusal refusal);
}
