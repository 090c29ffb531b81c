package org.fairreview.screening;

import java.util.List;

/**
 * What came of screening a text.
 *
 * @param ruleVersion the version of the rules, with a digest of their file
 * @param hits by passage in the order of the text, the best of a passage first; none is never a proof of no risk
 */
public record Screened(String ruleVersion, List<Hit> hits) {

    public Screened {
        hits = List.copyOf(hits);
    }

    /** The hits of one passage, best first. */
    public List<Hit> of(int ordinal) {
        return hits.stream().filter(hit -> hit.ordinal() == ordinal).toList();
    }
}
