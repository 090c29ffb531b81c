package org.fairreview.evidence;

import java.util.ArrayList;
import java.util.List;
import org.fairreview.audit.AuditTexts;
import org.fairreview.audit.Checkpoint;
import org.fairreview.audit.WholeCheck;

/** What a verification covered, in sentences. */
final class RecordWords {

    private RecordWords() {}

    static List<String> of(WholeCheck.Report report) {
        List<String> words = new ArrayList<>();
        words.add(AuditTexts.of("evidence.verify.counted", report.chains(), report.entries()));
        Checkpoint newest = report.newest();
        if (newest == null) {
            words.add(AuditTexts.of("evidence.verify.noCheckpoint"));
        } else {
            words.add(AuditTexts.of(
                    "evidence.verify.signed", newest.number(), AuditTexts.minute(newest.at()), newest.key()));
            if (report.unsigned() > 0) {
                words.add(AuditTexts.of("evidence.unsigned", report.unsigned()));
            }
        }
        if (report.adopted() > 0) {
            words.add(AuditTexts.of("audit.verdict.adopted", report.adopted()));
        }
        if (report.erased() > 0) {
            words.add(AuditTexts.of("audit.verdict.erased", report.erased()));
        }
        if (report.emptied() > 0) {
            words.add(AuditTexts.of("audit.verdict.emptied", report.emptied()));
        }
        return words;
    }
}
