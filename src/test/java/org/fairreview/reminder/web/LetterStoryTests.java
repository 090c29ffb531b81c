package org.fairreview.reminder.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.calendar.WorkingDaysChanged;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.kit.Answer;
import org.fairreview.kit.Correspondence;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.TestClock;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.reminder.Letter;
import org.fairreview.reminder.LetterFiles;
import org.fairreview.reminder.LetterIssuing;
import org.fairreview.reminder.LetterState;
import org.fairreview.reminder.Letters.Beginning;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Letters from the draft to their end, through Tasklist's forms and the portal's pages. */
@ProductTest
class LetterStoryTests {

    @Autowired
    ProcessDriver process;

    @Autowired
    Correspondence letters;

    @Autowired
    JointReview people;

    @Autowired
    LetterIssuing issuing;

    @Autowired
    FileStore files;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    TestClock.MovableClock clock;

    @Autowired
    Web web;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void a_reminder_is_replied_to_late_and_the_matter_is_put_right_all_the_same() {
        String number = letters.delivered("reminder", "DRAFTER");
        Letter sent = letters.get(number);
        assertThat(sent.documentNumber().orElseThrow()).matches("市监竞提〔\\d{4}〕\\d+号");
        assertThat(process.timersDue(number))
                .as("the limit is a timer")
                .containsExactly(sent.replyUntil().orElseThrow());
        assertThat(process.task(number, Correspondence.REPLY).getDueDate().toInstant())
                .as("and the due date of the task")
                .isEqualTo(sent.replyUntil().orElseThrow());

        clock.advance(Duration.ofDays(40));
        letters.letLapse(number);

        assertThat(letters.get(number).overdueAt()).isPresent();
        assertThat(web.session("zhaolei").get("/letters?state=OVERDUE").body()).contains(number, "逾期未回复");
        assertThat(web.session("zhaolei").get("/cases/" + number).location())
                .as("lists of tasks lead to its page")
                .endsWith("/letters/" + number);
        assertThat(web.session("fchead").get("/cases/" + number).status()).isEqualTo(404);
        assertThat(process.task(number, Correspondence.OVERDUE).getAssignee()).isEqualTo("zhaolei");
        assertRefused(
                "letter.extensionTooLate",
                () -> process.answer(
                        number,
                        Correspondence.REPLY,
                        "chenyu",
                        Map.of(
                                "action",
                                "EXTENSION",
                                "extendUntil",
                                letters.today().plusDays(9).toString(),
                                "extendReason",
                                "还需时间。",
                                "files",
                                List.of())));

        letters.reply(number, "chenyu", "已经改正。");
        assertThat(letters.get(number).reply().orElseThrow().late()).isTrue();
        assertRefused(
                "letter.rectifiedWithOpenFinding",
                () -> process.answer(number, Correspondence.JUDGE, "zhaolei", letters.judgement(number, true, false)));
        letters.judge(number, true);

        assertThat(letters.get(number).state()).isEqualTo(LetterState.RECTIFIED);
        assertThat(process.isOver(number))
                .as("the task about the delay is gone too")
                .isTrue();
        assertThat(trail.of(number))
                .extracting(AuditEntry::act)
                .contains("letter.begun", "letter.numbered", "letter.frozen", "letter.overdue", "letter.replied");
    }

