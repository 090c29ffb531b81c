package org.fairreview.legaladvice;

import java.util.Map;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.springframework.stereotype.Service;

/** Records who takes away what of a contract, and that an auditor opens one, before it is given. */
@Service
public class ContractReads {

    private final SeparateRecord records;

    ContractReads(SeparateRecord records) {
        this.records = records;
    }

    public void downloaded(Contract contract, StoredFile file) {
        record(contract, "read.downloaded", Map.of("file", file.name(), "sha256", file.sha256()));
    }

    public void opened(Contract contract, Actor actor) {
        if (actor.holds(Role.AUDITOR)) {
            record(contract, "read.opened", Map.of("page", "contract"));
        }
    }

    private void record(Contract contract, String act, Map<String, ?> details) {
        records.record(AdviceRecorded.of(contract.number(), act, details));
    }
}
