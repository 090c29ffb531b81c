package org.fairreview.supervision.spotcheck.web;

import org.jspecify.annotations.Nullable;

/** A line of a form or page: what it is about, what it says, and where it leads. */
public record SpotLine(String label, String text, @Nullable String url) {

    static SpotLine of(String label, String text) {
        return new SpotLine(label, text, null);
    }
}
