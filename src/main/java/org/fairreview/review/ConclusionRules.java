package org.fairreview.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/** Which conclusion can stand beside which findings. */
final class ConclusionRules {

    private ConclusionRules() {}

    /**
     * The first rule that the conclusion breaks.
     *
     * <p>No conclusion that conforms stands beside a finding that requires a change, and none that does not conform
     * without one (Reg. 18, Measures 34). An exception covers findings and states its five points (Measures 29).
     */
    static Optional<Refusal> check(
            ConclusionDraft text, @Nullable ExceptionClaim claim, List<Finding> findings, LocalDate today) {
        if (any(findings, Disposition.OPEN)) {
            return Optional.of(Refusal.at("findings", "conclusion.openFinding"));
        }
        Conclusion conclusion = text.conclusion();
        if (conclusion.allowsIssue() && any(findings, Disposition.CHANGE_REQUIRED)) {
            return Optional.of(Refusal.at("conclusion", "conclusion.conformsWithRequiredChange"));
        }
        if (conclusion != Conclusion.EXCEPTION && any(findings, Disposition.EXCEPTED)) {
            return Optional.of(Refusal.at("conclusion", "conclusion.exceptedWithoutException"));
        }
        return switch (conclusion) {
            case CONFORMS -> Optional.empty();
            case CONFORMS_AFTER_CHANGE ->
                given(any(findings, Disposition.AMENDED), "conclusion", "conclusion.nothingAmended");
            case CONFORMS_WITH_ADVICE -> given(!text.workAdvice().isBlank(), "workAdvice", "conclusion.adviceMissing");
            case DOES_NOT_CONFORM ->
                given(
                        any(findings, Disposition.CHANGE_REQUIRED),
                        "conclusion",
                        "conclusion.doesNotConformWithoutChange");
            case EXCEPTION -> checkException(claim, findings, today);
        };
    }

    private static Optional<Refusal> checkException(
            @Nullable ExceptionClaim claim, List<Finding> findings, LocalDate today) {
        if (!any(findings, Disposition.EXCEPTED)) {
            return Optional.of(Refusal.at("conclusion", "conclusion.exceptionWithoutFinding"));
        }
        return claim == null ? Optional.of(Refusal.at("exceptionCase", "exception.caseMissing")) : claim.check(today);
    }

    private static Optional<Refusal> given(boolean satisfied, String field, String key) {
        return satisfied ? Optional.empty() : Optional.of(Refusal.at(field, key));
    }

    private static boolean any(List<Finding> findings, Disposition disposition) {
        return findings.stream().anyMatch(finding -> finding.disposition() == disposition);
    }
}
