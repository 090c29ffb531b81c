package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.measure.Circulation;
import org.fairreview.review.Circulations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who looked a case up, printed and downloaded what is on record, and auditors read it. */
@ProductTest
class ReadsOnRecordTests {

    @Autowired
    Web web;

    @Autowired
    Submitting submitting;

    @Autowired
    JointReview people;

    @Autowired
    ProcessDriver process;

    @Autowired
    FileStore files;

    @Autowired
    AuditTrail trail;

    @Autowired
    Circulations circulations;

    @Autowired
    JdbcClient jdbc;

    @Test
    void downloads_and_print_pages_are_on_record_and_in_nobodys_timeline() {
        String number = people.inSigning();
        StoredFile file = files.boundTo(number).get(0);
        Visitor liufang = web.session("liufang");
        liufang.get("/cases/" + number);
        liufang.get("/cases/" + number + "/compare");
        liufang.get("/cases/" + number + "/files/" + file.id());
        liufang.get("/cases/" + number + "/receipt");
        liufang.get("/cases/" + number + "/approval-sheet");
        liufang.get("/cases/" + number + "/supplement-notice");
        web.session("linyue").get("/cases/" + number + "/files/" + file.id());

        assertThat(trail.readsOf(number))
                .extracting(AuditEntry::act, entry -> entry.actor().userId())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("read.downloaded", "liufang"),
                        org.assertj.core.groups.Tuple.tuple("read.printed", "liufang"),
                        org.assertj.core.groups.Tuple.tuple("read.printed", "liufang"));
        assertThat(trail.readsOf(number).get(0).details()).contains(file.name(), file.sha256());
        assertThat(trail.of(number)).noneMatch(entry -> entry.act().startsWith("read."));
        assertThat(web.session("liufang").get("/cases/" + number).body()).doesNotContain("查阅、打印与下载");
        assertThat(web.session("dengaudit").get("/cases/" + number).body())
                .contains("查阅、打印与下载", "刘芳", "送审材料回执", "审查意见审批单", file.sha256().substring(0, 16))
                .doesNotContain("??");
        assertThat(trail.readsOf(number).get(3).act())
                .as("the auditor's own read")
                .isEqualTo("read.opened");
    }

    @Test
    void what_an_auditor_looks_at_beside_cases_is_on_record() {
        jdbc.sql("insert into destruction_list (revision, unit_id, drafted_by, drafted_at, reason, state)"
                        + " values (0, 'u01', 'wangmin', current_timestamp, '期满', 'RETURNED')")
                .update();
        String list = jdbc.sql("select max(id) from destruction_list where reason = '期满' and state = 'RETURNED'")
                .query(String.class)
                .single();
        Map<String, String> pages = Map.ofEntries(
                Map.entry("/destruction", "\"destruction\""),
                Map.entry("/destruction/" + list, "destruction-" + list),
                Map.entry("/office-values", "\"office-values\""),
                Map.entry("/calendar/limits", "\"limits\""),
                Map.entry("/conference", "\"conference\""),
                Map.entry("/conference/meetings", "\"conference\""),
                Map.entry("/advisers", "\"advisers\""),
                Map.entry("/evaluations", "\"evaluations\""),
                Map.entry("/evaluators", "\"evaluators\""),
                Map.entry("/letters", "\"letters\""),
                Map.entry("/cleanup", "\"cleanup\""),
                Map.entry("/cleanup/statistics", "\"cleanupStatistics\""),
                Map.entry("/measures-in-force", "\"register\""));
        pages.forEach((path, said) -> {
            long before = trail.newestIn("reads:-", 1).stream()
                    .mapToLong(AuditEntry::seq)
                    .findFirst()
                    .orElse(0);
            assertThat(web.session("dengaudit").get(path).status()).as(path).isEqualTo(200);
            assertThat(web.session("liufang").get(path).status()).as(path).isEqualTo(200);
            assertThat(trail.newestIn("reads:-", 10))
                    .filteredOn(entry -> entry.seq() > before)
                    .as(path)
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.actor().userId()).isEqualTo("dengaudit"))
                    .satisfies(entry -> assertThat(entry.details()).contains(said));
        });
    }

    @Test
    void a_restricted_case_on_the_signing_page_is_looked_at() {
        String number = people.inSigning();
        process.as(
                "liufang",
                () -> circulations.raise(number, Circulation.RESTRICTED, "内部管控", "", process.actor("liufang")));

        assertThat(web.session("liufang").get("/signing").body()).contains(number);

        assertThat(trail.readsOf(number)).extracting(AuditEntry::act).containsExactly("read.opened");
        assertThat(web.session("dengaudit").get("/cases/" + number).body()).contains("签批页");
    }

    @Test
    void of_a_restricted_case_every_look_is_on_record() {
        String number = people.inReview();
        process.as(
                "zhaolei",
                () -> circulations.raise(number, Circulation.RESTRICTED, "内部管控", "", process.actor("zhaolei")));

        web.session("zhaolei").get("/cases/" + number);
        web.session("zhaolei").get("/cases/" + number + "/compare");
        web.session("zhaolei").get("/cases/export?q=" + number);
        web.basic("zhaolei").get("/api/cases/" + number);
        web.basic("zhaolei").get("/api/measures?q=" + number);
        web.session("sunqian").get("/cases/" + number);

        assertThat(trail.readsOf(number))
                .extracting(AuditEntry::act)
                .containsExactlyElementsOf(
                        List.of("read.opened", "read.opened", "read.exported", "read.opened", "read.exported"));
    }
}
