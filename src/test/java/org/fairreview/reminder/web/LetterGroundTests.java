package org.fairreview.reminder.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.document.FileStore;
import org.fairreview.kit.Correspondence;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.TestClock;
import org.fairreview.kit.Web;
import org.fairreview.measure.Circulation;
import org.fairreview.reminder.Letter;
import org.fairreview.reminder.LetterFiles;
import org.fairreview.reminder.LetterSignature;
import org.fairreview.reminder.LetterState;
import org.fairreview.reminder.Letters.Beginning;
import org.fairreview.review.Circulations;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A letter stands on its ground until it is delivered; who is who comes from the registers, and stays as it was at issue. */
@ProductTest
class LetterGroundTests {

    @Autowired
    ProcessDriver process;

    @Autowired
    Correspondence letters;

    @Autowired
    JointReview people;

    @Autowired
    Circulations circulations;

    @Autowired
    FileStore files;

    @Autowired
    AuditTrail trail;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.MovableClock clock;

    @Autowired
    Web web;

    @AfterEach
    void back() {
        clock.reset();
        letters.unset(Correspondence.COUNTY, "letter.legal.rectification");
    }

    @Test
    void what_lost_its_ground_since_the_draft_goes_back_to_its_drafter_at_the_next_signature() {
        String urged = overdueInCounty();
        String interview = interview(urged);
        letters.look(interview);
        letters.reply(urged, "fcdrafter", "已经修订。");
        String form = form(interview, Correspondence.SIGN);
        assertThat(web.session("liufang").get(form).body())
                .as("the signer is told before")
                .contains("约谈须在督促整改之后");

        letters.sign(interview, "liufang");

        Letter back = letters.get(interview);
        assertThat(back.state()).isEqualTo(LetterState.DRAFTING);
        assertThat(back.signatures()).noneMatch(LetterSignature::valid);
        assertThat(web.session("zhaolei")
                        .get(form(interview, Correspondence.DRAFT))
                        .body())
                .contains("依据已变化，系统退回", "约谈须在督促整改之后");
        assertThat(web.session("zhaolei").get("/letters/" + interview).body()).contains("退回情况", "依据已变化，系统退回");
        assertThat(trail.of(interview)).extracting(AuditEntry::act).contains("letter.groundGone");
        assertRefused(
                "letter.interviewBeforeFailure",
                () -> process.answer(interview, Correspondence.DRAFT, "zhaolei", Correspondence.interview()));
    }

    @Test
    void what_lost_its_ground_since_the_signature_is_not_delivered_and_its_number_is_void() {
        String subject = withFinding();
        String number = letters.want("r420600", subject, "u02", "rectification");
        process.answer(number, Correspondence.DRAFT, "zhaolei", quoting());
        assertThat(letters.get(number).findings()).singleElement().satisfies(finding -> assertThat(finding.findingId())
                .isPresent());
        letters.look(number);
        letters.signOff(number);
        letters.seal(number, "wangmin");
        Letter sealed = letters.get(number);
        LetterFiles made = sealed.files().orElseThrow();
        justify(subject);

        letters.deliver(number, "wangmin");

        Letter back = letters.get(number);
        assertThat(back.state()).isEqualTo(LetterState.DRAFTING);
        assertThat(back.documentNumber()).isEmpty();
        assertThat(back.delivery()).isEmpty();
        assertThat(web.session("chenyu").get("/letters/" + number).status())
                .as("the addressee has nothing")
                .isEqualTo(404);
        assertThat(web.session("zhaolei").get("/letters/" + number).body())
                .contains("第1条问题在来源案件中已经改正", "已作废的文号", sealed.documentNumber().orElseThrow());

        Map<String, Object> anew = quoting();
        anew.put("findings", List.of(Correspondence.finding(SampleMeasure.TITLE)));
        process.answer(number, Correspondence.DRAFT, "zhaolei", anew);
        letters.look(number);
        letters.signOff(number);
        letters.seal(number, "wangmin");
        letters.deliver(number, "wangmin");
        assertThat(letters.get(number).documentNumber()).isPresent().isNotEqualTo(sealed.documentNumber());
        assertThat(web.session("chenyu")
                        .get("/letters/%s/files/%s".formatted(number, made.wordFileId()))
                        .status())
                .as("the document that was not delivered stays with the regulator")
                .isEqualTo(404);
    }

