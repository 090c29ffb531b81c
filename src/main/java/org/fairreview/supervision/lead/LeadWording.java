package org.fairreview.supervision.lead;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairreview.identity.Objection;
import org.fairreview.identity.ObjectionTexts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese texts of leads and of monitoring points. */
@Component
public class LeadWording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final MessageSource messages;
    private final ObjectionTexts sentences;
    private final Clock clock;

    LeadWording(MessageSource messages, ObjectionTexts sentences, Clock clock) {
        this.messages = messages;
        this.sentences = sentences;
        this.clock = clock;
    }

    public String of(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }

    /** The label of an enum's constant. */
    public String label(String prefix, Enum<?> value) {
        return of(prefix + "." + value.name());
    }

    /** The objections by the field they are about; that they are told goes on record. */
    public Map<String, String> of(List<Objection> objections) {
        return sentences.byField(objections);
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String day(Instant moment) {
        return DAY.format(moment.atZone(clock.getZone()));
    }

    public String minute(Instant moment) {
        return MINUTE.format(moment.atZone(clock.getZone()));
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
