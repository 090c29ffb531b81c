package org.fairreview.review;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What a signer of the chain said: agreed, or sent back. A void signature was overtaken by a later sending back. */
@Embeddable
public record Signature(
        int step, String label, String userId, boolean agreed, String remark, Instant signedAt, boolean valid) {

    Signature voided() {
        return new Signature(step, label, userId, agreed, remark, signedAt, false);
    }

    boolean stands() {
        return valid && agreed;
    }
}
