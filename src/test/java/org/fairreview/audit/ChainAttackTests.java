package org.fairreview.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever owns the database and takes its triggers away is found out. */
class ChainAttackTests {

    private static final String CASE = "420600-2026-0001";
    private static final String CHAIN = "case:" + CASE;

    @TempDir
    Path data;

    RecordDatabase record;

    @BeforeEach
    void thirty_acts_of_which_a_checkpoint_has_signed_twenty_five() throws Exception {
        record = RecordDatabase.h2(data);
        record.record(CASE, 25);
        record.record("chenyu", 3);
        record.checkpoint();
        record.record(CASE, 5);
    }

    @AfterEach
    void close() throws Exception {
        record.close();
    }

    @Test
    void nothing_was_done_to_it() throws Exception {
        Verdict verdict = record.verify(CHAIN);

        assertThat(verdict.fault()).isNull();
        assertThat(verdict.state()).isEqualTo(Verdict.State.WHOLE);
        assertThat(verdict.entries()).isEqualTo(30);
        assertThat(verdict.seal()).isEqualTo(new Verdict.Seal(1, RecordDatabase.CLOCK.instant(), 25));
        assertThat(verdict.sentence()).isEqualTo("完整：共 30 条记录，前 25 条由第 1 号检查点（2026年11月28日 09:02）签名证明。");
    }

    @Test
    void the_database_itself_refuses_changes() {
        for (String change : new String[] {
            "update audit_entry set actor_id = 'sunqian' where seq = 3",
            "update audit_entry set details = '{}' where seq = 3",
            "update audit_entry set details = null, actor_id = 'sunqian' where seq = 3",
            "delete from audit_entry where seq = 30",
            "update audit_chain set length = 20 where length = 30",
            "delete from audit_chain",
            "update audit_personal set plain = 'x' where seq = 3",
            "delete from audit_personal where seq = 3",
            "update audit_checkpoint set tree_size = 1",
            "delete from audit_leaf"
        }) {
            assertThatThrownBy(() -> record.jdbc().sql(change).update())
                    .as(change)
                    .isNotNull();
        }
    }

    @Test
    void what_was_erased_is_said_and_breaks_nothing() throws Exception {
        record.jdbc()
                .sql("update audit_personal set salt = null, plain = null where seq = 3")
                .update();

        Verdict verdict = record.verify(CHAIN);
        assertThat(verdict.state()).isEqualTo(Verdict.State.WHOLE);
        assertThat(verdict.erased()).isEqualTo(1);
        assertThat(verdict.sentence()).endsWith("依法删除了 1 项个人信息，不影响验证。");
    }

