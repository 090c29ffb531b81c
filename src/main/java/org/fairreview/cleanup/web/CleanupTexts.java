package org.fairreview.cleanup.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairreview.identity.Objection;
import org.fairreview.identity.ObjectionTexts;
import org.fairreview.standard.Regime;
import org.fairreview.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese texts of the pages and forms of clean-ups. */
@Component
class CleanupTexts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyyy.M.d");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final MessageSource messages;
    private final ObjectionTexts sentences;
    private final Standards standards;
    private final Clock clock;

    CleanupTexts(MessageSource messages, ObjectionTexts sentences, Standards standards, Clock clock) {
        this.messages = messages;
        this.sentences = sentences;
        this.standards = standards;
        this.clock = clock;
    }

    String of(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }

    /** The label of an enum's constant. */
    String of(String prefix, Enum<?> value) {
        return of(prefix + "." + value.name());
    }

    /** The label of an enum's constant, where there is one. */
    @Nullable
    String ofAny(String prefix, @Nullable Enum<?> value) {
        return value == null ? null : of(prefix, value);
    }

    /** The objections by the field they are about; that they are told goes on record. */
    Map<String, String> of(List<Objection> objections) {
        return sentences.byField(objections);
    }

    String regime(String id) {
        return standards.regime(id).map(Regime::name).orElse(id);
    }

    String standard(String regime, String item) {
        return standards
                .regime(regime)
                .flatMap(known -> known.item(item))
                .map(known -> known.article() + " " + known.label())
                .orElse(item);
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A day for narrow columns. */
    String shortDay(LocalDate day) {
        return SHORT.format(day);
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
