package org.fairreview.procedure;

import java.util.Map;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.springframework.stereotype.Service;

/** Records who takes files of a procedure away, and what an auditor opens, before it is given. */
@Service
public class ProcedureReads {

    private static final String ALL = "procedures";

    private final SeparateRecord records;

    ProcedureReads(SeparateRecord records) {
        this.records = records;
    }

    public void downloaded(String number, StoredFile file) {
        records.record(new ProcedureRecorded(
                number, "read.downloaded", Map.of("file", file.name(), "sha256", file.sha256()), false));
    }

    /**
     * An auditor opens a page.
     *
     * @param number the procedure; empty for the list of them
     */
    public void opened(String number, Actor actor) {
        if (actor.holds(Role.AUDITOR)) {
            records.record(new ProcedureRecorded(
                    number.isEmpty() ? ALL : number,
                    "read.opened",
                    Map.of("page", number.isEmpty() ? "procedure.list" : "procedure.one"),
                    false));
        }
    }
}
