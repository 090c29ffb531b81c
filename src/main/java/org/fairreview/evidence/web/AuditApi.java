package org.fairreview.evidence.web;

import java.time.Instant;
import java.util.List;
import org.fairreview.audit.Checkpoint;
import org.fairreview.audit.Fault;
import org.fairreview.audit.WholeCheck;
import org.fairreview.evidence.LiveRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The verification of the record for programs that watch it. */
@RestController
class AuditApi {

    /**
     * What was found.
     *
     * @param checkpoint the number of the newest checkpoint
     * @param unsigned the entries since then
     * @param destroyed entries whose details were destroyed under a list
     */
    record Verification(
            boolean whole,
            Instant checkedAt,
            long chains,
            long entries,
            @Nullable Long checkpoint,
            long unsigned,
            long adopted,
            long erased,
            long destroyed,
            List<Misfit> faults) {}

    /** Something that does not fit: which kind, where, and a sentence. */
    record Misfit(String kind, String chain, long entry, String sentence) {}

    private final LiveRecord record;

    AuditApi(LiveRecord record) {
        this.record = record;
    }

    @GetMapping("/api/audit/verify")
    Verification verify() {
        WholeCheck.Report report = record.verify();
        Checkpoint newest = report.newest();
        return new Verification(
                report.isWhole(),
                report.checkedAt(),
                report.chains(),
                report.entries(),
                newest == null ? null : newest.number(),
                report.unsigned(),
                report.adopted(),
                report.erased(),
                report.emptied(),
                report.faults().stream().map(AuditApi::misfit).toList());
    }

    private static Misfit misfit(Fault fault) {
        return new Misfit(fault.kind().name(), fault.chain(), fault.seq(), fault.sentence());
    }
}
