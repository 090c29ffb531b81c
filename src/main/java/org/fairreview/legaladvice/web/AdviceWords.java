package org.fairreview.legaladvice.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

/** The Chinese words of the pages about advice, with days and minutes in the office's time zone. */
@Component
class AdviceWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final MessageSource messages;
    private final Clock clock;

    AdviceWords(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }

    String of(MessageSourceResolvable message) {
        return messages.getMessage(message, Locale.SIMPLIFIED_CHINESE);
    }

    String of(String prefix, Enum<?> value) {
        return of(prefix + "." + value.name());
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    String minute(Instant moment) {
        return MINUTE.format(moment.atZone(clock.getZone()));
    }
}
