package org.fairreview.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.calendar.WorkingDays;
import org.fairreview.identity.Turn;
import org.fairreview.identity.UnitChanges;
import org.fairreview.identity.UnitFacts;
import org.fairreview.identity.Units;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.TestClock;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.measure.Circulation;
import org.fairreview.measure.Issuance;
import org.fairreview.notification.MailServer.Mail;
import org.fairreview.review.Circulations;
import org.fairreview.review.Submission;
import org.fairreview.review.Submissions;
import org.fairreview.workflow.TaskTransfers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people are told of their tasks, in the portal and by e-mail, through a real mail server. */
@ProductTest
class NoticeStoryTests {

    private static final List<String> PEOPLE = List.of("wangmin", "zhaolei", "liufang", "tangxin", "luohui", "chenyu");
    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    @Autowired
    NotificationWorker worker;

    @Autowired
    DeadlineWatch watch;

    @Autowired
    DeadlineTable deadlines;

    @Autowired
    Digests digests;

    @Autowired
    Postman postman;

    @Autowired
    Tidying tidying;

    @Autowired
    Outbox outbox;

    @Autowired
    MailSettings settings;

    @Autowired
    Inbox inbox;

    @Autowired
    JavaMailSender sender;

    @Autowired
    ProcessDriver process;

    @Autowired
    Submitting submitting;

    @Autowired
    Submissions submissions;

    @Autowired
    Circulations circulations;

    @Autowired
    JointReview people;

    @Autowired
    TaskService tasks;

    @Autowired
    TaskTransfers transfers;

    @Autowired
    ApplicationContext context;

    @Autowired
    AuditTrail trail;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    UnitChanges unitChanges;

    @Autowired
    Units units;

    @Autowired
    TestClock.MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Web web;

    private MailServer mails;

    @BeforeEach
    void a_mail_server_and_an_empty_outbox() {
        jdbc.sql("update outbox set state = 'DROPPED' where state in ('WAITING', 'DEAD')")
                .update();
        jdbc.sql("update notice set for_digest = false where for_digest").update();
        mails = new MailServer(sender);
    }

    @AfterEach
    void as_it_was() {
        mails.close();
        clock.reset();
        PEOPLE.forEach(person -> set(person, "", Delivery.NONE));
        unitChanges.describe("u02", facts("", ""), process.actor("admin"));
    }

    // ---- a task arrives

    @Test
    void a_task_that_waits_for_a_post_is_told_to_its_holders_until_it_is_done() {
        String number = submitting.measure();
        Visitor clerk = web.login("wangmin");

        assertThat(notices(number, "wangmin")).extracting(Notice::kind).containsExactly(NoticeKind.ARRIVED);
        assertThat(notices(number, "zhaolei")).isEmpty();
        assertThat(clerk.get("/notices").body()).contains(number, SampleMeasure.TITLE, "新任务", "审核送审材料");
        long unread = inbox.unread("wangmin");
        assertThat(clerk.get("/cases").body()).contains("title=\"" + shown(unread) + " 条未读通知\"");

        people.accept(number);

        assertThat(notices(number, "wangmin")).allMatch(notice -> notice.read() && notice.over());
        assertThat(inbox.unread("wangmin")).isEqualTo(unread - 1);
    }

    @Test
    void a_notice_leads_to_the_task_and_is_read_from_then_on_by_nobody_else() {
        String number = submitting.measure();
        Notice notice = notices(number, "wangmin").get(0);

        assertThat(post(web.login("chenyu"), "/notices/" + notice.id() + "/open")
                        .status())
                .isEqualTo(404);
        assertThat(notices(number, "wangmin").get(0).read()).isFalse();

        assertThat(post(web.login("wangmin"), "/notices/" + notice.id() + "/open", "to", "task")
                        .location())
                .endsWith("/camunda/app/tasklist/default/#/?task=" + notice.taskId());
        assertThat(notices(number, "wangmin").get(0).read()).isTrue();
    }

