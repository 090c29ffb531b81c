package org.fairreview.identity.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fairreview.audit.RefusalRecord;
import org.fairreview.identity.Objection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese texts of these pages. */
@Component("administrationTexts")
class Texts {

    private final MessageSource messages;
    private final ObjectProvider<RefusalRecord> record;

    Texts(MessageSource messages, ObjectProvider<RefusalRecord> record) {
        this.messages = messages;
        this.record = record;
    }

    String of(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(messages.getMessage(key, null, null, Locale.SIMPLIFIED_CHINESE));
    }

    /**
     * The objections by the field they are about, in their order; those about the whole under an empty name. That they are
     * told goes on record.
     */
    Map<String, String> of(List<Objection> objections) {
        Map<String, String> byField = new LinkedHashMap<>();
        record.ifAvailable(
                present -> objections.forEach(objection -> present.refused(objection.key(), objection.field())));
        objections.forEach(objection ->
                byField.putIfAbsent(objection.field() == null ? "" : objection.field(), sentence(objection)));
        return byField;
    }

    private String sentence(Objection objection) {
        Object[] values = objection.values().stream()
                .filter(value -> !(value instanceof Objection))
                .toArray();
        String rules = objection.values().stream()
                .filter(Objection.class::isInstance)
                .map(Objection.class::cast)
                .map(rule -> of("password.rule." + rule.key(), rule.values().toArray()))
                .collect(Collectors.joining("、"));
        return of(objection.key(), rules.isEmpty() ? values : new Object[] {rules});
    }
}
