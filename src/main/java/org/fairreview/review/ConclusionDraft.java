package org.fairreview.review;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What the conclusion document is to say, beside the findings.
 *
 * @param hearing how interested parties were heard (Measures 28)
 * @param firstOpinion how the drafting unit's first opinion was checked (Measures 31, 33)
 * @param reasoning why the conclusion follows
 * @param workAdvice required with {@link Conclusion#CONFORMS_WITH_ADVICE}, otherwise empty
 */
@Embeddable
public record ConclusionDraft(
        @Enumerated(EnumType.STRING) Conclusion conclusion,
        String hearing,
        String firstOpinion,
        String reasoning,
        String workAdvice) {}
