package org.fairreview.supervision.spotcheck.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairreview.identity.Objection;
import org.fairreview.identity.ObjectionTexts;
import org.fairreview.standard.Standards;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese texts of the pages and forms of spot checks. */
@Component
class SpotTexts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final MessageSource messages;
    private final ObjectionTexts sentences;
    private final Standards standards;
    private final Clock clock;

    SpotTexts(MessageSource messages, ObjectionTexts sentences, Standards standards, Clock clock) {
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

    /** The objections by the field they are about; that they are told goes on record. */
    Map<String, String> of(List<Objection> objections) {
        return sentences.byField(objections);
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

    String minute(Instant moment) {
        return MINUTE.format(moment.atZone(clock.getZone()));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
