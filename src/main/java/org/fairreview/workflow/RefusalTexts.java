package org.fairreview.workflow;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese sentence of a refusal. */
@Component
public class RefusalTexts {

    private final MessageSource messages;

    RefusalTexts(MessageSource messages) {
        this.messages = messages;
    }

    public String of(Refusal refusal) {
        return messages.getMessage(refusal.key(), refusal.arguments(), Locale.SIMPLIFIED_CHINESE);
    }
}
