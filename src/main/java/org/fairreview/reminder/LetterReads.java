package org.fairreview.reminder;

import java.util.Map;
import org.fairreview.audit.PageLooked;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.springframework.stereotype.Service;

/** Records who takes away what of a letter, and that an auditor looks at letters, before it is given. */
@Service
public class LetterReads {

    private final SeparateRecord records;

    LetterReads(SeparateRecord records) {
        this.records = records;
    }

    public void downloaded(Letter letter, StoredFile file) {
        record(letter.number(), "read.downloaded", Map.of("file", file.name(), "sha256", file.sha256()));
    }

    public void opened(Letter letter, Actor actor) {
        if (actor.holds(Role.AUDITOR) || letter.origin().restricted()) {
            record(letter.number(), "read.opened", Map.of("page", "letter"));
        }
    }

    /** An auditor looks over the register. */
    public void looked(Actor actor) {
        if (actor.holds(Role.AUDITOR)) {
            records.record(new PageLooked(actor.userId(), "letters"));
        }
    }

    private void record(String subject, String act, Map<String, ?> details) {
        records.record(new LetterRecorded(subject, act, details));
    }
}
