package org.fairreview.review.destruction;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.fairreview.review.RetentionClass;

/**
 * A case on a list. Its title is read where it is shown, so that it follows the circulation of the measure.
 *
 * @param dueOn from which day on it may be destroyed
 */
@Embeddable
public record DestructionLine(
        String caseNumber, @Enumerated(EnumType.STRING) RetentionClass retention, LocalDate endedOn, LocalDate dueOn) {}
