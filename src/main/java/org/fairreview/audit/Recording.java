package org.fairreview.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an entry of an event: who acts, when, in which login, and what of it can be erased. */
@Component
class Recording {

    private final ActingPersons persons;
    private final Logins logins;
    private final ObjectMapper json;
    private final Clock clock;

    Recording(ActingPersons persons, Logins logins, ObjectMapper json, Clock clock) {
        this.persons = persons;
        this.logins = logins;
        this.json = json;
        this.clock = clock;
    }

    /** An act of whoever acts in this thread, or of the product itself. */
    NewEntry entry(AuditableEvent event) {
        ActingPerson actor = event.isAutomatic() ? ActingPerson.SYSTEM : persons.current();
        return entry(event, actor, actor.isSystem());
    }

    /** An act of somebody who is named, or of nobody knows whom. */
    NewEntry entry(AuditableEvent event, ActingPerson actor) {
        return entry(event, actor, event.isAutomatic());
    }

    private NewEntry entry(AuditableEvent event, ActingPerson actor, boolean automatic) {
        ObjectNode details = json.valueToTree(event.details());
        Map<String, String> personal = new LinkedHashMap<>();
        String who = who(actor);
        if (who != null) {
            personal.put(NewEntry.ACTOR, who);
        }
        for (String name : event.erasable()) {
            if (details.hasNonNull(name)) {
                personal.put(NewEntry.DETAIL + name, whole(details.remove(name).asText()));
            }
        }
        return new NewEntry(
                Chains.of(event.subject(), event.act()),
                event.subject(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                event.act(),
                actor.userId(),
                automatic ? null : logins.current(),
                automatic,
                false,
                whole(write(details)),
                personal);
    }

    /** Name and unit of the person as one erasable value. */
    private @Nullable String who(ActingPerson actor) {
        if (actor.name() == null && actor.unitName() == null) {
            return null;
        }
        ObjectNode who = json.createObjectNode();
        who.put("name", actor.name());
        who.put("unit", actor.unitName());
        return whole(write(who));
    }

    private String write(ObjectNode node) {
        try {
            return json.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The details of an audit entry cannot be written", e);
        }
    }

    /** Half a surrogate pair has no UTF-8, and would be another text when it is read again. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
