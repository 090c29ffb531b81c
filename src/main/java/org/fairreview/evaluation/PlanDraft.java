package org.fairreview.evaluation;

import org.fairreview.evaluation.Evaluation.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What is planned.
 *
 * @param subject which measure, or which region or trade, in words
 * @param caseNumber the review of the draft whose expected effect is evaluated
 * @param evaluatedUnitId whose measure it is, where it is one unit's: no institution with a conflict of interest is asked
 */
public record PlanDraft(
        int year,
        String title,
        Purpose purpose,
        String subject,
        @Nullable String caseNumber,
        @Nullable String evaluatedUnitId,
        String budget) {}
