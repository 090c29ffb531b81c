package org.fairreview.review;

import java.util.Optional;
import org.fairreview.document.ClassificationMark;
import org.fairreview.measure.Circulation;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/** What is asked of whoever raises the level of circulation: a higher level, and why. */
final class CirculationRules {

    private CirculationRules() {}

    static Optional<Refusal> check(
            Circulation present, @Nullable Circulation level, String reason, String hearingOtherwise) {
        if (level == null) {
            return Optional.of(Refusal.at("level", "circulation.levelMissing"));
        }
        if (!level.isAbove(present)) {
            return Optional.of(Refusal.at("level", "circulation.notHigher"));
        }
        if (reason.isBlank()) {
            return Optional.of(Refusal.at("reason", "circulation.reasonMissing"));
        }
        if (reason.length() > Circulations.LONGEST_REASON) {
            return Optional.of(Refusal.at("reason", "circulation.reasonTooLong", Circulations.LONGEST_REASON));
        }
        if (ClassificationMark.isIn(reason)) {
            return Optional.of(Refusal.at("reason", "circulation.classified"));
        }
        if (ClassificationMark.isIn(hearingOtherwise)) {
            return Optional.of(Refusal.at("hearingOtherwise", "circulation.classified"));
        }
        if (hearingOtherwise.length() > Circulations.LONGEST_HEARING) {
            return Optional.of(
                    Refusal.at("hearingOtherwise", "circulation.hearingTooLong", Circulations.LONGEST_HEARING));
        }
        return Optional.empty();
    }
}
