package org.fairreview.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Destroys what the record of a case says: the details of its entries, the names of those who acted and read. The chains
 * stay whole, since they hold digests; an entry behind says under which list it was done. On PostgreSQL the database does it,
 * which holds to the list: the product's account may update none of it there.
 *
 * <p>It is the last thing that an act does: from then on the heads of the two chains are locked.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ContentErasure {

    /** The act of the entry that says that a case was destroyed. */
    public static final String CASE_DESTROYED = "case.destroyed";

    /** The same on the chain of those who read the case. */
    public static final String READS_DESTROYED = "read.destroyed";

    /** The detail that says how many entries, from the first on, have lost their details. */
    static final String EMPTIED = "emptied";

    /** The detail that names the list, by the subject under which it is on record. */
    public static final String LIST = "list";

    private record Destroyed(String subject, String act, Map<String, ?> details) implements AuditableEvent {}

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final boolean postgres;

    ContentErasure(JdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.jdbc = JdbcClient.create(jdbc);
        this.postgres = "PostgreSQL".equals(jdbc.execute((ConnectionCallback<String>)
                (Connection connection) -> connection.getMetaData().getDatabaseProductName()));
        this.events = events;
    }

    /**
     * Destroys it.
     *
     * @param under what the entry says: the {@link #LIST}, the class of retention
     */
    public void destroy(String caseNumber, Map<String, ?> under) {
        empty(Chains.of(caseNumber), caseNumber, CASE_DESTROYED, under);
        empty(Chains.readsOf(caseNumber), caseNumber, READS_DESTROYED, under);
    }

    private void empty(String chain, String caseNumber, String act, Map<String, ?> under) {
        List<Long> length = jdbc.sql("select length from audit_chain where id = ? for update")
                .param(chain)
                .query(Long.class)
                .list();
        if (length.isEmpty()) {
            return;
        }
        if (postgres) {
            jdbc.sql("select audit_destroy(?, ?)")
                    .param(chain)
                    .param(String.valueOf(under.get(LIST)))
                    .query((ResultSet row) -> {});
        } else {
            jdbc.sql("update audit_entry set details = null where chain = ? and details is not null")
                    .param(chain)
                    .update();
            jdbc.sql("update audit_personal set salt = null, plain = null where chain = ? and plain is not null")
                    .param(chain)
                    .update();
        }
        Map<String, Object> details = new LinkedHashMap<>(under);
        details.put(EMPTIED, length.get(0));
        events.publishEvent(new Destroyed(caseNumber, act, details));
    }
}
