package org.fairreview.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** What a version without chains recorded is taken over, in its order, and marked. */
class AdoptionTests {

    @TempDir
    Path data;

    @Test
    void the_entries_of_an_earlier_version_come_into_chains_once() throws Exception {
        try (RecordDatabase record = RecordDatabase.beforeChains(data)) {
            insert(record, "420600-2026-0001", "case.submitted", "chenyu", "陈宇");
            insert(record, "420600-2026-0001", "read.opened", "dengaudit", "邓洁");
            insert(record, "tanli", "account.opened", "admin", "管理员");
            for (int act = 0; act < 600; act++) {
                insert(record, "420600-2026-0001", "task.completed", act % 2 == 0 ? "zhaolei" : null, "赵磊");
            }
            record.migrate("latest");

            adopt(record);
            adopt(record);

            assertThat(acts(record, "case:420600-2026-0001"))
                    .hasSize(602)
                    .startsWith("case.submitted", "task.completed")
                    .endsWith("trace.adopted");
            assertThat(acts(record, "reads:420600-2026-0001")).containsExactly("read.opened", "trace.adopted");
            assertThat(acts(record, "subject:tanli")).containsExactly("account.opened", "trace.adopted");
            Verdict verdict = record.verify("case:420600-2026-0001");
            assertThat(verdict.fault()).isNull();
            assertThat(verdict.adopted()).isEqualTo(601);
            assertThat(verdict.sentence()).contains("其中 601 条由旧版本转入，转入之前是否改动过无法证明。");
            assertThat(record.jdbc()
                            .sql("select count(*) from audit_entry_earlier")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(record.jdbc()
                            .sql("select plain from audit_personal where chain = 'subject:tanli'")
                            .query(String.class)
                            .single())
                    .contains("管理员");
        }
    }

    private static void adopt(RecordDatabase record) {
        new Adoption(
                        record.jdbc(),
                        record.writer(),
                        new ObjectMapper(),
                        new DataSourceTransactionManager(record.source()),
                        RecordDatabase.CLOCK)
                .afterSingletonsInstantiated();
    }

    private static void insert(RecordDatabase record, String subject, String act, String actor, String name) {
        record.jdbc()
                .sql(
                        """
                        insert into audit_entry (subject, occurred_at, act, actor_id, actor_name, actor_unit, details)
                        values (?, timestamp with time zone '2026-11-01 08:00:00+08', ?, ?, ?, '市发展改革委', '{"file":"一.docx"}')""")
                .params(subject, act, actor, name)
                .update();
    }

    private static List<String> acts(RecordDatabase record, String chain) {
        return record.jdbc()
                .sql("select act from audit_entry where chain = ? order by seq")
                .param(chain)
                .query(String.class)
                .list();
    }
}
