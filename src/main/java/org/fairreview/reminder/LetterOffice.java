package org.fairreview.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fairreview.office.OfficeValues;
import org.fairreview.office.ValueKind.Steps;
import org.fairreview.review.SigningStep;
import org.springframework.stereotype.Component;

/** What an office has set for its letters, as it holds today. */
@Component
class LetterOffice {

    private final OfficeValues values;
    private final Clock clock;

    LetterOffice(OfficeValues values, Clock clock) {
        this.values = values;
        this.clock = clock;
    }

    boolean wantsLegalLook(LetterKind kind, String regionId) {
        return inForce(LetterOfficeValues.LEGAL_LOOK + kind.key(), regionId).equals(LetterOfficeValues.YES);
    }

    List<SigningStep> signingChain(LetterKind kind, String regionId) {
        return Steps.read(inForce(LetterOfficeValues.SIGNERS + kind.key(), regionId)).stream()
                .map(step -> new SigningStep(step.label(), step.role()))
                .toList();
    }

    /** Where the 文号 of the kind comes from: as the office has set for the kind, or else for all. */
    Numbering numbering(LetterKind kind, String regionId) {
        String own = inForce(LetterOfficeValues.NUMBERING_OF + kind.key(), regionId);
        return Numbering.valueOf(
                own.equals(LetterOfficeValues.AS_ALL) ? inForce(LetterOfficeValues.NUMBERING, regionId) : own);
    }

    /** The words before year and number (发文机关代字). */
    String series(LetterKind kind, String regionId) {
        return inForce(LetterOfficeValues.SERIES + kind.key(), regionId);
    }

    private String inForce(String name, String regionId) {
        return values.inForce(name, regionId, LocalDate.now(clock));
    }
}
