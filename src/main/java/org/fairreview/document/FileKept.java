package org.fairreview.document;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fairreview.audit.AuditableEvent;
import org.jspecify.annotations.Nullable;

/** A file belongs to a case from now on, with these bytes. */
record FileKept(String subject, String fileId, String fileName, String sha256, @Nullable String kind)
        implements AuditableEvent {

    @Override
    public String act() {
        return "trace.file";
    }

    @Override
    public Map<String, ?> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("fileId", fileId);
        details.put("file", fileName);
        details.put("sha256", sha256);
        if (kind != null) {
            details.put("role", kind);
        }
        return details;
    }
}
