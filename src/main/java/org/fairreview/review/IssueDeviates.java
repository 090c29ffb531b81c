package org.fairreview.review;

import java.time.Instant;

/**
 * A measure was issued otherwise than reviewed, or before its conclusion (Reg. 18): a lead for supervision. Published in
 * the transaction of the registration.
 */
public record IssueDeviates(
        String caseNumber,
        String regionId,
        String title,
        String documentNumber,
        String draftingUnitId,
        Issue issue,
        Instant foundAt) {}
