package org.fairreview.conference;

import java.time.Instant;

/** The process of a canvass while it runs; what members are added or asked again reaches it. */
public interface RunningCanvass {

    /** Whether members are being asked, or their answers are being summed up. */
    boolean isRunning(Canvass canvass);

    /**
     * Lets the process wait for one more opinion, whatever else it waits for.
     *
     * @param due when the new opinion is due
     * @throws org.springframework.dao.ConcurrencyFailureException where somebody acted on it at the same moment
     */
    void waitFor(Canvass canvass, Consultation asked, Instant due);
}
