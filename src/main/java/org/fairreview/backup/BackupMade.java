package org.fairreview.backup;

import java.util.Map;
import org.fairreview.audit.AuditTrail;
import org.fairreview.audit.AuditableEvent;

/** A backup was made. */
record BackupMade(String file, boolean database) implements AuditableEvent {

    @Override
    public String subject() {
        return AuditTrail.BACKUPS;
    }

    @Override
    public String act() {
        return "backup.made";
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("file", file, "database", database);
    }
}
