package org.fairreview.screening;

import java.util.OptionalInt;

/**
 * How a rule does in use: of what it pointed at and somebody decided, how much became a finding.
 *
 * @param accepted hits that became findings
 * @param dismissed hits that were dismissed with a reason
 */
public record Precision(long accepted, long dismissed) {

    static final Precision NONE = new Precision(0, 0);

    public long decided() {
        return accepted + dismissed;
    }

    /** In percent; empty while nothing is decided. */
    public OptionalInt percent() {
        return decided() == 0 ? OptionalInt.empty() : OptionalInt.of(Math.round(100f * accepted / decided()));
    }
}
