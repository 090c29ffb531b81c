package org.fairreview.review;

import java.util.Optional;
import java.util.Set;
import org.fairreview.standard.Regime;
import org.fairreview.standard.StandardItem;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/** What a finding must state before it is taken down. */
final class FindingRules {

    private static final int LONGEST = 20_000;

    private FindingRules() {}

    /** The first rule that the finding breaks; {@code place} is its number in the list, for the message. */
    static Optional<Refusal> check(int place, FindingDraft finding, Set<String> files, Regime regime) {
        if (isBlank(finding.quotation())) {
            return refuse("finding.quotationMissing", place);
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
        if (finding.address().length() > 500) {
            return refuse("finding.addressTooLong", place);
        }
        if (!files.contains(finding.fileSha256())) {
            return refuse("finding.fileUnknown", place);
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
