package org.fairreview.reminder;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * What a signer of the chain said, or the lawyer before it; a void one was overtaken by a later sending back.
 *
 * @param step the place in the chain, counted from 0; {@link #LOOK} for the legal look
 */
@Embeddable
public record LetterSignature(
        int step, String label, String userId, boolean agreed, String remark, Instant signedAt, boolean valid) {

    static final int LOOK = -1;

    /** Whether it is the legal look and no signature. */
    public boolean isLook() {
        return step == LOOK;
    }

    LetterSignature voided() {
        return new LetterSignature(step, label, userId, agreed, remark, signedAt, false);
    }

    boolean stands() {
        return valid && agreed;
    }
}
