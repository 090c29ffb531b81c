package org.fairreview.identity.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fairreview.identity.Objection;
import org.fairreview.identity.ObjectionTexts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese texts of these pages. */
@Component("administrationTexts")
class Texts {

    private final MessageSource messages;
    private final ObjectionTexts sentences;

    Texts(MessageSource messages, ObjectionTexts sentences) {
        this.messages = messages;
        this.sentences = sentences;
    }

    String of(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(messages.getMessage(key, null, null, Locale.SIMPLIFIED_CHINESE));
    }

    /** The objections by the field they are about; that they are told goes on record. */
    Map<String, String> of(List<Objection> objections) {
        return sentences.byField(objections);
    }
}
