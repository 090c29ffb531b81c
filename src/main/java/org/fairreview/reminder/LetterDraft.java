package org.fairreview.reminder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it is drafted.
 *
 * @param addresseeUnitId null for an addressee that is in no register
 */
public record LetterDraft(
        LetterKind kind,
        Addressee addresseeAs,
        @Nullable String addresseeUnitId,
        String addresseeName,
        LetterText text,
        List<LetterMeasure> measures,
        List<LetterFinding> findings) {

    public LetterDraft {
        measures = List.copyOf(measures);
        findings = List.copyOf(findings);
    }
}
