package org.fairreview.review;

import java.util.List;
import org.fairreview.measure.DraftersStatement;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.MeasureFacts;

/** What a drafting unit submits for review: the measure, its files in order, and its statement (Measures 31). */
public record Submission(
        String draftingUnitId, MeasureFacts facts, DraftersStatement statement, List<SubmittedFile> files) {

    /** A file that was uploaded before, and what it is. */
    public record SubmittedFile(FileRole role, String fileId) {}
}
