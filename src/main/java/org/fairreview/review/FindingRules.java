package org.fairreview.review;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fairreview.standard.Regime;
import org.fairreview.standard.StandardItem;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/** What a finding must state before it is taken down. */
final class FindingRules {

    private static final int LONGEST = 20_000;
    private static final int LONGEST_SOURCE = 2_000;
    private static final Pattern KEY_OF_A_HIT = Pattern.compile("[0-9a-f]{64}");

    /** A finding that stands already, and the codes that its item has under the regime in force. */
    record Known(Finding finding, Set<String> items) {}

    private FindingRules() {}

    /**
     * The first rule that the finding breaks; {@code place} is its number in the list, for the message. A known
     * finding whose words are gone from the present version may go on quoting them.
     *
     * @param known the finding that it changes, with the items that its item is under the regime
     */
    static Optional<Refusal> check(
            int place, FindingDraft finding, @Nullable Known known, Map<String, String> files, Regime regime) {
        if (isBlank(finding.quotation())) {
            return refuse("finding.quotationMissing", place);
        }
        if (known != null && known.finding().isCarried() && !known.finding().saysTheSameAs(finding, known.items())) {
            return refuse("finding.carriedRewritten", place);
        }
        if (isBlank(finding.address())) {
            return refuse("finding.addressMissing", place);
        }
        if (isBlank(finding.reason())) {
            return refuse("finding.reasonMissing", place);
        }
        if (tooLong(finding.quotation()) || tooLong(finding.reason()) || tooLong(finding.requiredChange())) {
            return refuse("finding.tooLong", place);
        }
        if (finding.requiredChange() == null || !namesAHitOrNone(finding)) {
            return Optional.of(Refusal.of("task.malformed"));
        }
        if (finding.legalBasisSource() != null && finding.legalBasisSource().length() > LONGEST_SOURCE) {
            return refuse("finding.legalBasisTooLong", place);
        }
        if (finding.address().length() > 500) {
            return refuse("finding.addressTooLong", place);
        }
        if (!keepsTheWordsOf(known == null ? null : known.finding(), finding)) {
            String text = files.get(finding.fileSha256());
            if (text == null) {
                return refuse("finding.fileUnknown", place);
            }
            if (!standsIn(finding.quotation(), text)) {
                return refuse("finding.quotationDiffers", place);
            }
        }
        Optional<StandardItem> item = regime.item(finding.item() == null ? "" : finding.item());
        if (item.isEmpty()) {
            return refuse("finding.itemMissing", place);
        }
        if (!isBlank(finding.subItem()) && item.get().subItem(finding.subItem()).isEmpty()) {
            return refuse("finding.subItemDoesNotFit", place);
        }
        if (item.get().legalBasisQuestion()) {
            if (finding.legalBasis() == null) {
                return refuse("finding.legalBasisUnanswered", place);
            }
            if (finding.legalBasis() != LegalBasis.NONE && isBlank(finding.legalBasisSource())) {
                return refuse("finding.legalBasisNotNamed", place);
            }
        }
        if (item.get().specificOperatorQuestion() && finding.specificOperator() == null) {
            return refuse("finding.specificOperatorUnanswered", place);
        }
        return Optional.empty();
    }

    /** Whether it is a finding of an earlier version whose words are gone, and quotes them still. */
    static boolean keepsTheWordsOf(@Nullable Finding known, FindingDraft finding) {
        return known != null
                && known.isGone()
                && known.quotation().equals(finding.quotation())
                && known.fileSha256().equals(finding.fileSha256());
    }

    /** The finding with the offsets at which its quotation really stands; -1 where only the words agree, not the blanks. */
    static FindingDraft anchor(FindingDraft finding, String text) {
        int start = finding.startOffset();
        int end = finding.endOffset();
        boolean stands = start >= 0
                && start < end
                && end <= text.length()
                && text.substring(start, end).equals(finding.quotation());
        if (stands) {
            return finding;
        }
        int found = text.indexOf(finding.quotation());
        return found < 0
                ? finding.at(-1, -1)
                : finding.at(found, found + finding.quotation().length());
    }

    /** Whether the words stand in the text, blanks and line breaks aside. */
    static boolean standsIn(String quotation, String text) {
        return withoutBlanks(text).contains(withoutBlanks(quotation));
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("[\\s\u3000\u00a0]+", "");
    }

    private static boolean namesAHitOrNone(FindingDraft finding) {
        return finding.hit() == null || KEY_OF_A_HIT.matcher(finding.hit()).matches();
    }

    private static Optional<Refusal> refuse(String key, int place) {
        return Optional.of(Refusal.at("findings", key, place));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean tooLong(@Nullable String text) {
        return text != null && text.length() > LONGEST;
    }
}
