package org.fairreview.supervision.complaint;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What a signer of the chain said; a void one was overtaken by a later sending back. */
@Embeddable
public record ComplaintSignature(
        int step, String label, String userId, boolean agreed, String remark, Instant signedAt, boolean valid) {

    ComplaintSignature voided() {
        return new ComplaintSignature(step, label, userId, agreed, remark, signedAt, false);
    }

    boolean stands() {
        return valid && agreed;
    }
}
