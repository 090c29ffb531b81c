package org.fairreview.supervision.lead;

import java.util.Map;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.springframework.stereotype.Service;

/** Records what an auditor opens of leads and of monitoring, and who takes lists away, before it is given. */
@Service
public class LeadReads {

    private final SeparateRecord records;

    LeadReads(SeparateRecord records) {
        this.records = records;
    }

    /**
     * An auditor opens a page.
     *
     * @param page which one, as a key of the texts {@code reads.page.…}
     */
    public void opened(String subject, String page, Actor actor) {
        if (actor.holds(Role.AUDITOR)) {
            records.record(new LeadRecorded(subject, "read.opened", Map.of("page", page), false));
        }
    }

    /** Somebody takes away what the product makes: a list, a count. */
    public void exported(String subject, String fileName) {
        records.record(new LeadRecorded(subject, "read.exported", Map.of("file", fileName), false));
    }
}
