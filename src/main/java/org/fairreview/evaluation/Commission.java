package org.fairreview.evaluation;

import java.util.List;
import org.fairreview.evaluation.Evaluation.Purpose;
import org.fairreview.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * What an institution is asked, by whom, and what it is shown for it.
 *
 * @param caseNumber the case, or the plan, from which it comes
 * @param evaluatedUnitId the unit whose measure it is about, where it is about one
 * @param material the ids of the files that are released to the institution
 * @param acceptanceRole as which the person who commissions it accepts the report
 */
public record Commission(
        String caseNumber,
        String regionId,
        String regulatorUnitId,
        @Nullable String evaluatedUnitId,
        String title,
        String evaluatorUnitId,
        Purpose purpose,
        String question,
        List<String> material,
        String requestedBy,
        Role acceptanceRole) {

    public Commission {
        material = List.copyOf(material);
    }
}
