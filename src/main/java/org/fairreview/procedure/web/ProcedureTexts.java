package org.fairreview.procedure.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.fairreview.identity.Objection;
import org.fairreview.identity.ObjectionTexts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese texts of the pages and forms of procedures. */
@Component
class ProcedureTexts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    /** A value of a list and its label. */
    record Choice(String key, String value) {}

    private final MessageSource messages;
    private final ObjectionTexts sentences;
    private final Clock clock;

    ProcedureTexts(MessageSource messages, ObjectionTexts sentences, Clock clock) {
        this.messages = messages;
        this.sentences = sentences;
        this.clock = clock;
    }

    String of(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }

    /** The label of an enum's constant. */
    String label(String prefix, Enum<?> value) {
        return of(prefix + "." + value.name());
    }

    List<Choice> choices(String prefix, Enum<?>... values) {
        return Stream.of(values)
                .map(value -> new Choice(value.name(), label(prefix, value)))
                .toList();
    }

    /** The objections by the field they are about; that they are told goes on record. */
    Map<String, String> byField(List<Objection> objections) {
        return sentences.byField(objections);
    }

    String yesNo(boolean yes) {
        return of(yes ? "procedure.yes" : "procedure.no");
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    String day(Instant moment) {
        return DAY.format(moment.atZone(clock.getZone()));
    }

    String minute(Instant moment) {
        return MINUTE.format(moment.atZone(clock.getZone()));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Instant now() {
        return clock.instant();
    }
}
