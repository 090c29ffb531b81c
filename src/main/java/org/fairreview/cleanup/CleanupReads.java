package org.fairreview.cleanup;

import java.util.Map;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.springframework.stereotype.Service;

/** Records who takes away what of clean-ups, and what an auditor opens, before it is given. */
@Service
public class CleanupReads {

    private final SeparateRecord records;

    CleanupReads(SeparateRecord records) {
        this.records = records;
    }

    /** Somebody takes a file away that was handed in with a clean-up or one of its cases. */
    public void downloaded(String subject, StoredFile file) {
        records.record(
                new CleanupRecorded(subject, "read.downloaded", Map.of("file", file.name(), "sha256", file.sha256())));
    }

    /** Somebody takes away what the product makes of a clean-up: a list, a catalogue, a count. */
    public void exported(String subject, String fileName) {
        records.record(new CleanupRecorded(subject, "read.exported", Map.of("file", fileName)));
    }

    /**
     * An auditor opens a page of a clean-up or of one of its cases.
     *
     * @param page which one, as a key of the texts {@code reads.page.…}
     */
    public void opened(String subject, String page, Actor actor) {
        if (actor.holds(Role.AUDITOR)) {
            records.record(new CleanupRecorded(subject, "read.opened", Map.of("page", page)));
        }
    }
}