    @Test
    void what_was_destroyed_is_said_and_breaks_nothing() throws Exception {
        record.destroy(CASE);

        Verdict verdict = record.verify(CHAIN);
        assertThat(verdict.fault()).isNull();
        assertThat(verdict.state()).isEqualTo(Verdict.State.WHOLE);
        assertThat(verdict.entries()).isEqualTo(31);
        assertThat(verdict.emptied()).isEqualTo(30);
        assertThat(verdict.erased()).isEqualTo(30);
        assertThat(verdict.sentence()).endsWith("其中 30 条的内容已按销毁清册销毁，不影响验证。");
        assertThat(record.jdbc()
                        .sql("select count(*) from audit_entry where details like '%%经营者%%' and subject = '%s'"
                                .formatted(CASE))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void details_are_destroyed_without_an_entry_that_says_so() throws Exception {
        assertThat(record.jdbc()
                        .sql("update audit_entry set details = null where chain = 'case:%s'".formatted(CASE))
                        .update())
                .isEqualTo(30);
        assertFound(1, Fault.Kind.ENTRY_EMPTIED, "没有按销毁清册销毁的登记");
    }

    @Test
    void the_details_of_one_entry_are_destroyed() throws Exception {
        change("update audit_entry set details = null where seq = 7 and chain like 'case:%'");
        assertFound(7, Fault.Kind.ENTRY_EMPTIED, "第 7 条内容不见了");
    }

    @Test
    void what_was_done_after_a_destruction_is_destroyed_too() throws Exception {
        record.destroy(CASE);
        record.record(CASE, 1);
        change("update audit_entry set details = null where seq >= 31 and chain like 'case:%'");
        assertFound(1, Fault.Kind.ENTRY_EMPTIED, "没有按销毁清册销毁的登记");
    }

    @Test
    void details_that_were_destroyed_come_back() throws Exception {
        String details = record.jdbc()
                .sql("select details from audit_entry where seq = 30")
                .query(String.class)
                .single();
        record.destroy(CASE);
        change("update audit_entry set details = '%s' where seq = 30".formatted(details));
        assertFound(31, Fault.Kind.ENTRY_NOT_EMPTIED, "登记的销毁与实际不符");
    }

    @Test
    void one_character_of_an_answer_is_changed() throws Exception {
        change("update audit_entry set details = replace(details, '经营者 6', '经营者 7') where seq = 7");
        assertFound(7, Fault.Kind.ENTRY_DETAILS, "第 7 条内容被改动过");
    }

    @Test
    void an_answer_is_changed_with_its_digest() throws Exception {
        change("update audit_entry set details = '{}', payload = '%s' where seq = 7".formatted(Digest.of("{}")));
        assertFound(7, Fault.Kind.ENTRY_FIELDS, "第 7 条");
    }

    @Test
    void a_timestamp_is_changed_by_a_microsecond() throws Exception {
        change(
                "update audit_entry set occurred_at = timestamp with time zone '2026-11-28 01:02:10.456790+00' where seq = 8");
        assertFound(8, Fault.Kind.ENTRY_FIELDS, "时间、经办人等项目被改动过");
    }

    @Test
    void an_actor_is_changed() throws Exception {
        change("update audit_entry set actor_id = 'sunqian' where seq = 9");
        assertFound(9, Fault.Kind.ENTRY_FIELDS, "第 9 条");
    }

    @Test
    void a_name_is_changed() throws Exception {
        change("update audit_personal set plain = replace(plain, '赵磊', '孙倩') where seq = 9");
        assertFound(9, Fault.Kind.ENTRY_PERSONAL, "姓名、单位等个人信息被改动过");
    }

    @Test
    void a_middle_entry_is_deleted() throws Exception {
        change("delete from audit_entry where seq = 10");
        assertFound(10, Fault.Kind.ENTRY_MISSING, "缺少第 10 条");
    }

    @Test
    void a_middle_entry_is_deleted_and_the_others_are_numbered_anew() throws Exception {
        change("delete from audit_entry where seq = 10");
        for (int seq = 11; seq <= 30; seq++) {
            change("update audit_entry set seq = %d where seq = %d".formatted(seq - 1, seq));
        }
        assertFound(10, Fault.Kind.ENTRY_ORDER, "与前一条不相接");
    }

    @Test
    void the_newest_ten_are_deleted() throws Exception {
        change("delete from audit_entry where seq > 20");
        assertFound(21, Fault.Kind.CHAIN_SHORTER_THAN_SIGNED, "签名时有 25 条，现在只有 20 条");
    }

    @Test
    void the_newest_ten_are_deleted_and_the_head_is_set_back() throws Exception {
        change("delete from audit_entry where seq > 20");
        record.recompute(CHAIN);
        assertFound(21, Fault.Kind.CHAIN_SHORTER_THAN_SIGNED, "缺少第 21 条及以后的记录");
    }

    @Test
    void what_no_checkpoint_has_signed_yet_is_deleted() throws Exception {
        change("delete from audit_entry where seq > 28");
        assertFound(29, Fault.Kind.CHAIN_END, "登记为 30 条");
    }

    @Test
    void two_entries_are_exchanged() throws Exception {
        change("update audit_entry set seq = -1 where seq = 11");
        change("update audit_entry set seq = 11 where seq = 12");
        change("update audit_entry set seq = 12 where seq = -1");
        assertFound(11, Fault.Kind.ENTRY_ORDER, "第 11 条与前一条不相接");
    }

    @Test
    void an_entry_is_inserted() throws Exception {
        record.dropTriggers();
        for (int seq = 30; seq > 14; seq--) {
            record.jdbc()
                    .sql("update audit_entry set seq = %d where seq = %d".formatted(seq + 1, seq))
                    .update();
            record.jdbc()
                    .sql("update audit_personal set seq = %d where seq = %d".formatted(seq + 1, seq))
                    .update();
        }
        record.jdbc()
                .sql(
                        """
                        insert into audit_entry (chain, seq, subject, occurred_at, act, actor_id, session, automatic, adopted,
                          details, payload, personal, previous, hash)
                        select chain, 15, subject, occurred_at, act, actor_id, session, automatic, adopted, details, payload,
                          '{}', previous, hash from audit_entry where seq = 14""")
                .update();
        assertFound(15, Fault.Kind.ENTRY_ORDER, "第 15 条");
    }

    @Test
    void an_entry_is_added_at_the_end() throws Exception {
        record.dropTriggers();
        record.jdbc()
                .sql(
                        """
                        insert into audit_entry (chain, seq, subject, occurred_at, act, actor_id, session, automatic, adopted,
                          details, payload, personal, previous, hash)
                        select chain, 31, subject, occurred_at, act, actor_id, session, automatic, adopted, details, payload,
                          personal, hash, hash from audit_entry where seq = 30""")
                .update();
        assertFound(31, Fault.Kind.ENTRY_FIELDS, "第 31 条");
    }

    @Test
    void the_whole_chain_is_computed_anew_without_the_key() throws Exception {
        change("update audit_entry set actor_id = 'sunqian' where seq = 9");
        record.recompute(CHAIN);
        assertFound(25, Fault.Kind.CHAIN_NOT_AS_SIGNED, "与第 1 号检查点签名的不是同一条");
    }

    @Test
    void the_whole_chain_is_gone() throws Exception {
        change("delete from audit_entry where subject = '%s'".formatted(CASE));
        change("delete from audit_personal where chain = '%s'".formatted(CHAIN));
        change("delete from audit_chain where id = '%s'".formatted(CHAIN));
        assertFound(1, Fault.Kind.CHAIN_SHORTER_THAN_SIGNED, "现在只有 0 条");
    }

    private void change(String sql) {
        record.dropTriggers();
        assertThat(record.jdbc().sql(sql).update()).as(sql).isPositive();
    }

    private void assertFound(long seq, Fault.Kind kind, String said) throws Exception {
        Verdict verdict = record.verify(CHAIN);
        assertThat(verdict.state()).isEqualTo(Verdict.State.BROKEN);
        assertThat(verdict.fault()).isNotNull();
        assertThat(verdict.fault().kind()).isEqualTo(kind);
        assertThat(verdict.fault().seq()).isEqualTo(seq);
        assertThat(verdict.sentence()).contains("不完整", CHAIN, said);
    }
}
