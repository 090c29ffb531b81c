package org.fairreview.review.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.review.ReviewCase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who read, printed and downloaded what of a case, for auditors and nobody else. */
@Component
class ReadingViews {

    /** One read; the unit as it was then. */
    record Reading(String at, String who, @Nullable String unit, String what, String of, @Nullable String sha256) {}

    private final AuditTrail trail;
    private final ObjectMapper json;
    private final Labels labels;
    private final Moments moments;

    ReadingViews(AuditTrail trail, ObjectMapper json, Labels labels, Moments moments) {
        this.trail = trail;
        this.json = json;
        this.labels = labels;
        this.moments = moments;
    }

    /** The latest first; empty for whoever is no auditor. */
    List<Reading> of(ReviewCase review, Actor actor) {
        return actor.holds(Role.AUDITOR)
                ? trail.readsOf(review.number()).stream()
                        .sorted(Comparator.comparing(AuditEntry::occurredAt).reversed())
                        .map(this::reading)
                        .toList()
                : List.of();
    }

    private Reading reading(AuditEntry entry) {
        JsonNode details = read(entry.details());
        return new Reading(
                moments.minute(entry.occurredAt()),
                entry.actor().isSystem()
                        ? labels.text("page.timeline.system")
                        : String.valueOf(entry.actor().name()),
                entry.actor().unitName(),
                labels.find("act." + entry.act()).orElse(entry.act()),
                Stream.of("file", "paper", "page")
                        .filter(details::hasNonNull)
                        .findFirst()
                        .map(field -> named(field, details.get(field).asText()))
                        .orElse(""),
                details.hasNonNull("sha256") ? details.get("sha256").asText().substring(0, 16) : null);
    }

    private String named(String field, String value) {
        return field.equals("file")
                ? value
                : labels.find("reads." + field + "." + value).orElse(value);
    }

    private JsonNode read(String details) {
        try {
            return json.readTree(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The details of an audit entry cannot be read", e);
        }
    }
}
