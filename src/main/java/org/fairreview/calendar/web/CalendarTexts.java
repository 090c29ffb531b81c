package org.fairreview.calendar.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairreview.identity.Objection;
import org.fairreview.identity.ObjectionTexts;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

/** The Chinese texts of these pages. */
@Component
class CalendarTexts {

    private final MessageSource messages;
    private final ObjectionTexts sentences;

    CalendarTexts(MessageSource messages, ObjectionTexts sentences) {
        this.messages = messages;
        this.sentences = sentences;
    }

    String of(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }

    /** The text, or the key itself where there is none. */
    String orKey(String prefix, String key) {
        return String.valueOf(messages.getMessage(prefix + key, null, key, Locale.SIMPLIFIED_CHINESE));
    }

    String of(MessageSourceResolvable text) {
        return messages.getMessage(text, Locale.SIMPLIFIED_CHINESE);
    }

    /** The objections by the field they are about; that they are told goes on record. */
    Map<String, String> of(List<Objection> objections) {
        return sentences.byField(objections);
    }
}
