package org.fairreview.identity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fairreview.audit.RefusalRecord;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The Chinese sentences of objections, for the page on which they are told; that they are told goes on record
 * first, each rule once for each field.
 */
@Component
public class ObjectionTexts {

    /** So many sentences about one field say enough. */
    private static final int MOST = 5;

    private final MessageSource messages;
    private final ObjectProvider<RefusalRecord> record;

    ObjectionTexts(MessageSource messages, ObjectProvider<RefusalRecord> record) {
        this.messages = messages;
        this.record = record;
    }

    /** The sentences by the field they are about, in their order; those about the whole under an empty name. */
    public Map<String, String> byField(List<Objection> objections) {
        record.ifAvailable(present -> objections.stream()
                .map(objection -> Arrays.asList(objection.key(), objection.field()))
                .distinct()
                .forEach(told -> present.refused(told.get(0), told.get(1))));
        Map<String, String> byField = new LinkedHashMap<>();
        objections.stream()
                .distinct()
                .collect(Collectors.groupingBy(ObjectionTexts::fieldOf, LinkedHashMap::new, Collectors.toList()))
                .forEach((field, ofField) -> byField.put(field, sentences(ofField)));
        return byField;
    }

    private static String fieldOf(Objection objection) {
        return objection.field() == null ? "" : objection.field();
    }

    private String sentences(List<Objection> objections) {
        String first = objections.stream().limit(MOST).map(this::sentence).collect(Collectors.joining(" "));
        return objections.size() <= MOST ? first : first + " " + text("objection.more", objections.size());
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
