package org.fairreview.review.destruction;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.fairreview.review.RetentionClass;
import org.jspecify.annotations.Nullable;

/**
 * A case on a list.
 *
 * @param title absent where the measure is restricted
 * @param dueOn from which day on it may be destroyed
 */
@Embeddable
public record DestructionLine(
        String caseNumber,
        @Nullable String title,
        @Enumerated(EnumType.STRING) RetentionClass retention,
        LocalDate endedOn,
        LocalDate dueOn) {}
