package org.fairreview.calendar;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.fairreview.audit.AuditableEvent;
import org.jspecify.annotations.Nullable;

/** A limit of the office's table was changed: what counted before, and what counts from the day on. */
public record LimitChanged(LimitChange change, @Nullable TimeLimit before) implements AuditableEvent {

    /** How the record names the act. */
    public static final String ACT = "calendar.limit";

    @Override
    public String subject() {
        return HolidaysRecorded.SUBJECT;
    }

    @Override
    public String act() {
        return ACT;
    }

    @Override
    public Map<String, ?> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("step", change.step());
        details.put("region", Objects.requireNonNullElse(change.regionId(), ""));
        details.put("route", Objects.requireNonNullElse(change.route(), ""));
        if (before != null) {
            details.put("daysBefore", before.days());
            details.put("countingBefore", before.counting().name());
            details.put("startRuleBefore", before.startRule().name());
            details.put("sourceBefore", before.source());
        }
        details.put("days", change.days());
        details.put("counting", change.counting().name());
        details.put("startRule", change.startRule().name());
        details.put("source", change.source());
        details.put("validFrom", change.validFrom().toString());
        details.put("reason", change.reason());
        return details;
    }
}
