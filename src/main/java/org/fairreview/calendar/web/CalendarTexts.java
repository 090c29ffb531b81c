package org.fairreview.calendar.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairreview.audit.RefusalRecord;
import org.fairreview.identity.Objection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

/** The Chinese texts of these pages. */
@Component
class CalendarTexts {

    private final MessageSource messages;
    private final ObjectProvider<RefusalRecord> record;

    CalendarTexts(MessageSource messages, ObjectProvider<RefusalRecord> record) {
        this.messages = messages;
        this.record = record;
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

    /** The first objection to each field, in their order. That they are told goes on record. */
    Map<String, String> of(List<Objection> objections) {
        Map<String, String> byField = new LinkedHashMap<>();
        record.ifAvailable(
                present -> objections.forEach(objection -> present.refused(objection.key(), objection.field())));
        objections.forEach(objection -> byField.merge(
                objection.field() == null ? "" : objection.field(),
                of(objection.key(), objection.values().toArray()),
                (first, next) -> first + " " + next));
        return byField;
    }
}
