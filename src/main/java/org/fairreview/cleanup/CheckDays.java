package org.fairreview.cleanup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When a day that was set for a clean-up is over: when the office closes. */
@Component
class CheckDays {

    private final Clock clock;
    private final LocalTime officeCloses;

    CheckDays(Clock clock, @Value("${fairreview.office-closes}") LocalTime officeCloses) {
        this.clock = clock;
        this.officeCloses = officeCloses;
    }

    Instant endOf(LocalDate day) {
        return day.atTime(officeCloses).atZone(clock.getZone()).toInstant();
    }
}