    @Test
    void a_letter_to_a_unit_that_was_dissolved_since_the_draft_is_not_signed() {
        String number = letters.begin("fcclerk", new Beginning("reminder", "OTHER", "u13", "", "", ""));
        Map<String, Object> draft = Correspondence.drafted("reminder", "OTHER");
        draft.put("addresseeUnit", "u13");
        process.answer(number, Correspondence.DRAFT, "fcclerk", draft);
        letters.sign(number, "fchead");
        try {
            jdbc.sql("update unit set successor_id = 'u12', dissolved_at = current_timestamp where id = 'u13'")
                    .update();

            letters.sign(number, "fcleader");

            assertThat(letters.get(number).sentBack().orElseThrow().reason()).contains("樊城区财政局已经撤并");
            assertThat(process.task(number, Correspondence.DRAFT)).isNotNull();
        } finally {
            jdbc.sql("update unit set successor_id = null, dissolved_at = null where id = 'u13'")
                    .update();
        }
    }

    @Test
    void Measures_42_an_interview_follows_an_urging_to_put_right_and_no_other_letter() {
        String reminder = letters.ofCounty("reminder");
        letters.letLapse(reminder);
        assertThat(web.session("zhaolei").get("/letters/" + reminder).body()).doesNotContain("kind=interview");
        String interview = letters.begin("zhaolei", new Beginning("interview", "DRAFTER", "u12", "", "", reminder));
        assertRefused(
                "letter.interviewWithoutUrging",
                () -> process.answer(interview, Correspondence.DRAFT, "zhaolei", Correspondence.interview()));

        String urged = overdueInCounty();
        String other = letters.begin("zhaolei", new Beginning("interview", "DRAFTER", "u13", "", "", urged));
        Map<String, Object> draft = Correspondence.interview();
        draft.put("addresseeUnit", "u13");
        assertRefused("letter.interviewOfOther", () -> process.answer(other, Correspondence.DRAFT, "zhaolei", draft));
    }

    @Test
    void Measures_42_there_is_no_interview_while_the_regulator_waits_on() {
        String urged = overdueInCounty();
        process.answer(
                urged,
                Correspondence.OVERDUE,
                "fcclerk",
                Map.of(
                        "decision",
                        "WAIT",
                        "waitUntil",
                        letters.today().plusDays(7).toString(),
                        "reason",
                        "正在办理。"));

        String interview = letters.begin("zhaolei", new Beginning("interview", "DRAFTER", "u12", "", "", urged));
        assertRefused(
                "letter.interviewBeforeFailure",
                () -> process.answer(interview, Correspondence.DRAFT, "zhaolei", Correspondence.interview()));
        assertThat(process.task(urged, Correspondence.REPLY).getDueDate().toInstant())
                .as("the day is that of the addressee's task too")
                .isEqualTo(letters.get(urged).replyUntil().orElseThrow());
    }

    @Test
    void who_drafted_a_measure_and_who_is_written_to_come_from_the_registers() {
        String subject = withFinding();
        String number = letters.want("r420600", subject, "u02", "rectification");
        Map<String, Object> toOther = quoting();
        toOther.put("addresseeUnit", "u03");
        toOther.put("measures", List.of(Map.of("measure", SampleMeasure.TITLE, "drafter", "襄阳市商务局")));
        assertRefused(
                "letter.rectificationToOther", () -> process.answer(number, Correspondence.DRAFT, "zhaolei", toOther));
        Map<String, Object> unknown = quoting();
        unknown.put("addresseeUnit", "u999");
        unknown.put("addresseeName", Correspondence.DRAFTER);
        assertRefused(
                "letter.addresseeMissing", () -> process.answer(number, Correspondence.DRAFT, "zhaolei", unknown));
        Map<String, Object> self = Correspondence.drafted("reminder", "OTHER");
        self.put("addresseeUnit", "u01");
        assertRefused("letter.addresseeSelf", () -> process.answer(number, Correspondence.DRAFT, "zhaolei", self));

        Map<String, Object> typed = quoting();
        typed.remove("addresseeUnit");
        typed.put("addresseeName", Correspondence.DRAFTER);
        typed.put("measures", List.of(Map.of("measure", SampleMeasure.TITLE, "drafter", "某单位")));
        process.answer(number, Correspondence.DRAFT, "zhaolei", typed);

        assertThat(letters.get(number).addresseeUnitId()).contains("u02");
        assertThat(letters.get(number).measures()).singleElement().satisfies(measure -> assertThat(measure.drafter())
                .isEqualTo(Correspondence.DRAFTER));
    }

