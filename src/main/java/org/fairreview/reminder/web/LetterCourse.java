package org.fairreview.reminder.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.reminder.web.LetterView.Step;
import org.springframework.stereotype.Component;

/** What happened to a letter, in order, from the record. */
@Component
class LetterCourse {

    private static final String TASK_COMPLETED = "task.completed";

    private final AuditTrail trail;
    private final ObjectMapper json;
    private final LetterTexts texts;

    LetterCourse(AuditTrail trail, ObjectMapper json, LetterTexts texts) {
        this.trail = trail;
        this.json = json;
        this.texts = texts;
    }

    List<Step> of(String number) {
        return trail.of(number).stream().map(this::step).toList();
    }

    private Step step(AuditEntry entry) {
        String who = entry.actor().name();
        return new Step(
                texts.minute(entry.occurredAt()),
                who == null ? texts.of("letterPage.automatic") : who,
                entry.act().equals(TASK_COMPLETED) ? taskName(entry) : texts.or("act." + entry.act(), entry.act()));
    }

    private String taskName(AuditEntry entry) {
        try {
            return json.readTree(entry.details()).path("taskName").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The details of an audit entry cannot be read", e);
        }
    }
}
