package org.fairreview.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

            record.dropTriggers();
            record.jdbc()
                    .sql("update audit_entry set actor_id = 'sunqian' where seq = 249")
                    .update();
            assertThat(record.verify(CHAIN).fault()).isEqualTo(Fault.at(CHAIN, 249, Fault.Kind.ENTRY_FIELDS));
        }
    }
}
