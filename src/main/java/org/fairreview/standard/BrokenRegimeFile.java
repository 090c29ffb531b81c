package org.fairreview.standard;

/** Says in which file and line a regime file cannot be accepted, and why. */
final class BrokenRegimeFile extends RuntimeException {

    BrokenRegimeFile(String file, int line, String reason) {
        super("%s, line %d: %s".formatted(file, line, reason));
    }
}
