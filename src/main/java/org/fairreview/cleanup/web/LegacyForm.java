package org.fairreview.cleanup.web;

import java.util.List;
import org.fairreview.review.ExceptionClaim;
import org.fairreview.standard.StandardGroup;
import org.jspecify.annotations.Nullable;

/**
 * What a form about one measure in a clean-up shows; the editor of text and findings reads the names that
 * {@code text-review.js} says.
 *
 * @param check what the unit proposes, and who checked and signed
 * @param exceptionSaid why the measure may stay although it restricts competition, in words
 * @param screened what the screening says of the text, for those who do not write findings
 * @param written what the unit proposed before, to go on from
 * @param findings those that the form's own person writes
 * @param reviews the reviews in which the revision may be examined
 */
record LegacyForm(
        String caseNumber,
        String caseUrl,
        String title,
        String today,
        List<FormLine> facts,
        List<ReturnPart> returns,
        List<FormLine> check,
        List<FormLine> exceptionSaid,
        List<FormLine> screened,
        List<FormLine> review,
        List<FormLine> decision,
        List<FormLine> carriedOut,
        List<LegacyFindingView> unitFindings,
        List<LegacyFindingView> regulatorFindings,
        WrittenPart written,
        boolean hasText,
        List<LegacyText> texts,
        List<LegacyFindingView> findings,
        @Nullable LegacyHits screening,
        List<StandardGroup> standards,
        List<Choice> legalBases,
        List<Choice> justifications,
        List<Choice> exceptionCases,
        List<Choice> outcomes,
        DeciderPart decider,
        List<Choice> reviews) {

    /** A value of a list and the Chinese label that people choose by. */
    record Choice(String value, String label) {}

    /** That the case was given back. */
    record ReturnPart(String from, String by, String reason) {}

    record WrittenPart(@Nullable String proposal, String proposalReason, @Nullable ExceptionClaim exception) {}

    /**
     * Who decides.
     *
     * @param body the body that issued the measure
     * @param byIssuer whether a person of that body decides here; else its paper is registered
     */
    record DeciderPart(String body, boolean byIssuer) {}
}
