package org.fairreview.supervision.complaint;

import org.fairreview.identity.NumberSeries;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of complaints, e.g. 420600-JB-2026-0001: drawn in the transaction of the act, no gap, none twice. */
@Component
class ComplaintNumbers {

    private static final String SERIES = "complaint";

    private final NumberSeries numbers;

    ComplaintNumbers(NumberSeries numbers) {
        this.numbers = numbers;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    String next(String regionId, int year) {
        return numbers.ofFile(SERIES, "JB", regionId, year);
    }
}
