package org.fairreview.cleanup;

import org.fairreview.identity.NumberSeries;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of clean-ups, per region and year: none twice, no gap. */
@Component
class CleanupNumbers {

    private static final String SERIES = "cleanup";

    private final NumberSeries numbers;

    CleanupNumbers(NumberSeries numbers) {
        this.numbers = numbers;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    String next(String regionId, int year) {
        return numbers.ofFile(SERIES, "QL", regionId, year);
    }
}
