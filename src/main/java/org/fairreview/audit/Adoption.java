package org.fairreview.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the entries of versions without chains into chains, before anything else is recorded. They are marked: what
 * happened to them before that day nobody can prove.
 */
@Component
class Adoption implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final RecordWriter writer;
    private final ObjectMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Adoption(
            JdbcClient jdbc,
            RecordWriter writer,
            ObjectMapper json,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** An entry as the earlier table has it. */
    private record Earlier(long id, NewEntry entry) {}

    @Override
    public void afterSingletonsInstantiated() {
        int adopted = 0;
        for (int batch = adoptSome(); batch > 0; batch = adoptSome()) {
            adopted += batch;
        }
        transaction.executeWithoutResult(status -> closeAdoption());
        if (adopted > 0) {
            LOG.info("{} entries of the record were adopted into chains", adopted);
        }
    }

    private int adoptSome() {
        Integer adopted = transaction.execute(status -> {
            List<Earlier> batch = jdbc.sql(
                            "select * from audit_entry_earlier order by id fetch first %d rows only for update"
                                    .formatted(BATCH))
                    .query((row, line) -> earlier(row))
                    .list();
            if (!batch.isEmpty()) {
                writer.append(batch.stream().map(Earlier::entry).toList());
                jdbc.sql("delete from audit_entry_earlier where id in (:ids)")
                        .param("ids", batch.stream().map(Earlier::id).toList())
                        .update();
            }
            return batch.size();
        });
        return adopted == null ? 0 : adopted;
    }

    /** Says in each chain of adopted entries since when they are proven. */
    private void closeAdoption() {
        List<NewEntry> notes = new ArrayList<>();
        jdbc.sql(
                        """
                        select e.chain, max(e.subject), count(*) from audit_entry e where e.adopted and not exists
                          (select 1 from audit_entry n where n.chain = e.chain and n.act = 'trace.adopted') group by e.chain""")
                .query((ResultSet row) -> {
                    notes.add(new NewEntry(
                            row.getString(1),
                            row.getString(2),
                            clock.instant().truncatedTo(ChronoUnit.MICROS),
                            "trace.adopted",
                            null,
                            null,
                            true,
                            false,
                            "{\"entries\":%d}".formatted(row.getLong(3)),
                            Map.of()));
                });
        writer.append(notes);
    }

    private Earlier earlier(ResultSet row) throws SQLException {
        Map<String, String> personal = new HashMap<>();
        String name = row.getString("actor_name");
        String unit = row.getString("actor_unit");
        if (name != null || unit != null) {
            ObjectNode who = json.createObjectNode();
            who.put("name", name);
            who.put("unit", unit);
            personal.put(NewEntry.ACTOR, who.toString());
        }
        String subject = row.getString("subject");
        String act = row.getString("act");
        return new Earlier(
                row.getLong("id"),
                new NewEntry(
                        Chains.of(subject, act),
                        subject,
                        row.getObject("occurred_at", OffsetDateTime.class)
                                .toInstant()
                                .truncatedTo(ChronoUnit.MICROS),
                        act,
                        row.getString("actor_id"),
                        null,
                        row.getString("actor_id") == null,
                        true,
                        row.getString("details"),
                        personal));
    }
}
