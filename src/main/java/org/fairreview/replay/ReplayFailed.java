package org.fairreview.replay;

/** A step of a replay was refused or went wrong: the scenario or the product is at fault. */
final class ReplayFailed extends RuntimeException {

    ReplayFailed(String message) {
        super(message);
    }
}
