package org.fairreview.cleanup;

import java.util.Map;
import org.fairreview.document.StoredFile;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records who takes files of clean-ups away, before they are given, in a transaction of its own. */
@Service
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class CleanupReads {

    private final ApplicationEventPublisher events;

    CleanupReads(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Somebody downloads a file of a case or of a clean-up. */
    public void downloaded(String subject, StoredFile file) {
        events.publishEvent(
                new CleanupRecorded(subject, "read.downloaded", Map.of("file", file.name(), "sha256", file.sha256())));
    }
}
