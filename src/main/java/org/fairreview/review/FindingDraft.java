package org.fairreview.review;

import org.jspecify.annotations.Nullable;

/**
 * A finding as the reviewer writes it down.
 *
 * @param id the finding that it changes; absent for a new one
 * @param fileSha256 the file of the version, by its digest
 * @param startOffset of the quotation in the file's extracted text, in characters; -1 when it was typed
 * @param subItem may be empty where the item has none or none fits
 * @param legalBasis required under Reg. 10, and its source named in {@code legalBasisSource} unless there is none
 * @param specificOperator whether the beneficiary is a specific operator (Measures 46); required where the item asks
 * @param hit the key of the screening's hit of which the finding was made; absent for one that a person found
 */
public record FindingDraft(
        @Nullable Long id,
        String fileSha256,
        String address,
        int startOffset,
        int endOffset,
        String quotation,
        String item,
        @Nullable String subItem,
        String reason,
        String requiredChange,
        @Nullable LegalBasis legalBasis,
        @Nullable String legalBasisSource,
        @Nullable Boolean specificOperator,
        @Nullable String hit) {

    /** The same finding at another place of the file's text. */
    FindingDraft at(int start, int end) {
        return new FindingDraft(
                id,
                fileSha256,
                address,
                start,
                end,
                quotation,
                item,
                subItem,
                reason,
                requiredChange,
                legalBasis,
                legalBasisSource,
                specificOperator,
                hit);
    }
}
