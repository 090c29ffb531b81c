package org.fairreview.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.standard.Regime;
import org.fairreview.workflow.Refusal;

/** Findings as a person writes them down about a text, wherever that is: what each must state, and where it stands. */
public final class WrittenFindings {

    private WrittenFindings() {}

    /**
     * The first rule that one of them breaks.
     *
     * @param files the full texts of the files that are examined, by their digests
     */
    public static Optional<Refusal> check(List<FindingDraft> drafts, Map<String, String> files, Regime regime) {
        for (int place = 1; place <= drafts.size(); place++) {
            Optional<Refusal> refusal = FindingRules.check(place, drafts.get(place - 1), null, files, regime);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    /** The finding with the offsets at which its quotation really stands; -1 where only the words agree, not the blanks. */
    public static FindingDraft anchor(FindingDraft draft, Map<String, String> files) {
        return FindingRules.anchor(draft, files.get(draft.fileSha256()));
    }
}
