package org.fairreview.supervision.spotcheck;

import java.util.Map;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.springframework.stereotype.Service;

/** Records who takes away what of spot checks, and what an auditor opens, before it is given. */
@Service
public class SpotCheckReads {

    private static final String ALL = "spot-checks";

    private final SeparateRecord records;

    SpotCheckReads(SeparateRecord records) {
        this.records = records;
    }

    /** Somebody takes a file away: the list, the report, a receipt. */
    public void downloaded(String subject, StoredFile file) {
        records.record(new SpotCheckRecorded(
                subject, "read.downloaded", Map.of("file", file.name(), "sha256", file.sha256())));
    }

    /**
     * An auditor opens a page.
     *
     * @param subject the spot check; empty for the list of them
     * @param page which one, as a key of the texts {@code reads.page.…}
     */
    public void opened(String subject, String page, Actor actor) {
        if (actor.holds(Role.AUDITOR)) {
            records.record(new SpotCheckRecorded(
                    subject.isEmpty() ? ALL : subject, "read.opened", Map.of("page", "spotcheck." + page)));
        }
    }
}
