package org.fairreview.identity.web;

import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.springframework.stereotype.Component;

/** When everything was last backed up, as system administrators read it. */
@Component
class LastBackup {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final Duration WEEK = Duration.ofDays(7);

    /** A sentence, and whether it is time to act on it. */
    record Line(String text, boolean overdue) {}

    private final AuditTrail trail;
    private final Texts texts;
    private final Clock clock;

    LastBackup(AuditTrail trail, Texts texts, Clock clock) {
        this.trail = trail;
        this.texts = texts;
        this.clock = clock;
    }

    Line line() {
        return trail.lastOf(AuditTrail.BACKUPS)
                .map(this::line)
                .orElseGet(() -> new Line(texts.of("admin.backup.none"), true));
    }

    private Line line(AuditEntry backup) {
        String key = backup.details().contains("\"database\":false") ? "admin.backup.filesOnly" : "admin.backup.last";
        return new Line(
                texts.of(key, MINUTE.format(backup.occurredAt().atZone(clock.getZone()))),
                backup.occurredAt().plus(WEEK).isBefore(clock.instant()));
    }
}
