package org.fairreview.legaladvice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an adviser.
 *
 * @param askingUnitId the regulator whose people ask
 * @param party who has an interest in the answer
 * @param wished the adviser whom the person who asks would like; null leaves the choice to the load
 */
public record AdviceRequest(
        String caseNumber,
        LegalAdvice.Kind kind,
        String regionId,
        String askingUnitId,
        Party party,
        List<String> questions,
        @Nullable String wished,
        String requestedBy) {

    public AdviceRequest {
        questions = List.copyOf(questions);
    }
}
