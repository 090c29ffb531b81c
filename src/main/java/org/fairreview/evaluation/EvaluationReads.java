package org.fairreview.evaluation;

import java.util.Map;
import org.fairreview.document.StoredFile;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records who takes files of an evaluation away, before they are given, in a transaction of its own. */
@Service
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class EvaluationReads {

    private final ApplicationEventPublisher events;

    EvaluationReads(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Somebody downloads a file of a case, of a plan, or of the register. */
    public void downloaded(String subject, StoredFile file) {
        events.publishEvent(new EvaluationRecorded(
                subject, "read.downloaded", Map.of("file", file.name(), "sha256", file.sha256())));
    }
}
