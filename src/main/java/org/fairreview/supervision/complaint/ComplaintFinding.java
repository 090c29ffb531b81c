package org.fairreview.supervision.complaint;

import jakarta.persistence.Embeddable;

/**
 * A clause of the measure that breaks a standard.
 *
 * @param item the code of the item of the standards
 */
@Embeddable
public record ComplaintFinding(String item, String address, String quotation, String reason, String requiredChange) {}
