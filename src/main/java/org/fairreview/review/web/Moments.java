package org.fairreview.review.web;

import java.time.Clock;
import java.time.Duration;
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

    /** How long something took, in its two largest parts; less than a minute says so. */
    String duration(Duration took) {
        long days = took.toDays();
        int hours = took.toHoursPart();
        int minutes = took.toMinutesPart();
        if (days > 0) {
            return days + "天" + (hours > 0 ? hours + "小时" : "");
        }
        if (hours > 0) {
            return hours + "小时" + (minutes > 0 ? minutes + "分" : "");
        }
        return minutes > 0 ? minutes + "分钟" : "不足1分钟";
    }

    Instant now() {
        return clock.instant();
    }
}
