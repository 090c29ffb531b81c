package org.fairreview.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fairreview.audit.RefusalRecord;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese sentences of objections, for the page on which they are told; that they are told goes on record first. */
@Component
public class ObjectionTexts {

    private final MessageSource messages;
    private final ObjectProvider<RefusalRecord> record;

    ObjectionTexts(MessageSource messages, ObjectProvider<RefusalRecord> record) {
        this.messages = messages;
        this.record = record;
    }

    /** The sentences by the field they are about, in their order; those about the whole under an empty name. */
    public Map<String, String> byField(List<Objection> objections) {
        Map<String, String> byField = new LinkedHashMap<>();
        record.ifAvailable(
                present -> objections.forEach(objection -> present.refused(objection.key(), objection.field())));
        objections.forEach(objection -> byField.merge(
                objection.field() == null ? "" : objection.field(),
                sentence(objection),
                (first, next) -> first + " " + next));
        return byField;
    }

    private String sentence(Objection objection) {
        Object[] values = objection.values().stream()
                .filter(value -> !(value instanceof Objection))
                .toArray();
        String rules = objection.values().stream()
                .filter(Objection.class::isInstance)
                .map(Objection.class::cast)
                .map(rule -> text("password.rule." + rule.key(), rule.values().toArray()))
                .collect(Collectors.joining("、"));
        return text(objection.key(), rules.isEmpty() ? values : new Object[] {rules});
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }
}
