package org.fairreview.workflow;

import java.util.Locale;
import org.fairreview.audit.RefusalRecord;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese sentence of a refusal, for the person to whom it is told; that it is told goes on record first. */
@Component
public class RefusalTexts {

    private final MessageSource messages;
    private final ObjectProvider<RefusalRecord> record;

    RefusalTexts(MessageSource messages, ObjectProvider<RefusalRecord> record) {
        this.messages = messages;
        this.record = record;
    }

    /** The sentence; call it after the rollback of what was refused. */
    public String of(Refusal refusal) {
        record.ifAvailable(present -> present.refused(refusal.key(), refusal.field()));
        return messages.getMessage(refusal.key(), refusal.arguments(), Locale.SIMPLIFIED_CHINESE);
    }
}
