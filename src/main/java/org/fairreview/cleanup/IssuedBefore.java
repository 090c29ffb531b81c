package org.fairreview.cleanup;

import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters what was issued before there was a register of measures in force; each once. */
@Component
class IssuedBefore {

    private final IssuedMeasures issued;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    IssuedBefore(IssuedMeasures issued, JdbcClient jdbc, TransactionTemplate transaction) {
        this.issued = issued;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void enter() {
        List<String> missing = jdbc.sql("select c.number from review_case c join measure m on m.id = c.measure_id"
                        + " where c.case_end = 'ISSUED' and c.destroyed_at is null and m.circulation <> 'RESTRICTED'"
                        + " and not exists (select 1 from measure_in_force r where r.measure_id = c.measure_id)"
                        + " order by c.number")
                .query(String.class)
                .list();
        missing.forEach(number -> transaction.executeWithoutResult(status -> issued.enter(number)));
    }
}