    @Test
    void a_task_that_is_given_to_somebody_is_told_to_that_one_alone() {
        set("zhaolei", "zhaolei@example.gov.cn", Delivery.AT_ONCE);

        String number = people.inReview();
        send();

        assertThat(notices(number, "zhaolei")).extracting(Notice::kind).containsExactly(NoticeKind.ARRIVED);
        assertThat(notices(number, "sunqian")).isEmpty();
        Mail mail = mails.about(number).get(0);
        assertThat(mail.to()).isEqualTo("zhaolei@example.gov.cn");
        assertThat(mail.subject()).isEqualTo("【公平竞争审查】新任务：逐条审查草案（" + number + "）");
        assertThat(mail.type()).startsWith("text/plain").containsIgnoringCase("utf-8");
        assertThat(mail.text())
                .contains("赵磊：", "政策措施：" + SampleMeasure.TITLE, "https://fgs.example.gov.cn/cases/" + number)
                .contains("https://fgs.example.gov.cn/camunda/app/tasklist/default/#/?task="
                        + process.task(number, JointReview.REVIEW).getId());
        assertThat(mail.headers()).contains("Auto-Submitted: auto-generated");
        assertThat(mails.about(number)).hasSize(1);
    }

    @Test
    void whoever_acts_gets_no_mail_about_what_comes_of_it() {
        set("zhaolei", "zhaolei@example.gov.cn", Delivery.AT_ONCE);
        String number = people.inReview();
        send();
        mails.forget();

        people.review(number, "zhaolei", List.of());
        send();

        assertThat(notices(number, "zhaolei")).hasSize(2);
        assertThat(mails.about(number)).isEmpty();
    }

    @Test
    void who_wants_no_mail_or_has_lost_the_account_gets_none() {
        set("wangmin", "wangmin@example.gov.cn", Delivery.NONE);
        String number = submitting.measure();
        set("wangmin", "wangmin@example.gov.cn", Delivery.AT_ONCE);
        String told = submitting.measure();
        set("wangmin", "wangmin@example.gov.cn", Delivery.NONE);

        send();

        assertThat(mails.about(number)).isEmpty();
        assertThat(mails.about(told)).isEmpty();
        assertThat(outbox.count(SendingState.WAITING)).isZero();
    }

