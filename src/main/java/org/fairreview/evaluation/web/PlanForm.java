package org.fairreview.evaluation.web;

import java.util.Arrays;
import java.util.List;
import org.fairreview.evaluation.Evaluation.Purpose;
import org.fairreview.evaluation.PlanDraft;
import org.fairreview.identity.Objection;
import org.jspecify.annotations.Nullable;

/** What is typed about a planned evaluation. */
record PlanForm(
        @Nullable String year,
        @Nullable String title,
        @Nullable String purpose,
        @Nullable String subject,
        @Nullable String caseNumber,
        @Nullable String evaluatedUnit,
        @Nullable String budget) {

    static PlanForm empty(int year) {
        return new PlanForm(String.valueOf(year), "", "", "", "", "", "");
    }

    /** What was typed; null where a choice or a number is none. */
    @Nullable
    PlanDraft draft(List<Objection> objections) {
        Purpose chosen = Arrays.stream(Purpose.values())
                .filter(each -> each.name().equals(purpose))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            objections.add(Objection.at("purpose", "evaluations.purposeMissing"));
        }
        int typedYear = 0;
        try {
            typedYear = Integer.parseInt(InstitutionForm.text(year));
        } catch (NumberFormatException noNumber) {
            objections.add(Objection.at("year", "evaluations.yearMissing"));
        }
        if (chosen == null || !objections.isEmpty()) {
            return null;
        }
        return new PlanDraft(
                typedYear,
                InstitutionForm.text(title),
                chosen,
                InstitutionForm.text(subject),
                orNull(caseNumber),
                orNull(evaluatedUnit),
                InstitutionForm.text(budget));
    }

    private static @Nullable String orNull(@Nullable String typed) {
        return InstitutionForm.text(typed).isEmpty() ? null : InstitutionForm.text(typed);
    }
}
