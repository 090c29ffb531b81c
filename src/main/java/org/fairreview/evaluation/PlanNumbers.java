package org.fairreview.evaluation;

import org.fairreview.identity.NumberSeries;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of plans, per region and year: none twice, no gap. */
@Component
class PlanNumbers {

    private static final String SERIES = "evaluation";

    private final NumberSeries numbers;

    PlanNumbers(NumberSeries numbers) {
        this.numbers = numbers;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    String next(String regionId, int year) {
        return numbers.ofFile(SERIES, "PG", regionId, year);
    }
}
