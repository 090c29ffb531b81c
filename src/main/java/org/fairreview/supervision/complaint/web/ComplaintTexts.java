package org.fairreview.supervision.complaint.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.fairreview.identity.Objection;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

/** The Chinese words of complaints for pages and forms. */
@Component
class ComplaintTexts {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MessageSource messages;
    private final Clock clock;

    ComplaintTexts(MessageSource messages, Clock clock) {
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

    String of(MessageSourceResolvable said) {
        return messages.getMessage(said, Locale.SIMPLIFIED_CHINESE);
    }

    /** What is said at each field, the first of several; at {@code form} what is about the whole. */
    Map<String, String> at(List<Objection> objections) {
        Map<String, String> said = new LinkedHashMap<>();
        objections.forEach(objection -> said.putIfAbsent(
                Objects.requireNonNullElse(objection.field(), "form"),
                of(objection.key(), objection.values().toArray())));
        return said;
    }

    String minute(Instant instant) {
        return MINUTE.format(ZonedDateTime.ofInstant(instant, clock.getZone()));
    }

    String day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone()).toString();
    }
}
