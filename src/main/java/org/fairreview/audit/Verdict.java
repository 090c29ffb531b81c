package org.fairreview.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the verification of one chain came to.
 *
 * @param entries how many entries were read
 * @param fault the first thing that does not fit; none where everything fits
 * @param seal how far a signed checkpoint proves the chain; none where no checkpoint knows it yet
 * @param adopted how many of the entries come from a version without chains
 * @param erased how many personal values were erased since
 * @param emptied of how many entries the details were destroyed
 * @param checkedAt when the chain was read
 */
public record Verdict(
        String chain,
        State state,
        long entries,
        @Nullable Fault fault,
        @Nullable Seal seal,
        long adopted,
        long erased,
        long emptied,
        Instant checkedAt) {

    /** The state as a seal shows it. */
    public enum State {
        /** Everything fits, and a signed checkpoint covers it, or the part up to it. */
        WHOLE,
        /** Everything fits; no checkpoint has signed any of it yet. */
        NOT_PROVEN,
        /** Something does not fit. */
        BROKEN
    }

    /**
     * The newest checkpoint that covers the chain.
     *
     * @param length how many entries it covers
     */
    public record Seal(long checkpoint, Instant at, long length) {}

    public boolean isBroken() {
        return state == State.BROKEN;
    }

    /** In Chinese, what a reader of the case should know. */
    public String sentence() {
        String found =
                switch (state) {
                    case BROKEN -> AuditTexts.of("audit.verdict.broken", fault == null ? "" : fault.sentence());
                    case NOT_PROVEN -> AuditTexts.of("audit.verdict.notProven", entries);
                    case WHOLE ->
                        seal == null
                                ? ""
                                : AuditTexts.of(
                                        "audit.verdict.whole",
                                        entries,
                                        seal.length(),
                                        seal.checkpoint(),
                                        AuditTexts.minute(seal.at()));
                };
        return found
                + (adopted > 0 ? AuditTexts.of("audit.verdict.adopted", adopted) : "")
                + (erased > 0 ? AuditTexts.of("audit.verdict.erased", erased) : "")
                + (emptied > 0 ? AuditTexts.of("audit.verdict.emptied", emptied) : "");
    }
}
