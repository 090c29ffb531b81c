package org.fairreview.screening;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fairreview.document.Passage;
import org.jspecify.annotations.Nullable;

/** Screens one text within limits of size, time and number of hits, and says which of them it met. */
final class TextScreener {

    static final int MOST_CHARACTERS = 2_000_000;
    static final int MOST_HITS = 2_000;

    /** The longest that one text may take. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    /**
     * What came of a text.
     *
     * @param hits of each rule in each passage the best one
     * @param problem why it was not screened, or not all of it
     */
    record Outcome(List<Hit> hits, @Nullable Problem problem) {

        static Outcome unscreened(Problem problem) {
            return new Outcome(List.of(), problem);
        }
    }

    private static final class TookTooLong extends RuntimeException {
        TookTooLong() {
            super(null, null, false, false);
        }
    }

    private record Place(int ordinal, String rule) {}

    private final Screening screening;
    private final Duration longest;

    TextScreener(Screening screening, Duration longest) {
        this.screening = screening;
        this.longest = longest;
    }

    Outcome screen(List<Passage> passages, Screening.Watch watch) {
        if (passages.isEmpty()) {
            return Outcome.unscreened(Problem.NO_TEXT);
        }
        if (passages.stream().mapToLong(passage -> passage.text().length()).sum() > MOST_CHARACTERS) {
            return Outcome.unscreened(Problem.TOO_LONG);
        }
        long began = System.nanoTime();
        try {
            Screened screened = screening.screen(passages, done -> {
                if (System.nanoTime() - began > longest.toNanos()) {
                    throw new TookTooLong();
                }
                watch.done(done);
            });
            List<Hit> hits = bestOfEachRule(screened.hits());
            return hits.size() > MOST_HITS
                    ? new Outcome(hits.subList(0, MOST_HITS), Problem.TOO_MANY)
                    : new Outcome(hits, null);
        } catch (TookTooLong e) {
            return Outcome.unscreened(Problem.TIMEOUT);
        }
    }

    private static List<Hit> bestOfEachRule(List<Hit> bestFirst) {
        Set<Place> seen = new HashSet<>();
        List<Hit> kept = new ArrayList<>();
        for (Hit hit : bestFirst) {
            if (seen.add(new Place(hit.ordinal(), hit.rule()))) {
                kept.add(hit);
            }
        }
        return kept;
    }
}
