package org.fairreview.screening;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the screening of a version stands. No hit is never a proof of no risk, least of all where {@link #isComplete} says no.
 *
 * @param state of the newest screening; the results below may be of an earlier one while a new one runs
 * @param problem why the newest screening failed
 * @param ruleVersion by which rules the results were found; null where there are none yet
 * @param files what became of each reviewed file
 * @param hits in the order of the text, of each passage the best first
 */
public record VersionScreening(
        RunState state,
        int passages,
        int passagesDone,
        @Nullable Problem problem,
        @Nullable String ruleVersion,
        @Nullable Instant screenedAt,
        List<ScreenedFile> files,
        List<FoundHit> hits) {

    public VersionScreening {
        files = List.copyOf(files);
        hits = List.copyOf(hits);
    }

    public boolean hasResults() {
        return ruleVersion != null;
    }

    /** Whether every passage of every reviewed file was screened, and the files had no part without text. */
    public boolean isComplete() {
        return hasResults()
                && files.stream()
                        .allMatch(
                                file -> file.problem() == null && file.notice().isEmpty());
    }

    /** The hits passage by passage, in the order of the text, of each passage the best first. */
    public List<List<FoundHit>> byPassage() {
        record Place(String fileSha256, int ordinal) {}
        return List.copyOf(hits.stream()
                .collect(Collectors.groupingBy(
                        hit -> new Place(hit.fileSha256(), hit.ordinal()), LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    public Optional<FoundHit> hit(String key) {
        return hits.stream().filter(hit -> hit.key().equals(key)).findFirst();
    }
}