    @Test
    void a_regulator_without_a_lawyer_apart_from_who_signs_is_told_so() {
        letters.set(Correspondence.COUNTY, "letter.legal.rectification", "YES");
        String number = letters.begin("fcclerk", new Beginning("rectification", "DRAFTER", "u12", "", "", ""));

        assertRefused(
                "letter.nobodyLooks",
                () -> process.answer(
                        number, Correspondence.DRAFT, "fcclerk", Correspondence.draftedInCounty("rectification")));
    }

    @Test
    void people_of_another_region_reply_in_tasklist_or_the_clerk_who_wrote_registers_their_paper() {
        String first = interview(overdueInCounty());
        letters.look(first);
        letters.signOff(first);
        letters.seal(first, "wangmin");
        letters.deliver(first, "wangmin");
        assertThat(reach(first, "fcdrafter")).isTrue();
        assertThat(reach(first, "wangmin")).isTrue();
        assertThat(reach(first, "linyue")).as("another unit").isFalse();
        assertThat(reach(first, "fcclerk")).as("another regulator").isFalse();
        letters.reply(first, "fcdrafter", "已经约谈。");
        assertThat(letters.get(first).reply().orElseThrow().onPaper()).isFalse();

        assertRegistered(letters.ofCountyTo("u03"), "linyue");
        assertRegistered(letters.ofCountyTo("u22"), "zydrafter");
    }

    private void assertRegistered(String number, String drafter) {
        assertThat(reach(number, drafter)).isTrue();
        process.answer(
                number,
                Correspondence.REPLY,
                "fcclerk",
                Map.of(
                        "action",
                        "REPLY",
                        "reply",
                        "来函已悉。",
                        "repliedOn",
                        letters.today().toString(),
                        "files",
                        List.of()));
        assertThat(letters.get(number).reply().orElseThrow().onPaper()).isTrue();
    }

    @Test
    void the_limit_that_the_document_states_is_the_one_that_is_counted() {
        String number = letters.begin("reminder", "DRAFTER");
        letters.draft(number, "reminder", "DRAFTER");
        letters.signOff(number);
        LetterFiles made = letters.get(number).files().orElseThrow();
        assertThat(new String(files.bytes(made.dataSha256()), StandardCharsets.UTF_8))
                .contains("10个工作日");
        jdbc.sql("insert into time_limit (id, step, valid_from, days, counting, source)"
                        + " values (90001, 'letterReply', date '2025-04-21', 3, 'CALENDAR_DAYS', '测试')")
                .update();
        try {
            letters.seal(number, "wangmin");
            letters.deliver(number, "wangmin");

            assertThat(letters.get(number).replyUntil().orElseThrow())
                    .isAfter(letters.today()
                            .plusDays(9)
                            .atStartOfDay(clock.getZone())
                            .toInstant());
            assertThat(process.task(number, Correspondence.REPLY).getDueDate().toInstant())
                    .isEqualTo(letters.get(number).replyUntil().orElseThrow());
        } finally {
            jdbc.sql("delete from time_limit where id = 90001").update();
        }
    }

    @Test
    void a_letter_keeps_the_names_of_the_day_of_its_issue_and_its_page_tells_those_of_today() {
        String number = letters.begin("reminder", "DRAFTER");
        letters.draft(number, "reminder", "DRAFTER");
        try {
            rename("u02", "襄阳市发展改革委");
            letters.signOff(number);
            letters.seal(number, "wangmin");
            letters.deliver(number, "wangmin");
            assertThat(letters.get(number).addresseeName()).as("at issue").isEqualTo("襄阳市发展改革委");
            rename("u02", "襄阳市发展和改革局");
            rename("u01", "襄阳市市场监管局");

            assertThat(letters.get(number).addresseeName()).isEqualTo("襄阳市发展改革委");
            assertThat(web.session("zhaolei").get("/letters/" + number).body())
                    .contains("襄阳市发展改革委（现为襄阳市发展和改革局）", "襄阳市市场监督管理局（现为襄阳市市场监管局）");
            assertThat(web.session("zhaolei").get("/letters?unit=u02").body()).contains(number, "襄阳市发展和改革局");
        } finally {
            rename("u02", Correspondence.DRAFTER);
            rename("u01", "襄阳市市场监督管理局");
        }
    }

