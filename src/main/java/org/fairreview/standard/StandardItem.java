package org.fairreview.standard;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A standard item (标准条目): one item of the regulation under which a clause can be found to restrict competition.
 *
 * @param measuresArticle the article of the measures that spells the item out, null in a regime without measures
 * @param legalBasisQuestion whether a finding must say if a law, an administrative regulation or the State Council
 *     allows it (Reg. 10, lead-in); the same for all items of a group
 * @param specificOperatorQuestion whether a finding must say if the operator is a specific operator (Measures 46)
 * @param becomes the items of the next regime that took its place; empty where it kept its code (our own reading)
 */
public record StandardItem(
        String code,
        String article,
        String label,
        @Nullable String measuresArticle,
        boolean legalBasisQuestion,
        boolean specificOperatorQuestion,
        List<String> becomes,
        List<SubItem> subItems) {

    public StandardItem {
        becomes = List.copyOf(becomes);
        subItems = List.copyOf(subItems);
    }

    public Optional<SubItem> subItem(String code) {
        return subItems.stream().filter(subItem -> subItem.code().equals(code)).findFirst();
    }
}
