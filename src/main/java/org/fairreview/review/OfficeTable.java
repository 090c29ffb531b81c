package org.fairreview.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fairreview.office.OfficeValues;
import org.fairreview.office.ValueKind.Steps;
import org.springframework.stereotype.Component;

/** What an office has set for itself: the signers of a conclusion, the prefix of its document numbers. */
@Component
class OfficeTable {

    private final OfficeValues values;
    private final Clock clock;

    OfficeTable(OfficeValues values, Clock clock) {
        this.values = values;
        this.clock = clock;
    }

    /** The signing chain in force today, one to three steps; the region's own, or the one for all regions. */
    List<SigningStep> signingChain(String regionId) {
        return chain(ReviewOfficeValues.SIGNING, regionId);
    }

    /** The chain of a unit's own review: its review body checks, its head signs (Measures 5, 29). */
    List<SigningStep> ownReviewChain(String regionId) {
        return chain(ReviewOfficeValues.OWN_SIGNING, regionId);
    }

    /** The prefix of document numbers (发文机关代字), e.g. 襄市监公竞审. */
    String documentPrefix(String regionId) {
        return values.inForce(ReviewOfficeValues.DOCUMENT_PREFIX, regionId, LocalDate.now(clock));
    }

    private List<SigningStep> chain(String name, String regionId) {
        return Steps.read(values.inForce(name, regionId, LocalDate.now(clock))).stream()
                .map(step -> new SigningStep(step.label(), step.role()))
                .toList();
    }
}
