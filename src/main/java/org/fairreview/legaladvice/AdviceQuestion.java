package org.fairreview.legaladvice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A question to an adviser, and the opinion on it once it is given. */
@Embeddable
public record AdviceQuestion(
        @Column(length = 20000) String question, @Column(length = 20000) @Nullable String opinion) {

    AdviceQuestion answered(String given) {
        return new AdviceQuestion(question, given);
    }
}