    @Test
    void what_was_rolled_back_is_told_to_nobody() {
        set("wangmin", "wangmin@example.gov.cn", Delivery.AT_ONCE);
        long before = outbox.count(SendingState.WAITING);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            submitting.measure();
            status.setRollbackOnly();
        });

        assertThat(outbox.count(SendingState.WAITING)).isEqualTo(before);
    }

    // ---- restricted cases

    @Test
    void of_a_restricted_case_nothing_leaves_but_its_number_and_only_to_those_to_whom_it_is_open() {
        set("wangmin", "wangmin@example.gov.cn", Delivery.AT_ONCE);
        set("liufang", "liufang@example.gov.cn", Delivery.AT_ONCE);
        set("zhaolei", "zhaolei@example.gov.cn", Delivery.AT_ONCE);
        String number = restricted();
        send();
        assertThat(notices(number, "wangmin")).hasSize(1);
        assertThat(web.login("wangmin").get("/notices").body()).contains(number);
        assertThat(mails.about(number)).isEmpty();

        people.accept(number);
        send();
        people.assign(number, "zhaolei");
        send();

        assertThat(mails.about(number))
                .extracting(Mail::to)
                .containsExactly("liufang@example.gov.cn", "zhaolei@example.gov.cn");
        assertThat(mails.about(number)).allSatisfy(mail -> assertThat(mail.subject() + mail.text())
                .doesNotContain("政策措施：", SampleMeasure.TITLE));
    }

    @Test
    void what_waits_when_a_case_is_restricted_goes_out_without_the_title() {
        set("zhaolei", "zhaolei@example.gov.cn", Delivery.AT_ONCE);
        set("wangmin", "wangmin@example.gov.cn", Delivery.AT_ONCE);
        String number = people.inReview();
        assertThat(process.as(
                        "liufang",
                        () -> circulations.raise(
                                number, Circulation.RESTRICTED, "涉及商业秘密", "", process.actor("liufang"))))
                .isEmpty();

        send();

        assertThat(mails.about(number))
                .filteredOn(mail -> mail.to().startsWith("zhaolei"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).doesNotContain(SampleMeasure.TITLE));
    }

    @Test
    void a_restricted_case_is_escalated_to_nobody_who_may_not_see_it() {
        unitChanges.describe("u02", facts("唐欣", ""), process.actor("admin"));
        String number = restricted();
        process.complete(number, JointReview.CHECK, "wangmin", Map.of("decision", "SUPPLEMENT", "missing", "请补充。"));
        due(number, JointReview.SUPPLEMENT, clock.instant().minusSeconds(60));

        watch.look();

        assertThat(notices(number, "luohui")).isEmpty();
        assertThat(notices(number, "tangxin")).isEmpty();
        assertThat(escalations(number)).singleElement().satisfies(entry -> assertThat(entry.details())
                .contains("\"told\":[]"));
    }

    // ---- limits

    @Test
    void before_the_limit_a_reminder_at_the_limit_an_escalation_each_once_and_anew_when_the_limit_moves() {
        set("wangmin", "wangmin@example.gov.cn", Delivery.AT_ONCE);
        set("liufang", "liufang@example.gov.cn", Delivery.AT_ONCE);
        String number = submitting.measure();
        send();
        mails.forget();
        LocalDate eve = workingDays.after(LocalDate.now(clock), 1);
        LocalDate last = workingDays.after(eve, 1);
        due(number, JointReview.CHECK, last.atTime(17, 30).atZone(OFFICE).toInstant());

        at(eve, 9, 0);
        watch.look();
        watch.look();
        send();
        assertThat(mails.about(number))
                .extracting(Mail::subject)
                .containsExactly("【公平竞争审查】临近期限：审核送审材料（" + number + "）");
        assertThat(mails.about(number).get(0).text()).contains("（系统自动提醒）");
        mails.forget();

        at(last, 17, 31);
        watch.look();
        watch.look();
        send();
        assertThat(mails.about(number))
                .extracting(Mail::to)
                .containsExactlyInAnyOrder("wangmin@example.gov.cn", "liufang@example.gov.cn");
        assertThat(notices(number, "liufang")).extracting(Notice::kind).containsExactly(NoticeKind.ESCALATION);
        assertThat(web.login("liufang").get("/notices").body()).contains("超期提请督促", "自动");
        assertThat(escalations(number)).singleElement().satisfies(entry -> {
            assertThat(entry.isAutomatic()).isTrue();
            assertThat(entry.details()).contains("\"told\":[\"liufang\"]", "审核送审材料");
        });
        mails.forget();

        LocalDate moved = workingDays.after(last, 1);
        due(number, JointReview.CHECK, moved.atTime(17, 30).atZone(OFFICE).toInstant());
        at(moved, 9, 0);
        watch.look();
        at(moved, 18, 0);
        watch.look();
        watch.look();
        assertThat(notices(number, "wangmin"))
                .extracting(Notice::kind)
                .containsExactly(
                        NoticeKind.OVERDUE,
                        NoticeKind.REMINDER,
                        NoticeKind.OVERDUE,
                        NoticeKind.REMINDER,
                        NoticeKind.ARRIVED);
        assertThat(escalations(number)).hasSize(2);

        people.accept(number);
        assertThat(jdbc.sql("select count(*) from deadline_notice where task_id = ?")
                        .param(notices(number, "wangmin").get(0).taskId())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_drafters_lateness_is_told_to_the_units_head_and_its_liaison_and_stands_in_the_record_of_the_case() {
        unitChanges.describe("u02", facts("唐欣 0710-3511111", ""), process.actor("admin"));
        String number = people.supplementAsked();
        due(number, JointReview.SUPPLEMENT, clock.instant().minusSeconds(60));

        watch.look();

        assertThat(notices(number, "chenyu"))
                .extracting(Notice::kind)
                .containsExactly(NoticeKind.OVERDUE, NoticeKind.ARRIVED);
        assertThat(notices(number, "luohui")).extracting(Notice::kind).containsExactly(NoticeKind.ESCALATION);
        assertThat(notices(number, "tangxin")).extracting(Notice::kind).containsExactly(NoticeKind.ESCALATION);
        assertThat(notices(number, "liufang")).noneMatch(notice -> notice.kind() == NoticeKind.ESCALATION);
        assertThat(web.login("liufang").get("/cases/" + number).body()).contains("超期提请督促", "已通知", "罗辉", "唐欣");
    }

    @Test
    void how_long_before_a_limit_is_the_offices_value_by_region_and_first_day() {
        try {
            setLead(LocalDate.now(clock), 3);
            setLead(LocalDate.now(clock).plusDays(1), 5);

            assertThat(deadlines.lead("r420683")).isEqualTo(3);
            assertThat(deadlines.lead("r420600")).isEqualTo(1);
            assertThat(deadlines.longestLead()).isEqualTo(5);
        } finally {
            jdbc.sql("delete from office_value where name = 'notification.reminder' and region_id = 'r420683'")
                    .update();
        }
    }

    // ---- daily mails

    @Test
    void a_daily_mail_holds_what_came_since_the_last_one_and_comes_once_on_a_working_day() {
        set("wangmin", "wangmin@example.gov.cn", Delivery.DAILY);
        String first = submitting.measure();
        String second = submitting.measure();
        String done = submitting.measure();
        people.accept(done);
        LocalDate day = workingDays.after(LocalDate.now(clock), 1);

        at(day, 8, 29);
        digests.make();
        assertThat(outbox.count(SendingState.WAITING)).isZero();
        at(day, 8, 30);
        digests.make();
        digests.make();
        String third = submitting.measure();
        digests.make();
        send();

        assertThat(mails.all()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("【公平竞争审查】每日汇总：2 条通知");
            assertThat(mail.text()).contains(first, second).doesNotContain(done, third);
        });
        mails.forget();

        LocalDate free = day;
        while (workingDays.isWorkingDay(free)) {
            free = free.plusDays(1);
        }
        at(free, 12, 0);
        digests.make();
        send();
        assertThat(mails.all()).isEmpty();

        at(workingDays.after(free, 1), 9, 0);
        digests.make();
        send();
        assertThat(mails.about(third)).hasSize(1);
    }

    // ---- the outbox

    @Test
    void a_sender_that_dies_before_the_commit_leaves_its_letter_to_the_next_one_with_the_same_id() throws Exception {
        set("wangmin", "wangmin@example.gov.cn", Delivery.AT_ONCE);
        String number = submitting.measure();

        Sending taken = outbox.take(Channel.MAIL).orElseThrow();
        assertThat(postman.next(Channel.MAIL)).isFalse();
        clock.advance(Outbox.HOLD.minusSeconds(1));
        assertThat(postman.next(Channel.MAIL)).isFalse();
        clock.advance(Duration.ofSeconds(2));
        assertThat(postman.next(Channel.MAIL)).isTrue();
        assertThat(postman.next(Channel.MAIL)).isFalse();

        assertThat(mails.about(number)).extracting(Mail::id).containsExactly("<" + taken.id() + "@fairreview>");
    }

    @Test
    void what_the_server_refuses_is_tried_again_later_and_given_up_after_the_last_try() {
        set("wangmin", "wangmin@example.gov.cn", Delivery.AT_ONCE);
        String number = submitting.measure();
        mails.close();

        send();
        assertThat(attempts()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(59));
        send();
        assertThat(attempts()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(2));
        send();
        assertThat(attempts()).isEqualTo(2);
        for (int attempt = 3; attempt <= 12; attempt++) {
            clock.advance(Outbox.pause(attempt - 1).plusSeconds(1));
            send();
            assertThat(attempts()).isEqualTo(attempt);
        }
        clock.advance(Duration.ofDays(2));
        send();
        assertThat(outbox.count(SendingState.DEAD)).isEqualTo(1);

        Visitor admin = web.login("admin");
        assertThat(admin.get("/admin/deliveries").body())
                .contains("王敏", "已试 12 次", "无法连接（")
                .doesNotContain(number);
        assertThat(admin.get("/actuator/health").body())
                .contains("\"undelivered\":1")
                .contains("\"UP\"");
        assertThat(web.login("secop").get("/admin/deliveries").status()).isEqualTo(403);

        mails = new MailServer(sender);
        String id = outbox.dead(1).get(0).id();
        assertThat(post(admin, "/admin/deliveries/" + id + "/retry").status()).isEqualTo(302);
        send();
        assertThat(mails.about(number)).hasSize(1);
        assertThat(trail.of("notifications")).extracting(AuditEntry::act).contains("notice.triedAgain");
    }

    @Test
    void while_the_server_is_away_one_try_a_round_is_enough() {
        set("wangmin", "wangmin@example.gov.cn", Delivery.AT_ONCE);
        submitting.measure();
        submitting.measure();
        mails.close();

        send();

        assertThat(attempts()).isEqualTo(1);
        assertThat(outbox.count(SendingState.WAITING)).isEqualTo(2);
    }

    @Test
    void of_a_task_that_is_done_or_went_to_a_colleague_no_letter_goes_out_any_more() {
        set("wangmin", "wangmin@example.gov.cn", Delivery.AT_ONCE);
        set("zhaolei", "zhaolei@example.gov.cn", Delivery.AT_ONCE);
        String done = submitting.measure();
        people.accept(done);
        String passedOn = people.inReview();
        transfers.passOn(
                process.task(passedOn, JointReview.REVIEW).getId(), process.actor("zhaolei"), "sunqian", "工作调整");

        send();

        assertThat(mails.about(done)).isEmpty();
        assertThat(mails.about(passedOn)).isEmpty();
        assertThat(notices(passedOn, "zhaolei")).allMatch(notice -> notice.over() && notice.read());
        assertThat(notices(passedOn, "sunqian")).isNotEmpty().noneMatch(Notice::over);
    }

    @Test
    void to_an_address_that_is_no_longer_allowed_nothing_goes() throws Exception {
        set("wangmin", "wangmin@example.com", Delivery.AT_ONCE);
        String number = submitting.measure();
        Postman strict = NoticeNodes.postman(
                context, new MailSettings(jdbc, context.getBean(Turn.class), List.of("example.gov.cn"), event -> {}));

        while (strict.next(Channel.MAIL)) {
            // until nothing is due
        }

        assertThat(mails.about(number)).isEmpty();
        assertThat(outbox.count(SendingState.WAITING)).isZero();
    }

    @Test
    void without_a_gateway_nothing_is_written_for_one() {
        submitting.measure();

        assertThat(jdbc.sql("select count(*) from outbox where channel = 'WEBHOOK'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void what_was_read_and_sent_long_ago_is_forgotten_and_nothing_else() {
        set("wangmin", "wangmin@example.gov.cn", Delivery.AT_ONCE);
        String done = submitting.measure();
        String open = submitting.measure();
        send();
        people.accept(done);

        clock.advance(Duration.ofDays(364));
        tidying.tidy();
        assertThat(notices(done, "wangmin")).hasSize(1);
        assertThat(letters(open)).isEqualTo(1);
        clock.advance(Duration.ofDays(2));
        tidying.tidy();

        assertThat(notices(done, "wangmin")).isEmpty();
        assertThat(notices(open, "wangmin")).hasSize(1);
        assertThat(letters(open)).isZero();
    }

    // ---- settings

    @Test
    void everybody_chooses_the_own_address_and_way_and_what_was_typed_wrongly_stays() {
        Visitor clerk = web.login("wangmin");

        long refusals = refusals();
        Answer refused = post(clerk, "/notices/settings", "email", "wang min@", "delivery", "DAILY");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refusals()).isEqualTo(refusals + 1);
        assertThat(refused.body()).contains("电子邮箱格式不正确", "value=\"wang min@\"");
        assertThat(post(clerk, "/notices/settings", "email", "", "delivery", "AT_ONCE")
                        .body())
                .contains("请填写电子邮箱");
        assertThat(post(clerk, "/notices/settings", "email", "a@b.cn", "delivery", "NEVER")
                        .body())
                .contains("请选择邮件通知方式", "value=\"a@b.cn\"");
        for (String bad :
                List.of("a@b\r\nBcc: x@y.cn", "a,b@c.cn", "<a@b.cn>", "a@b@c.cn", "a".repeat(250) + "@b.cn")) {
            assertThat(settings.change(bad, Delivery.DAILY, process.actor("wangmin")))
                    .as(bad)
                    .isPresent();
        }

        assertThat(post(clerk, "/notices/settings", "email", " wm@example.gov.cn ", "delivery", "DAILY")
                        .status())
                .isEqualTo(302);
        assertThat(settings.of("wangmin")).isEqualTo(new MailSetting("wm@example.gov.cn", Delivery.DAILY));
        assertThat(trail.of("wangmin"))
                .filteredOn(entry -> entry.act().equals("notice.settingsChanged"))
                .last()
                .satisfies(entry -> assertThat(entry.details()).contains("wm@example.gov.cn", "DAILY"));
    }

    @Test
    void everything_that_is_due_is_done_by_the_worker() {
        set("wangmin", "wangmin@example.gov.cn", Delivery.AT_ONCE);
        String number = submitting.measure();

        worker.look();
        worker.send();

        assertThat(mails.about(number)).hasSize(1);
    }

    private String restricted() {
        Submission plain = submitting.submission("chenyu", "u02", Issuance.GOVERNMENT, SampleMeasure.BODY);
        Submission submission = new Submission(
                plain.draftingUnitId(),
                plain.facts(),
                plain.statement(),
                plain.files(),
                null,
                null,
                Circulation.RESTRICTED,
                "书面征求相关经营者意见");
        return process.as("chenyu", () -> submissions.submit(submission, process.actor("chenyu")));
    }

    private void setLead(LocalDate from, int days) {
        jdbc.sql("insert into office_value (region_id, name, valid_from, setting)"
                        + " values ('r420683', 'notification.reminder', ?, ?)")
                .params(from, String.valueOf(days))
                .update();
    }

    /** How often everything that was to leave in this test was tried. */
    private long attempts() {
        return jdbc.sql("select coalesce(sum(attempts), 0) from outbox where state in ('WAITING', 'DEAD')")
                .query(Long.class)
                .single();
    }

    private long letters(String number) {
        return jdbc.sql("select count(*) from outbox_notice o join notice n on n.id = o.notice_id"
                        + " where n.case_number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private long refusals() {
        return jdbc.sql("select count(*) from audit_entry where act = 'refusal.told'")
                .query(Long.class)
                .single();
    }

    private UnitFacts facts(String liaison, String leader) {
        return new UnitFacts(units.name("u02"), liaison, "", leader);
    }

    private void set(String person, String email, Delivery delivery) {
        assertThat(settings.change(email, delivery, process.actor(person))).isEmpty();
    }

    private void send() {
        try {
            for (Channel channel : Channel.values()) {
                while (postman.next(channel)) {
                    // until nothing is due
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Notice> notices(String number, String person) {
        return inbox.of(person, false, 0, 2_000).stream()
                .filter(notice -> notice.caseNumber().equals(number))
                .toList();
    }

    private List<AuditEntry> escalations(String number) {
        return trail.of(number).stream()
                .filter(entry -> entry.act().equals("task.escalated"))
                .toList();
    }

    private void due(String number, String taskKey, Instant due) {
        Task task = process.task(number, taskKey);
        task.setDueDate(Date.from(due));
        tasks.saveTask(task);
    }

    private void at(LocalDate day, int hour, int minute) {
        clock.advance(Duration.between(
                clock.instant(), day.atTime(hour, minute).atZone(OFFICE).toInstant()));
    }

    private static String shown(long unread) {
        return unread > 99 ? "99+" : String.valueOf(unread);
    }

    private static Answer post(Visitor visitor, String path, String... fields) {
        Map<String, String> form = new HashMap<>(Map.of("_csrf", visitor.csrf()));
        for (int field = 0; field < fields.length; field += 2) {
            form.put(fields[field], fields[field + 1]);
        }
        return visitor.submit(path, form);
    }
}