    @Test
    void a_restricted_letter_that_came_to_nothing_is_open_to_the_heads_of_the_next_higher_regulator() {
        String urged = letters.ofCounty("rectification");
        jdbc.sql("update letter set restricted = true where number = :number")
                .param("number", urged)
                .update();
        assertThat(web.session("liufang").get("/letters/" + urged).status())
                .as("in time")
                .isEqualTo(404);
        letters.letLapse(urged);

        assertThat(web.session("liufang").get("/letters/" + urged).body()).contains("kind=interview");
        assertThat(web.session("liufang").get("/letters").body()).contains(urged);
        assertThat(web.session("zhaolei").get("/letters/" + urged).status())
                .as("a reviewer of the city")
                .isEqualTo(404);
        String interview = letters.begin("liufang", new Beginning("interview", "DRAFTER", "u12", "", "", urged));
        assertThat(letters.get(interview).origin().restricted()).isTrue();
    }

    @Test
    void a_case_that_comes_to_be_restricted_takes_its_letters_along() {
        String subject = withFinding();
        String number = letters.want("r420600", subject, "u02", "rectification");
        Task draft = process.task(number, Correspondence.DRAFT);
        assertThat(web.session("sunqian").get("/letters/" + number).status()).isEqualTo(200);

        process.as(
                "liufang",
                () -> circulations.raise(subject, Circulation.RESTRICTED, "内部管控", "", process.actor("liufang")));

        assertThat(letters.get(number).origin().restricted()).isTrue();
        assertThat(web.session("sunqian").get("/letters/" + number).status()).isEqualTo(404);
        assertThat(tasks.getVariableLocal(draft.getId(), "measureTitle")).isEqualTo("限制");
    }

    @Test
    void each_kind_takes_its_number_as_the_office_has_set_for_it() {
        letters.set("r420600", "letter.numbering.urging", "BY_OFFICE");
        try {
            String urging = letters.begin("urging", "DEPARTMENT");
            Map<String, Object> draft = Correspondence.drafted("urging", "DEPARTMENT");
            draft.put("statement", "停车行业普遍限定本地企业。");
            process.answer(urging, Correspondence.DRAFT, "zhaolei", draft);
            letters.look(urging);
            letters.signOff(urging);
            assertThat(process.task(urging, Correspondence.NUMBER)).isNotNull();

            String reminder = letters.begin("reminder", "DRAFTER");
            letters.draft(reminder, "reminder", "DRAFTER");
            letters.signOff(reminder);
            assertThat(letters.get(reminder).documentNumber().orElseThrow()).contains("市监竞提");
        } finally {
            letters.unset("r420600", "letter.numbering.urging");
        }
    }

    private String overdueInCounty() {
        String urged = letters.ofCounty("rectification");
        letters.letLapse(urged);
        return urged;
    }

    private String interview(String urged) {
        String interview = letters.begin("zhaolei", new Beginning("interview", "DRAFTER", "u12", "", "", urged));
        process.answer(interview, Correspondence.DRAFT, "zhaolei", Correspondence.interview());
        return interview;
    }

    private String withFinding() {
        String subject = people.inReview();
        people.review(
                subject, "zhaolei", List.of(people.finding(subject, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
        people.draft(subject, "DOES_NOT_CONFORM", people.changes(subject), "");
        return subject;
    }

    private static Map<String, Object> quoting() {
        Map<String, Object> draft = Correspondence.drafted("rectification", "DRAFTER");
        draft.put("measures", List.of(Map.of("measure", SampleMeasure.TITLE, "drafter", Correspondence.DRAFTER)));
        Map<String, Object> finding = new HashMap<>(Correspondence.finding(SampleMeasure.TITLE));
        finding.put("quotation", SampleMeasure.STAY_TEN_YEARS);
        draft.put("findings", List.of(finding));
        return draft;
    }

    private void justify(String subject) {
        jdbc.sql("update finding set disposition = 'JUSTIFIED' where case_number = :number")
                .param("number", subject)
                .update();
    }

    private void rename(String unit, String name) {
        jdbc.sql("update unit set name = :name where id = :id")
                .param("name", name)
                .param("id", unit)
                .update();
    }

    private String form(String number, String task) {
        return "/forms/tasks/" + process.task(number, task).getId();
    }

    /** Whether Tasklist shows the person the reply's task. */
    private boolean reach(String number, String userId) {
        String id = process.task(number, Correspondence.REPLY).getId();
        return process.inTasklist(
                userId, () -> tasks.createTaskQuery().taskId(id).count() == 1);
    }

    private static void assertRefused(String key, Runnable act) {
        assertThatThrownBy(act::run)
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::key)
                .isEqualTo(key);
    }
}