    @Test
    void more_time_is_asked_by_the_addressee_decided_by_the_regulator_and_moves_the_limit() {
        String number = letters.delivered();
        LocalDate wished = letters.today().plusDays(120);
        Map<String, Object> asked = new HashMap<>(Map.of(
                "action",
                "EXTENSION",
                "extendUntil",
                wished.toString(),
                "extendReason",
                "需要提请常务会议审议。",
                "files",
                List.of()));
        process.answer(number, Correspondence.REPLY, "chenyu", asked);
        assertThat(web.session("zhaolei")
                        .get("/forms/tasks/"
                                + process.task(number, Correspondence.EXTENSION).getId())
                        .body())
                .contains("需要提请常务会议审议。", wished.toString());
        assertRefused(
                "letter.extensionReasonMissing",
                () -> process.answer(number, Correspondence.EXTENSION, "zhaolei", Map.of("granted", false)));
        process.answer(number, Correspondence.EXTENSION, "zhaolei", Map.of("granted", false, "note", "请按期整改。"));
        assertThat(process.task(number, Correspondence.REPLY).getDueDate().toInstant())
                .isEqualTo(letters.get(number).replyUntil().orElseThrow())
                .isBefore(wished.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant());

        process.answer(number, Correspondence.REPLY, "chenyu", asked);
        process.answer(number, Correspondence.EXTENSION, "zhaolei", Map.of("granted", true));

        assertThat(LocalDate.ofInstant(letters.get(number).replyUntil().orElseThrow(), clock.getZone()))
                .isEqualTo(wished);
        assertThat(process.task(number, Correspondence.REPLY).getDueDate().toInstant())
                .isEqualTo(letters.get(number).replyUntil().orElseThrow());
        assertThat(process.timersDue(number))
                .containsExactly(letters.get(number).replyUntil().orElseThrow());
        assertThat(letters.get(number).extensions()).hasSize(2);
    }

