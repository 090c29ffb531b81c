package org.fairreview.conference;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a member answers to one question of its remit.
 *
 * @param question the id of the question in the remit
 * @param said whether the measure touches it
 * @param note what the problem is, or what should be known, up to 4,000 characters
 */
@Embeddable
public record RemitAnswer(
        @NotNull(message = "{task.malformed}") @Size(max = 64, message = "{task.malformed}") String question,
        @NotNull(message = "{consultation.answer.missing}") @Enumerated(EnumType.STRING) Said said,
        @Size(max = 4000, message = "{consultation.answer.noteTooLong}") @Column(length = 4000) @Nullable String note) {

    /** Whether the measure touches what the question asks about. */
    public enum Said {
        /** 不涉及. */
        NOT_CONCERNED,
        /** 涉及，符合规定. */
        COMPLIES,
        /** 涉及，有问题. */
        PROBLEM
    }
}
