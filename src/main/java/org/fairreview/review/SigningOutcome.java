package org.fairreview.review;

/** Where the signing goes from here: to another signer, back to the reviewer, or to its end. */
public enum SigningOutcome {
    SIGNED_OFF,
    TO_SIGNER,
    TO_REVIEWER
}
