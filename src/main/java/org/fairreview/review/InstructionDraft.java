package org.fairreview.review;

import java.time.LocalDate;
import java.util.Optional;
import org.fairreview.document.ClassificationMark;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a leader is about to write on a case.
 *
 * @param scanFileId the staged scan of what was written on paper
 * @param responsibleId who is to see to it
 */
public record InstructionDraft(
        String text, @Nullable String scanFileId, String responsibleId, @Nullable LocalDate dueOn) {

    private static final int MOST_YEARS = 2;

    /** What is wrong with it in itself: words or a scan, a person, a day that has not passed. */
    Optional<Refusal> check(LocalDate today) {
        if (text.isBlank() && scanFileId == null) {
            return Optional.of(Refusal.at("text", "instruction.nothing"));
        }
        if (text.length() > Instructions.LONGEST_TEXT) {
            return Optional.of(Refusal.at("text", "instruction.textTooLong", Instructions.LONGEST_TEXT));
        }
        if (ClassificationMark.isIn(text)) {
            return Optional.of(Refusal.at("text", "instruction.classified"));
        }
        if (responsibleId.isBlank()) {
            return Optional.of(Refusal.at("responsible", "instruction.responsibleMissing"));
        }
        if (dueOn == null) {
            return Optional.of(Refusal.at("dueOn", "instruction.dueMissing"));
        }
        if (dueOn.isBefore(today)) {
            return Optional.of(Refusal.at("dueOn", "instruction.dueInThePast"));
        }
        return dueOn.isAfter(today.plusYears(MOST_YEARS))
                ? Optional.of(Refusal.at("dueOn", "instruction.dueTooLate"))
                : Optional.empty();
    }
}
