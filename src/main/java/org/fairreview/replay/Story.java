package org.fairreview.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What happens in one matter: steps, each so many working days after the one before. */
final class Story {

    /** @param after working days since the step before; 0 for later on the same day, {@link #SOON} for some minutes later */
    record Step(int after, String name, Runnable act) {}

    /** The next of many alike, which somebody does one after the other. */
    static final int SOON = -1;

    private final String name;
    private final LocalDate begins;
    private final List<Step> steps = new ArrayList<>();

    Story(String name, LocalDate begins) {
        this.name = name;
        this.begins = begins;
    }

    Story then(int after, String step, Runnable act) {
        steps.add(new Step(after, step, act));
        return this;
    }

    String name() {
        return name;
    }

    LocalDate begins() {
        return begins;
    }

    List<Step> steps() {
        return steps;
    }
}
