package org.fairreview.supervision.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finding that a feature brings to the inbox of leads.
 *
 * @param regionId the region whose regulator decides
 * @param sourceKey names the finding among those of its kind: brought again, it is the same one; at most 100 characters
 * @param matter the number of the visit, complaint, evaluation or case in which it was found; shown with the lead
 * @param address of that matter's page in the portal
 * @param title of the measure (政策措施), at most 500 characters
 * @param documentNumber its 文号; empty where it is not known
 * @param issuer who issued it, in words; empty where it is not known
 * @param unitId the unit that answers for the measure, where it is in the register
 * @param textFingerprint {@link org.fairreview.cleanup.LedgerKeys#text} of its text, where the text is known
 * @param said what was found, at most 20,000 characters
 * @param caseNumber the review case from which it comes, whose circulation then holds for the finding too
 * @param foundBy absent where the product found it by itself
 */
public record LeadFound(
        String regionId,
        SourceKind kind,
        String sourceKey,
        @Nullable String matter,
        @Nullable String address,
        String title,
        String documentNumber,
        String issuer,
        @Nullable String unitId,
        @Nullable String textFingerprint,
        String said,
        @Nullable String caseNumber,
        @Nullable String foundBy,
        Instant foundAt) {

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 20_000;

    public LeadFound {
        title = cut(title, LONGEST_TITLE);
        documentNumber = cut(documentNumber, LONGEST_NAME);
        issuer = cut(issuer, LONGEST_NAME);
        said = cut(said, LONGEST_TEXT);
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
