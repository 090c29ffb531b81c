package org.fairreview.cleanup.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fairreview.cleanup.web.LegacyForm.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese texts of the forms of clean-ups, and days and minutes as they write them. */
@Component
class FormTexts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final MessageSource messages;
    private final Clock clock;

    FormTexts(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    String of(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }

    String of(String prefix, Enum<?> value) {
        return of(prefix + "." + value.name());
    }

    @Nullable
    String ofAny(String prefix, @Nullable Enum<?> value) {
        return value == null ? null : of(prefix, value);
    }

    List<Choice> choices(String prefix, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), of(prefix, value)))
                .toList();
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
}
