package org.fairreview.identity.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.identity.SealedAccount;
import org.fairreview.identity.Units;
import org.springframework.stereotype.Component;

/** What was done to an account or a unit, from the record, newest first. */
@Component
class History {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    /** One act: when, who, what, and what was said. */
    record Line(String time, String who, String what, String details) {}

    private final AuditTrail trail;
    private final Units units;
    private final Texts texts;
    private final ObjectMapper json;
    private final Clock clock;

    History(AuditTrail trail, Units units, Texts texts, ObjectMapper json, Clock clock) {
        this.trail = trail;
        this.units = units;
        this.texts = texts;
        this.json = json;
        this.clock = clock;
    }

    List<Line> ofAccount(String userId) {
        return lines(userId, "account.");
    }

    List<Line> ofUnit(String unitId) {
        return lines(unitId, "unit.");
    }

    List<Line> ofSealedAccount() {
        return lines(SealedAccount.USER_ID, "sealed.");
    }

    /** An account and a unit may have the same id; the acts tell them apart. */
    private List<Line> lines(String subject, String acts) {
        List<Line> lines = new ArrayList<>(trail.of(subject).stream()
                .filter(entry -> entry.act().startsWith(acts))
                .map(this::line)
                .toList());
        Collections.reverse(lines);
        return lines;
    }

    private Line line(AuditEntry entry) {
        String who = entry.actor().isSystem()
                ? texts.of("history.system")
                : entry.actor().name() + " " + Objects.toString(entry.actor().unitName(), "");
        return new Line(
                MINUTE.format(entry.occurredAt().atZone(clock.getZone())),
                who,
                texts.of("act." + entry.act()),
                details(entry));
    }

    private String details(AuditEntry entry) {
        List<String> said = new ArrayList<>();
        read(entry.details()).properties().forEach(detail -> texts.find("history." + detail.getKey())
                .ifPresent(label -> {
                    if (!detail.getValue().asText().equals("0")) {
                        said.add(label + word(detail.getKey(), detail.getValue().asText()));
                    }
                }));
        return String.join("；", said);
    }

    private String word(String field, String value) {
        return switch (field) {
            case "unit", "successor" -> units.name(value);
            case "role" -> texts.of("role." + value);
            default -> value;
        };
    }

    private JsonNode read(String details) {
        try {
            return json.readTree(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The details of an audit entry cannot be read", e);
        }
    }
}
