package org.fairreview.review.web;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

/** The Chinese labels of enums and texts, for pages, forms and documents. */
@Component
class Labels {

    private final MessageSource messages;

    Labels(MessageSource messages) {
        this.messages = messages;
    }

    String of(String prefix, Enum<?> value) {
        return text(prefix + "." + value.name());
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }

    String text(MessageSourceResolvable message) {
        return messages.getMessage(message, Locale.SIMPLIFIED_CHINESE);
    }

    /** The text of a key that may be missing. */
    Optional<String> find(String key, Object... arguments) {
        return Optional.ofNullable(messages.getMessage(key, arguments, null, Locale.SIMPLIFIED_CHINESE));
    }
}
