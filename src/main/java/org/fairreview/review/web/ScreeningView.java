package org.fairreview.review.web;

import java.util.List;
import java.util.stream.Stream;
import org.fairreview.screening.FoundHit;
import org.fairreview.screening.RunState;
import org.jspecify.annotations.Nullable;

/**
 * The screening of a case's version as the case page and the review form show it. Where something was not screened, or is
 * not yet, {@link #unscreened} and {@link #said} say so; no hit is never a proof of no risk.
 *
 * @param said where the screening stands, or what it found, as one sentence
 * @param by when and by which rules it was screened, for a form that counts by itself; null where {@code said} is all
 * @param unscreened what of the version was not screened, a sentence each
 * @param results whether there are results, be it of an earlier screening
 * @param open passages about which nothing is decided, or not about every hit; one with a finding is decided
 * @param mayAsk whether the reader may ask for a new screening
 * @param newRules whether the rules in force are others than those of the results
 * @param passages the passages with hits in the order of the text
 */
record ScreeningView(
        RunState state,
        String said,
        @Nullable String by,
        List<String> unscreened,
        boolean results,
        int open,
        boolean mayAsk,
        boolean newRules,
        List<PassageHits> passages) {

    /** A passage with its hits, the best first. */
    record PassageHits(String fileSha256, String fileName, String address, HitView best, List<HitView> others) {

        Stream<HitView> hits() {
            return Stream.concat(Stream.of(best), others.stream());
        }

        boolean isOpen() {
            return hits().anyMatch(hit -> hit.fate() == Fate.OPEN)
                    && hits().noneMatch(hit -> hit.fate() == Fate.ACCEPTED);
        }
    }

    /** What became of a hit. */
    enum Fate {
        OPEN,
        ACCEPTED,
        DISMISSED
    }

    /**
     * A hit.
     *
     * @param number its place in the list of all hits
     * @param reason why a passage of the kind deserves a look
     * @param finding the number of the finding that was made of it
     * @param said who dismissed it, when, and on which version
     * @param dismissal why it is no problem
     * @param item code of the item in the case's regime; empty where the regime has no such item
     */
    record HitView(
            int number,
            FoundHit hit,
            String item,
            String itemLabel,
            @Nullable String subItem,
            @Nullable String subItemLabel,
            Fate fate,
            String fateLabel,
            @Nullable Integer finding,
            @Nullable String said,
            String dismissal) {}

    public boolean isOver() {
        return state.isOver();
    }
}