    @Test
    void a_notice_on_holidays_moves_the_limit_of_a_reply_with_the_due_date_of_its_task() {
        String number = letters.delivered("reminder", "DRAFTER");
        Instant right = letters.get(number).replyUntil().orElseThrow();
        Task reply = process.task(number, Correspondence.REPLY);
        Instant wrong = right.plus(Duration.ofDays(3));
        jdbc.sql("update letter set reply_until = :wrong where number = :number")
                .param("wrong", Timestamp.from(wrong))
                .param("number", number)
                .update();
        tasks.setDueDate(reply.getId(), Date.from(wrong));
        runtime.setVariable(reply.getProcessInstanceId(), "replyUntil", Date.from(wrong));
        management
                .createJobQuery()
                .processInstanceId(reply.getProcessInstanceId())
                .timers()
                .list()
                .forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(wrong)));

        transaction.executeWithoutResult(
                status -> events.publishEvent(new WorkingDaysChanged(new TreeSet<>(List.of(letters.today())))));

        assertThat(letters.get(number).replyUntil()).contains(right);
        assertThat(process.task(number, Correspondence.REPLY).getDueDate().toInstant())
                .isEqualTo(right);
        assertThat(process.timersDue(number)).as("the timer follows").containsExactly(right);
        assertThat(runtime.getVariable(reply.getProcessInstanceId(), "replyUntil"))
                .as("and the timers to come")
                .isEqualTo(Date.from(right));
    }

    @Test
    void Regulation_24_a_city_interviews_about_a_countys_letter_and_never_about_its_own() {
        String own = letters.delivered();
        letters.letLapse(own);
        process.answer(own, Correspondence.OVERDUE, "zhaolei", Map.of("decision", "ESCALATE"));
        assertRefused("letter.nextNotAllowed", () -> letters.escalate(own, "liufang", "interview"));
        assertThat(web.session("zhaolei").get("/letters/" + own).body()).doesNotContain("kind=interview");
        String refused = letters.begin("zhaolei", new Beginning("interview", "DRAFTER", "u02", "", "", own));
        Map<String, Object> draft = Correspondence.drafted("interview", "DRAFTER");
        draft.put("appointment", "11月30日上午9时，本局三楼会议室，单位主要负责人");
        assertRefused(
                "letter.interviewNotByHigher", () -> process.answer(refused, Correspondence.DRAFT, "zhaolei", draft));

        String county = letters.ofCounty("rectification");
        letters.letLapse(county);
        assertThat(web.session("fchead").get("/letters/" + county).body()).doesNotContain("kind=interview");
        Answer page = web.session("zhaolei").get("/letters/" + county);
        assertThat(page.body()).contains("kind=interview", "拟制约谈通知书", "条例第二十四条");
        assertThat(web.session("zhaolei")
                        .get("/letters/new?kind=interview&follows=" + county)
                        .body())
                .contains("樊城区商务局", county);
        String interview = letters.begin("zhaolei", new Beginning("interview", "DRAFTER", "u12", "", "", county));
        assertThat(letters.get(interview).text().statement()).contains("樊城区市场监督管理局", "至今未收到整改情况");
        draft.put("addresseeUnit", "u12");
        process.answer(interview, Correspondence.DRAFT, "zhaolei", draft);
        assertThat(letters.get(interview).state()).isEqualTo(LetterState.LEGAL_LOOK);
    }

    @Test
    void nobody_looks_at_or_signs_the_own_draft_nor_signs_twice() {
        String number = letters.begin("rectification", "DRAFTER");
        letters.draft(number, "rectification", "DRAFTER");
        assertThat(process.task(number, Correspondence.LOOK)).isNotNull();
        letters.look(number);
        letters.sign(number, "liufang");

        assertThat(process.task(number, Correspondence.SIGN).getName()).isEqualTo("签发");
        assertThat(web.session("liufang")
                        .get("/forms/tasks/"
                                + process.task(number, Correspondence.SIGN).getId())
                        .status())
                .as("the next place is another's")
                .isEqualTo(404);
        letters.sign(number, "zhangwei");
        assertThat(letters.get(number).signatures())
                .extracting(signature -> signature.label() + signature.userId())
                .containsExactly("法律审核gonglaw", "审核liufang", "签发zhangwei");
    }

    @Test
    void what_is_issued_is_frozen_and_every_download_gives_the_same_bytes() {
        String number = letters.begin("reminder", "DRAFTER");
        letters.draft(number, "reminder", "DRAFTER");
        String page = "/letters/" + number;
        assertThat(web.session("chenyu").get(page).status())
                .as("before delivery")
                .isEqualTo(404);
        letters.signOff(number);
        LetterFiles frozen = letters.get(number).files().orElseThrow();
        StoredFile word = files.find(frozen.wordFileId()).orElseThrow();
        assertThat(word.sha256()).isEqualTo(frozen.wordSha256());
        String data = new String(files.bytes(frozen.dataSha256()), StandardCharsets.UTF_8);
        assertThat(data)
                .contains(
                        Correspondence.DRAFTER,
                        letters.get(number).documentNumber().orElseThrow());

        issuing.freeze(number);
        assertThat(letters.get(number).files().orElseThrow()).isEqualTo(frozen);
        String download = page + "/files/" + word.id();
        assertThat(web.session("zhaolei").get(download).body())
                .isEqualTo(web.session("zhangwei").get(download).body());
        assertThat(web.session("chenyu").get(download).status()).isEqualTo(404);

        letters.seal(number, "wangmin");
        letters.deliver(number, "wangmin");
        Answer theirs = web.session("chenyu").get(page);
        assertThat(theirs.body())
                .contains("请停止执行上述内容", frozen.wordSha256())
                .doesNotContain("签发", "模板版本", frozen.dataSha256(), "办理过程");
        assertThat(web.session("chenyu").get(download).status()).isEqualTo(200);
        assertThat(web.session("chenyu")
                        .get(page + "/files/" + frozen.dataFileId())
                        .status())
                .isEqualTo(404);
        assertThat(web.session("linyue").get(page).status()).as("another unit").isEqualTo(404);
        assertThat(web.session("fchead").get(page).status()).as("a county").isEqualTo(404);
        assertThat(web.session("zhaolei").get(page).body()).contains("签发", "张伟", frozen.dataSha256(), "办理过程", "送达回证");
    }

    @Test
    void a_letter_taken_back_stays_in_the_register_and_its_number_is_void() {
        String number = letters.begin("reminder", "DRAFTER");
        letters.draft(number, "reminder", "DRAFTER");
        letters.signOff(number);
        String allotted = letters.get(number).documentNumber().orElseThrow();
        String page = "/letters/" + number;

        assertThat(web.session("wangmin").get(page).body()).doesNotContain("撤回理由");
        Answer unsaid = posting("zhaolei").submit(page + "/withdraw", Map.of("reason", " "));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(posting("zhaolei")
                        .submit(page + "/withdraw", Map.of("reason", "对方已经改正。"))
                        .location())
                .endsWith(page);

        assertThat(letters.get(number).state()).isEqualTo(LetterState.WITHDRAWN);
        assertThat(process.isOver(number)).isTrue();
        assertThat(web.session("zhaolei")
                        .get("/letters?kind=reminder&state=WITHDRAWN")
                        .body())
                .contains(number, allotted, "已作废");
        assertThat(jdbc.sql("select voided_at is not null from letter_document_number where letter_number = :number")
                        .param("number", number)
                        .query(Boolean.class)
                        .single())
                .isTrue();

        String next = letters.begin("reminder", "DRAFTER");
        letters.draft(next, "reminder", "DRAFTER");
        letters.signOff(next);
        assertThat(numberOf(letters.get(next).documentNumber().orElseThrow()))
                .as("no gap, none twice")
                .isEqualTo(numberOf(allotted) + 1);
        letters.seal(next, "wangmin");
        letters.deliver(next, "wangmin");
        assertThat(posting("zhaolei")
                        .submit("/letters/" + next + "/withdraw", Map.of("reason", "晚了。"))
                        .status())
                .as("after delivery")
                .isEqualTo(403);
    }

    @Test
    void a_number_that_the_office_allotted_is_taken_once_in_a_region() {
        String first = letters.inNumbering("reminder");
        String second = letters.inNumbering("reminder");
        int place = 90_000 + Integer.parseInt(first.substring(first.length() - 4));
        String allotted = "樊市监函〔2026〕%d号".formatted(place);
        process.answer(
                first,
                Correspondence.NUMBER,
                "fcclerk",
                Map.of("documentNumber", "樊市监函 [２０２６] 第0%d 号".formatted(place)));

        assertThat(letters.get(first).documentNumber()).as("as it is written").contains(allotted);
        List.of(allotted, "樊市监函（2026）%d号".formatted(place), "樊市监函【2026】 0%d".formatted(place))
                .forEach(typed -> assertRefused(
                        "letter.numberTaken",
                        () -> process.answer(
                                second, Correspondence.NUMBER, "fcclerk", Map.of("documentNumber", typed))));
        assertThat(letters.get(second).documentNumber()).isEmpty();
    }

    @Test
    void a_letter_that_a_case_wants_is_filled_from_its_findings() {
        String subject = people.inReview();
        people.review(
                subject, "zhaolei", List.of(people.finding(subject, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
        people.draft(subject, "DOES_NOT_CONFORM", people.changes(subject), "");

        String number = letters.want("r420600", subject, "u02", "rectification");

        Letter letter = letters.get(number);
        assertThat(number).matches("420600-HJ-\\d{4}-\\d{4}");
        assertThat(letter.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.quotation()).isEqualTo(SampleMeasure.STAY_TEN_YEARS);
            assertThat(finding.standard()).contains("条例第九条");
            assertThat(finding.asked()).isEqualTo("删除该限制");
        });
        assertThat(letter.measures()).singleElement().satisfies(measure -> assertThat(measure.drafter())
                .isEqualTo(Correspondence.DRAFTER));
        assertThat(letter.text().facts()).contains(Correspondence.DRAFTER);
        assertThat(process.task(number, Correspondence.DRAFT).getAssignee()).isNull();
        assertThat(web.session("sunqian")
                        .get("/forms/tasks/"
                                + process.task(number, Correspondence.DRAFT).getId())
                        .body())
                .contains(SampleMeasure.STAY_TEN_YEARS, "请你单位停止执行上述内容", "《公平竞争审查条例实施办法》第四十条");
        assertThat(web.session("zhaolei").get("/letters/" + number).body())
                .contains("审查案件 " + subject, "/cases/" + subject);
    }

    @Test
    void a_letter_about_a_restricted_case_is_for_who_works_on_it_and_the_heads() {
        String subject = people.inReview();
        jdbc.sql("update measure set circulation = 'RESTRICTED' where id ="
                        + " (select measure_id from review_case where number = :number)")
                .param("number", subject)
                .update();
        String number = letters.want("r420600", subject, "u02", "rectification");
        String page = "/letters/" + number;
        Task task = process.task(number, Correspondence.DRAFT);
        String form = "/forms/tasks/" + task.getId();

        assertThat(tasks.getVariableLocal(task.getId(), "measureTitle")).isEqualTo("限制");
        assertThat(web.session("sunqian").get(page).status()).isEqualTo(404);
        assertThat(web.session("sunqian").get("/letters").body()).doesNotContain(number);
        assertThat(web.session("sunqian").get(form).status()).isEqualTo(404);
        assertThat(web.session("liufang").get("/letters").body()).contains(number);
        assertThat(web.session("liufang").get(page).status()).isEqualTo(200);
        process.claim(task, "sunqian");
        assertThat(web.session("sunqian").get(form).status()).isEqualTo(200);
    }

    @Test
    void a_unit_without_accounts_answers_on_paper_through_the_clerk() {
        String number = letters.begin("zhaolei", new Beginning("reminder", "OTHER", "", "襄阳市停车行业协会", "", ""));
        Map<String, Object> draft = Correspondence.drafted("reminder", "OTHER");
        draft.remove("addresseeUnit");
        draft.put("addresseeName", "襄阳市停车行业协会");
        process.answer(number, Correspondence.DRAFT, "zhaolei", draft);
        letters.signOff(number);
        letters.seal(number, "wangmin");
        letters.deliver(number, "wangmin");
        Map<String, Object> reply = new HashMap<>(Map.of("action", "REPLY", "reply", "协会已经改正。", "files", List.of()));

        assertRefused("letter.replyDayMissing", () -> process.answer(number, Correspondence.REPLY, "wangmin", reply));
        reply.put("repliedOn", letters.today().toString());
        process.answer(number, Correspondence.REPLY, "wangmin", reply);

        assertThat(letters.get(number).reply().orElseThrow().onPaper()).isTrue();
    }

    @Test
    void a_letter_is_begun_by_hand_from_a_page_that_says_what_is_missing() {
        var zhaolei = posting("zhaolei");
        assertThat(zhaolei.get("/letters").body()).contains("拟制函件");
        Answer refused = zhaolei.submit(
                "/letters",
                Map.of("kind", "urging", "addresseeAs", "DRAFTER", "addressee", "u02", "subject", "", "follows", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("提醒敦促函不能发给这种身份的单位");
        assertThat(zhaolei.submit(
                                "/letters",
                                Map.of(
                                        "kind",
                                        "urging",
                                        "addresseeAs",
                                        "DEPARTMENT",
                                        "addressee",
                                        "u02",
                                        "subject",
                                        "999999-2026-0001"))
                        .body())
                .contains("没有这个编号的案件或者事项");
        Answer begun =
                zhaolei.submit("/letters", Map.of("kind", "urging", "addresseeAs", "DEPARTMENT", "addressee", "u02"));
        String number = String.valueOf(begun.location()).replaceAll(".*/", "");
        assertThat(letters.get(number).addresseeName()).isEqualTo(Correspondence.DRAFTER);
        assertThat(process.task(number, Correspondence.DRAFT).getAssignee()).isEqualTo("zhaolei");
        assertThat(web.session("wangmin").get("/letters").body()).doesNotContain("拟制函件");
        assertThat(web.session("linyue").get("/letters").body())
                .contains("发给本单位的函件")
                .doesNotContain(number);
    }

    @Test
    void the_installations_own_administration_is_neither_offered_as_addressee_nor_written_to() {
        var zhaolei = posting("zhaolei");
        assertThat(zhaolei.get("/letters/new").body())
                .contains("襄阳市商务局")
                .doesNotContain("value=\"home\"")
                .doesNotContain("系统管理");
        Answer refused =
                zhaolei.submit("/letters", Map.of("kind", "urging", "addresseeAs", "DEPARTMENT", "addressee", "home"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("请选择收文单位，或者填写名称");

        String number = letters.begin("reminder", "OTHER");
        Map<String, Object> typed = Correspondence.drafted("reminder", "OTHER");
        typed.put("addresseeUnit", "home");
        assertRefused("letter.addresseeMissing", () -> process.answer(number, Correspondence.DRAFT, "zhaolei", typed));
    }

    private Visitor posting(String userId) {
        Visitor visitor = web.session(userId);
        return visitor.with("X-CSRF-TOKEN", visitor.csrf());
    }

    private static int numberOf(String documentNumber) {
        return Integer.parseInt(documentNumber.replaceAll(".*〕(\\d+)号", "$1"));
    }

    private static void assertRefused(String key, Runnable act) {
        assertThatThrownBy(act::run)
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::key)
                .isEqualTo(key);
    }
}
