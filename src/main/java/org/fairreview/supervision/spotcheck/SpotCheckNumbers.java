package org.fairreview.supervision.spotcheck;

import org.fairreview.identity.NumberSeries;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of spot checks and of their reports, per region and year: none twice, no gap. */
@Component
class SpotCheckNumbers {

    private static final String CHECKS = "spotcheck";
    private static final String REPORTS = "spotcheck-report:";

    private final NumberSeries numbers;

    SpotCheckNumbers(NumberSeries numbers) {
        this.numbers = numbers;
    }

    /** The number of a spot check, e.g. 420600-CC-2026-0001. */
    @Transactional(propagation = Propagation.MANDATORY)
    String next(String regionId, int year) {
        return numbers.ofFile(CHECKS, "CC", regionId, year);
    }

    /** The 文号 of a report, e.g. 市监抽查报〔2026〕1号. */
    @Transactional(propagation = Propagation.MANDATORY)
    String ofReport(String series, String regionId, int year) {
        return "%s〔%d〕%d号".formatted(series, year, numbers.next(REPORTS + series, regionId, year));
    }
}
