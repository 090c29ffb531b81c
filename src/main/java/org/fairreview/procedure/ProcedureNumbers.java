package org.fairreview.procedure;

import org.fairreview.identity.NumberSeries;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of procedures, per region and year: none twice, no gap. */
@Component
class ProcedureNumbers {

    private static final String SERIES = "procedure";

    private final NumberSeries numbers;

    ProcedureNumbers(NumberSeries numbers) {
        this.numbers = numbers;
    }

    /** The number of a procedure, e.g. 420600-ZD-2026-0001. */
    @Transactional(propagation = Propagation.MANDATORY)
    String next(String regionId, int year) {
        return numbers.ofFile(SERIES, "ZD", regionId, year);
    }
}
