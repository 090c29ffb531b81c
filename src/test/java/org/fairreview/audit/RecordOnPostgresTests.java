package org.fairreview.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The record on PostgreSQL: its chains, checkpoints and triggers. */
class RecordOnPostgresTests {

    private static final String CHAIN = "case:420600-2026-0001";

    @TempDir
    Path data;

    @Test
    void the_record_is_whole_refuses_changes_and_shows_those_of_its_owner() throws Exception {
        try (RecordDatabase record = RecordDatabase.postgres(data)) {
            record.record("420600-2026-0001", 250);
            record.checkpoint();
            record.record("420600-2026-0001", 1);
            assertThat(record.verify(CHAIN).fault()).isNull();
            assertThat(record.verify(CHAIN).seal()).isNotNull();

            for (String change : new String[] {
                "update audit_entry set actor_id = 'sunqian' where seq = 3",
                "update audit_entry set details = '{}' where seq = 3",
                "update audit_entry set details = null, actor_id = 'sunqian' where seq = 3",
                "delete from audit_entry where seq = 30",
                "truncate audit_entry",
                "update audit_chain set length = 20",
                "update audit_chain set length = 300, id = 'case:other'",
                "delete from audit_chain",
                "update audit_personal set plain = 'x' where seq = 3",
                "delete from audit_personal where seq = 3",
                "update audit_checkpoint set tree_size = 1",
                "truncate audit_checkpoint, audit_leaf"
            }) {
                assertThatThrownBy(() -> record.jdbc().sql(change).update())
                        .as(change)
                        .isNotNull();
            }
            record.jdbc()
                    .sql("update audit_personal set salt = null, plain = null where seq = 3")
                    .update();
            assertThat(record.verify(CHAIN).erased()).isEqualTo(1);

            record.listSigned("420600-2026-0001");
            record.destroy("420600-2026-0001");
            assertThat(record.verify(CHAIN).fault()).isNull();
            assertThat(record.verify(CHAIN).emptied()).isEqualTo(251);

            record.dropTriggers();
            record.jdbc()
                    .sql("update audit_entry set actor_id = 'sunqian' where seq = 249")
                    .update();
            assertThat(record.verify(CHAIN).fault()).isEqualTo(Fault.at(CHAIN, 249, Fault.Kind.ENTRY_FIELDS));
        }
    }

    /** The statements of docs/audit, as they stand there. */
    @Test
    void the_products_own_account_can_append_and_change_nothing() throws Exception {
        try (RecordDatabase record = RecordDatabase.postgres(data)) {
            String guide = Files.readString(Path.of("docs/audit/README.md"));
            String grants =
                    guide.substring(guide.indexOf("```sql") + 6, guide.indexOf("```", guide.indexOf("```sql") + 6));
            for (String grant : grants.split(";")) {
                if (!grant.isBlank()) {
                    record.jdbc().sql(grant).update();
                }
            }
            DataSource product = RecordDatabase.as(record.source(), "fairreview");
            new TransactionTemplate(new DataSourceTransactionManager(product))
                    .executeWithoutResult(status -> new RecordWriter(new JdbcTemplate(product))
                            .append(List.of(RecordDatabase.act("420600-2026-0001", 1))));
            assertThat(record.verify(CHAIN).entries()).isEqualTo(1);

            JdbcClient jdbc = JdbcClient.create(product);
            for (String change : new String[] {
                "update audit_entry set actor_id = 'sunqian'",
                "update audit_entry set details = null",
                "update audit_personal set salt = null, plain = null",
                "delete from audit_entry",
                "delete from checkpoint_file",
                "truncate audit_entry",
                "delete from audit_chain",
                "update audit_chain set id = 'case:other'",
                "delete from audit_personal",
                "update audit_checkpoint set tree_size = 1",
                "delete from audit_leaf",
                "alter table audit_entry disable trigger user"
            }) {
                assertThatThrownBy(() -> jdbc.sql(change).update())
                        .as(change)
                        .rootCause()
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
            assertThatThrownBy(() -> record.destroy("420600-2026-0001", product))
                    .as("without a list")
                    .rootCause()
                    .hasMessageContaining("no list that two have signed");
            record.listSigned("420600-2026-0001");
            record.record("420600-2026-0002", 1);
            assertThatThrownBy(() -> record.destroy("420600-2026-0002", product))
                    .as("the list names another case")
                    .rootCause()
                    .hasMessageContaining("no list that two have signed");
            record.destroy("420600-2026-0001", product);
            assertThat(record.verify(CHAIN).fault()).isNull();
            assertThat(record.verify(CHAIN).emptied()).isEqualTo(1);
            assertThat(record.verify("case:420600-2026-0002").emptied()).isZero();
        }
    }

    @Test
    void the_database_destroys_under_a_list_that_names_the_case_and_that_section_head_and_leader_have_signed()
            throws Exception {
        String drafted = "{\"cases\":[\"420600-2026-0001\"]}";
        String head = "{\"role\":\"SECTIONHEAD\"}";
        String leader = "{\"role\":\"LEADER\"}";
        List<String[]> whole = List.of(
                new String[] {"destruction.drafted", "wangmin", drafted},
                new String[] {"destruction.signed", "liufang", head},
                new String[] {"destruction.signed", "zhangwei", leader});
        try (RecordDatabase record = RecordDatabase.postgres(data)) {
            record.record("420600-2026-0001", 2);
            for (List<String[]> wrong : List.of(
                    whole.subList(1, 3),
                    whole.subList(0, 2),
                    List.of(whole.get(0), whole.get(2), whole.get(1)),
                    List.of(whole.get(0), whole.get(1), new String[] {"destruction.signed", "liufang", leader}),
                    List.of(whole.get(0), new String[] {"destruction.signed", "wangmin", head}, whole.get(2)),
                    List.of(whole.get(0), whole.get(1), whole.get(2), new String[] {
                        "destruction.withdrawn", "wangmin", "{}"
                    }))) {
                wrong.forEach(entry -> record.list(entry[0], entry[1], entry[2]));
                assertThatThrownBy(() -> record.destroy("420600-2026-0001"))
                        .as(wrong.stream()
                                .map(entry -> entry[0] + entry[1])
                                .toList()
                                .toString())
                        .rootCause()
                        .hasMessageContaining("no list that two have signed");
                record.forget("destruction-1");
            }
            whole.forEach(entry -> record.list(entry[0], entry[1], entry[2]));
            record.destroy("420600-2026-0001");
            assertThat(record.verify(CHAIN).emptied()).isEqualTo(2);
        }
    }
}
