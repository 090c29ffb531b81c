package org.fairreview.cleanup.work;

/**
 * A kind of long work, done in portions.
 *
 * <p>Each portion is one transaction, with the note how far the work is in it: when the product stops in between, nothing is
 * lost and nothing is done twice.
 */
public interface Work {

    String kind();

    /** Does the next portion, in a transaction that the caller has begun. */
    Portion next(Job job);

    /**
     * What a portion has done.
     *
     * @param done how many things, those that were refused included
     * @param over whether nothing is left
     */
    record Portion(int done, int refused, boolean over) {

        public static final Portion NOTHING_LEFT = new Portion(0, 0, true);
    }

    /** What is to be done when it is over, however it ended; in the transaction of the end. */
    default void ended(Job job, Job.State how) {}
}
