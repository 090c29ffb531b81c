package org.fairreview.review.web;

import java.util.Locale;

/** Sizes of files as people read them. */
final class FileSize {

    private static final long KILO = 1024;

    private FileSize() {}

    static String of(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        if (bytes < KILO * KILO) {
            return String.format(Locale.ROOT, "%.1f KB", (double) bytes / KILO);
        }
        return String.format(Locale.ROOT, "%.1f MB", (double) bytes / (KILO * KILO));
    }
}
