package org.fairreview.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Records that somebody looks something up which is protected: before it is given, and where that fails it is not given. */
@Service
public class ReadsRecord {

    private record Looked(String subject, Map<String, ?> details) implements AuditableEvent {

        @Override
        public String act() {
            return "read.looked";
        }
    }

    private final SeparateRecord separate;

    ReadsRecord(SeparateRecord separate) {
        this.separate = separate;
    }

    /**
     * Somebody looks something up.
     *
     * @param caseNumber the case that it belongs to; none for lists, searches and reports
     * @param what the page or the question, in words that an auditor understands
     */
    public void record(@Nullable String caseNumber, String what) {
        separate.record(new Looked(caseNumber == null ? "-" : caseNumber, Map.of("what", what)));
    }
}
