package org.fairreview.supervision.spotcheck.web;

import java.util.List;
import java.util.Map;
import org.fairreview.standard.StandardGroup;
import org.fairreview.supervision.spotcheck.Populations.Counted;
import org.jspecify.annotations.Nullable;

/**
 * What the forms of a spot check show; the editor of text and findings reads the names that {@code text-review.js} says.
 *
 * @param counted what there is to draw from; null where that is not asked
 * @param publicSeed whether the seed is a public number
 * @param returned why the report was sent back
 * @param draft the report as it was written before, or as it is proposed
 * @param awaited the addressees that do not have the report yet
 * @param found the findings of both inspectors, for the section head
 */
record SpotForm(
        String caseNumber,
        String caseUrl,
        String title,
        String today,
        List<SpotLine> facts,
        List<SpotLine> report,
        List<SpotLine> figures,
        @Nullable Counted counted,
        boolean publicSeed,
        @Nullable String returned,
        Map<String, String> draft,
        List<AwaitedPart> awaited,
        List<ChoicePart> procedures,
        List<RecordPart> records,
        List<SpotFindingView> found,
        List<SpotText> texts,
        List<SpotFindingView> findings,
        @Nullable Object screening,
        List<StandardGroup> standards,
        List<ChoicePart> legalBases) {

    /** An addressee of the report: the name of its fields in the form, and what it is called. */
    record AwaitedPart(String key, String name) {}

    /** A value of a list and the Chinese label that people choose by. */
    record ChoicePart(String value, String label) {}

    /** What an inspector recorded. */
    record RecordPart(String inspector, String procedure, String opinion, int findings) {}

    /** A file of a measure, passage by passage. */
    record SpotText(String sha256, String name, List<PassagePart> passages) {}

    record PassagePart(String address, int start, int end, String text) {}
}
