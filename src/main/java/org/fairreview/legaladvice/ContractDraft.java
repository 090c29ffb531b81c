package org.fairreview.legaladvice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract as it was typed.
 *
 * @param amount in yuan, or nothing
 * @param files files that the person staged
 */
public record ContractDraft(
        String title,
        String counterparty,
        String amount,
        List<String> questions,
        @Nullable String wished,
        List<String> files) {

    public ContractDraft {
        questions = List.copyOf(questions);
        files = files.stream().distinct().toList();
    }
}
