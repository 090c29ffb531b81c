package org.fairreview.cleanup.intake;

/** A spreadsheet or an archive that is not taken as a whole, and why. */
final class NotTaken extends Exception {

    private final transient Problem problem;

    NotTaken(String key, String... values) {
        super(key, null, false, false);
        this.problem = Problem.of(key, values);
    }

    Problem problem() {
        return problem;
    }
}
