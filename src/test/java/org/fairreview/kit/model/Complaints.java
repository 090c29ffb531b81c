package org.fairreview.kit.model;

import java.util.ArrayList;
import java.util.List;

/** What the checks of the models found wrong. */
final class Complaints {

    private final List<String> all = new ArrayList<>();

    /** Takes down that something is wrong with an element of a file. */
    void about(String path, String element, String what, Object... details) {
        all.add("%s, %s: %s".formatted(path, element, what.formatted(details)));
    }

    /** Takes down that something is wrong with a file or the whole. */
    void about(String path, String what) {
        all.add("%s: %s".formatted(path, what));
    }

    List<String> all() {
        return List.copyOf(all);
    }
}
