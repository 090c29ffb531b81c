package org.fairreview.supervision.complaint;

/** Where a complaint stands. */
public enum ComplaintState {
    REGISTERED,
    AWAITING_SUPPLEMENT,
    SENDING_ON,
    VERIFYING,
    SIGNING,
    CONCLUDED,
    ANSWERED,
    CLOSED,
    NOT_VERIFIED,
    OUT_OF_SCOPE,
    NOT_COMPETENT,
    TRANSFERRED,
    REFERRED;

    public boolean hasEnded() {
        return ordinal() >= ANSWERED.ordinal();
    }

    /** Whether the 60 days run: from the acceptance until the conclusion is signed. */
    public boolean isVerified() {
        return this == VERIFYING || this == SIGNING;
    }

    /** The end to which an assessment leads. */
    static ComplaintState endOf(Assessment assessment) {
        return switch (assessment) {
            case NOT_VERIFIED -> NOT_VERIFIED;
            case OUT_OF_SCOPE -> OUT_OF_SCOPE;
            case NOT_COMPETENT -> NOT_COMPETENT;
            case TRANSFER -> TRANSFERRED;
            case REFER -> REFERRED;
            default -> throw new IllegalArgumentException(assessment + " is no end");
        };
    }
}
