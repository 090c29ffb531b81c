package org.fairreview.legaladvice.process;

import java.util.Map;
import org.fairreview.legaladvice.LegalAdviceProcess;
import org.fairreview.workflow.MigrationDefaults;
import org.springframework.stereotype.Component;

/** What requests need that wait for an adviser since before the newest model. */
@Component
class AdviceMigration implements MigrationDefaults {

    @Override
    public String processKey() {
        return LegalAdviceProcess.KEY;
    }

    @Override
    public Map<String, Object> missing(String caseNumber) {
        return Map.of(LegalAdviceProcess.ASSIGNED.name(), true, LegalAdviceProcess.DECLINED.name(), false);
    }
}
