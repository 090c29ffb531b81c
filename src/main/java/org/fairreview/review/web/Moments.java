package org.fairreview.review.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** Days and minutes as the pages write them, in the office's time zone. */
@Component
class Moments {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final Clock clock;

    Moments(Clock clock) {
        this.clock = clock;
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    String day(Instant moment) {
        return DAY.format(moment.atZone(clock.getZone()));
    }

    LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    String minute(Instant moment) {
        return MINUTE.format(moment.atZone(clock.getZone()));
    }

    Instant now() {
        return clock.instant();
    }
}
