package org.fairreview.cleanup;

import java.time.LocalDate;
import java.util.Optional;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The paper in which a body decided or announced something.
 *
 * @param number its document number; empty where it has none
 * @param on its day
 * @param fileId its scan or text, staged by the person
 */
public record DecisionPaper(String number, @Nullable LocalDate on, @Nullable String fileId) {

    /** The first thing that is missing of a decision; nothing need be there where the issuer itself decides here. */
    Optional<Refusal> check(boolean demanded, LocalDate today) {
        if (on != null && on.isAfter(today)) {
            return Optional.of(Refusal.at("decidedOn", "legacy.decidedInTheFuture"));
        }
        if (!demanded) {
            return Optional.empty();
        }
        if (on == null) {
            return Optional.of(Refusal.at("decidedOn", "legacy.decisionDayMissing"));
        }
        return fileId == null || fileId.isBlank()
                ? Optional.of(Refusal.at("decisionFile", "legacy.decisionFileMissing"))
                : Optional.empty();
    }

    /** The first thing that is missing of an announcement. */
    Optional<Refusal> checkAnnouncement(LocalDate today) {
        if (number.isBlank()) {
            return Optional.of(Refusal.at("announcementNumber", "legacy.announcementNumberMissing"));
        }
        if (on == null) {
            return Optional.of(Refusal.at("announcedOn", "legacy.announcementDayMissing"));
        }
        return on.isAfter(today)
                ? Optional.of(Refusal.at("announcedOn", "legacy.announcedInTheFuture"))
                : Optional.empty();
    }
}
