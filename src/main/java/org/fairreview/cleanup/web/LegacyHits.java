package org.fairreview.cleanup.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the screening found in a measure's text, for the form in which findings are written. No hit is never a proof of no
 * risk.
 *
 * @param said where it stands, or what it found
 * @param by when and by which rules, where there are hits
 * @param unscreened what of the text was not screened
 */
record LegacyHits(boolean over, String said, @Nullable String by, List<String> unscreened, List<HitPart> hits) {

    /**
     * A hit.
     *
     * @param others how many more its passage has; -1 for those others themselves
     * @param said who dismissed it, and when
     * @param note what the unit made of it, for the regulator
     */
    record HitPart(
            String hit,
            int number,
            int others,
            String fileSha256,
            String address,
            int start,
            int end,
            String item,
            String itemLabel,
            @Nullable String subItem,
            @Nullable String subItemLabel,
            String rule,
            String reason,
            String question,
            String words,
            boolean dismissed,
            String dismissal,
            @Nullable String said,
            @Nullable String note) {}
}
