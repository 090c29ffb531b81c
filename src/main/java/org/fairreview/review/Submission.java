package org.fairreview.review;

import java.time.LocalDate;
import java.util.List;
import org.fairreview.measure.Circulation;
import org.fairreview.measure.DraftersStatement;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.MeasureFacts;
import org.jspecify.annotations.Nullable;

/**
 * What a drafting unit submits for review: the measure, its files in order, and its statement (Measures 31).
 *
 * @param outOfScope why the measure does not concern the economic activity of operators (Reg. 2); absent where it does
 * @param receivedOn when the paper arrived, where a clerk registers it for the unit; otherwise absent
 * @param circulation how far it may be known
 * @param hearingOtherwise how parties were heard on a restricted measure in another way (Measures 28); may be empty
 */
public record Submission(
        String draftingUnitId,
        MeasureFacts facts,
        DraftersStatement statement,
        List<SubmittedFile> files,
        @Nullable String outOfScope,
        @Nullable LocalDate receivedOn,
        Circulation circulation,
        String hearingOtherwise) {

    /** A draft is internal, unless something else is said of it. */
    public Submission(
            String draftingUnitId,
            MeasureFacts facts,
            DraftersStatement statement,
            List<SubmittedFile> files,
            @Nullable String outOfScope,
            @Nullable LocalDate receivedOn) {
        this(draftingUnitId, facts, statement, files, outOfScope, receivedOn, Circulation.INTERNAL, "");
    }

    public Submission(
            String draftingUnitId, MeasureFacts facts, DraftersStatement statement, List<SubmittedFile> files) {
        this(draftingUnitId, facts, statement, files, null, null);
    }

    /** A file that was uploaded before, and what it is. */
    public record SubmittedFile(FileRole role, String fileId) {}
}
