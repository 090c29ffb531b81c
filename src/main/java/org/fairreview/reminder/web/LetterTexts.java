package org.fairreview.reminder.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.fairreview.reminder.LetterState;
import org.fairreview.reminder.SentBack;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese words of letters for pages and forms. */
@Component
class LetterTexts {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MessageSource messages;
    private final Clock clock;

    LetterTexts(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    String of(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }

    /** The word of a constant. */
    String of(Enum<?> constant, String prefix) {
        return of(prefix + constant.name());
    }

    /**
     * Why a draft came back.
     *
     * @param name of who sent it back; empty where the product did
     */
    String sentBack(SentBack why, String name) {
        return name.isEmpty()
                ? of("letter.sentBack.byItself", why.from(), why.reason())
                : of("letter.sentBack", why.from(), name, why.reason());
    }

    /** Where a letter stands, as the regulator says it, or as its addressee may know it. */
    String state(LetterState state, boolean overdue, boolean inside) {
        if (overdue) {
            return of("letter.overdue");
        }
        boolean inner = state == LetterState.FAILED || state == LetterState.ESCALATED;
        return inner && !inside ? of("letter.state.notRectified") : of(state, "letter.state.");
    }

    /** The text of the key, or what stands for it. */
    String or(String key, String otherwise) {
        return String.valueOf(messages.getMessage(key, null, otherwise, Locale.SIMPLIFIED_CHINESE));
    }

    String minute(Instant instant) {
        return MINUTE.format(ZonedDateTime.ofInstant(instant, clock.getZone()));
    }

    String day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone()).toString();
    }
}
