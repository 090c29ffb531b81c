package org.fairreview.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.calendar.DueDates;
import org.fairreview.calendar.HolidayCalendar;
import org.fairreview.calendar.HolidayNotice;
import org.fairreview.calendar.WorkingDays;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.TestClock.MovableClock;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Everybody reads the calendar and the limits; who keeps them changes them, and what counts by them follows. */
@ProductTest
class CalendarPageTests {

    @Autowired
    Web web;

    @Autowired
    JointReview people;

    @Autowired
    ProcessDriver process;

    @Autowired
    HolidayCalendar calendar;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    DueDates dueDates;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock moved;

    @Autowired
    Clock clock;

    private LocalDate nextWorkingDay;
    private HolidayNotice before;

    @BeforeEach
    void the_next_working_day() {
        nextWorkingDay = workingDays.after(LocalDate.now(clock), 1);
        Year year = Year.from(nextWorkingDay);
        before = calendar.notice(year)
                .orElseGet(
                        () -> HolidayNotice.of(year, "测试", List.of(year.atDay(1).plusDays(3)), List.of()));
    }

    @AfterEach
    void the_calendar_is_as_before() {
        moved.reset();
        assertThat(calendar.record(before, calendar.state(before.year()))).isEmpty();
        jdbc.sql("delete from time_limit where id >= 1000").update();
    }

    @Test
    void a_notice_moves_open_tasks_and_their_timers_and_each_case_says_so() {
        String number = people.supplementAsked();
        Task task = process.task(number, JointReview.SUPPLEMENT);
        Instant due = task.getDueDate().toInstant();
        assertThat(process.timersDue(number)).contains(due);

        Answer answer = submit("admin", "/calendar", withNextWorkingDayOff());

        assertThat(answer.status()).isEqualTo(302);
        Instant moved =
                process.task(number, JointReview.SUPPLEMENT).getDueDate().toInstant();
        assertThat(LocalDate.ofInstant(moved, clock.getZone()))
                .isEqualTo(workingDays.after(LocalDate.ofInstant(due, clock.getZone()), 1));
        assertThat(process.timersDue(number)).contains(moved).doesNotContain(due);
        AuditEntry said = trail.of(number).stream()
                .filter(entry -> entry.act().equals("task.dueDateMoved"))
                .findFirst()
                .orElseThrow();
        assertThat(said.isAutomatic()).isTrue();
        assertThat(web.session("wangmin").get("/cases/" + number).body())
                .contains("按节假日安排重算办理期限", "原办理期限", "现办理期限")
                .doesNotContain("??");
        assertThat(jdbc.sql("select works from working_day where on_day = ?")
                        .param(nextWorkingDay)
                        .query(Boolean.class)
                        .single())
                .as("the table by which the ledger counts")
                .isFalse();
        assertThat(trail.of("calendar")).last().satisfies(entry -> assertThat(entry.details())
                .contains("\"toFree\":\"" + nextWorkingDay + "\""));
    }

    @Test
    void a_notice_that_another_node_has_recorded_moves_what_this_one_counted_without_it() {
        String number = people.inReview();
        Instant due = process.task(number, JointReview.REVIEW).getDueDate().toInstant();
        assertThat(calendar.record(before, calendar.state(before.year()))).isEmpty();
        int makeup = jdbc.sql("delete from holiday_day where notice_year = ? and on_day = ?")
                .params(before.year().getValue(), nextWorkingDay)
                .update();
        if (makeup == 0) {
            jdbc.sql("insert into holiday_day (notice_year, on_day, works) values (?, ?, false)")
                    .params(before.year().getValue(), nextWorkingDay)
                    .update();
        }

        transaction.executeWithoutResult(status -> {
            calendar.readRecorded();
            status.setRollbackOnly();
        });
        assertThat(process.task(number, JointReview.REVIEW).getDueDate().toInstant())
                .as("what went wrong once is done at the next look")
                .isEqualTo(due);
        calendar.readRecorded();

        assertThat(process.task(number, JointReview.REVIEW).getDueDate().toInstant())
                .isAfter(due);
    }

    @Test
    void a_refused_notice_changes_nothing_and_keeps_what_was_typed() {
        Map<String, String> form = withNextWorkingDayOff();
        form.put("source", "");
        form.put("makeupDays", "2026-13-01");

        Answer answer = submit("admin", "/calendar", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("“2026-13-01”不是日期", ">2026-13-01</textarea>", nextWorkingDay.toString())
                .doesNotContain("??");
        assertThat(workingDays.isWorkingDay(nextWorkingDay)).isTrue();
    }

    @Test
    void nobody_overwrites_unseen_what_another_has_recorded() {
        Map<String, String> old = withNextWorkingDayOff();
        HolidayNotice other = HolidayNotice.of(before.year(), "他人登记", before.holidays(), before.makeupDays());
        assertThat(calendar.record(other, calendar.state(before.year()))).isEmpty();

        Answer answer = submit("admin", "/calendar", old);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("打开页面后已被他人登记", "他人登记", nextWorkingDay.toString());
        old.put("seen", calendar.state(before.year()));
        assertThat(submit("admin", "/calendar", old).status()).isEqualTo(302);
    }

    @Test
    void too_much_is_refused_in_a_sentence_and_once_on_record() {
        Map<String, String> form = withNextWorkingDayOff();
        form.put("holidays", "x ".repeat(1_000));
        int refusals = refusals();

        Answer answer = submit("admin", "/calendar", form);

        assertThat(answer.body()).contains("“x”不是日期").doesNotContain("“x”不是日期，请写作 2027-01-01。 “x”");
        assertThat(refusals()).isEqualTo(refusals + 1);
        form.put("text", "1月1日(".repeat(2_500));
        assertThat(submit("admin", "/calendar/read", form).body()).contains("通知全文不能超过 10,000 个字");
    }

    private int refusals() {
        return jdbc.sql("select count(*) from audit_entry where act = 'refusal.told'")
                .query(Integer.class)
                .single();
    }

    @Test
    void the_text_of_a_notice_fills_the_form_and_records_nothing() {
        Map<String, String> form =
                new HashMap<>(Map.of("year", "2031", "source", "测试", "text", "元旦：1月1日（周三）放假。1月4日（周六）上班。"));

        Answer read = submit("admin", "/calendar/read", form);

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body()).contains(">2031-01-01</textarea>", ">2031-01-04</textarea>", "请核对后保存");
        assertThat(workingDays.isPublished(Year.of(2031))).isFalse();

        form.put("text", "元旦：1月1日（周四）放假。");
        Answer wrong = submit("admin", "/calendar/read", form);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("与日历不符", "星期三", "1月1日（周四）放假。</textarea>");
    }

    @Test
    void a_year_without_a_notice_says_so() {
        assertThat(web.session("chenyu").get("/calendar?year=2031").body())
                .contains("2031年工作日历", "2031年的节假日安排尚未登记")
                .doesNotContain("核对无误，保存", "??");
        assertThat(web.session("chenyu").get("/calendar?year=x").status()).isEqualTo(200);
    }

    @Test
    void nobody_else_records_a_notice_or_changes_a_limit() {
        assertThat(submit("zhangwei", "/calendar", withNextWorkingDayOff()).status())
                .isEqualTo(403);
        assertThat(submit("wangmin", "/calendar/limits", limit("")).status()).isEqualTo(403);
        assertThat(submit("admin", "/calendar/limits", limit("")).status()).isEqualTo(403);
    }

    @Test
    void a_changed_limit_counts_for_what_begins_later_and_stands_on_record() {
        String early = people.inReview();
        Instant due = process.task(early, JointReview.REVIEW).getDueDate().toInstant();

        Answer answer = submit("liufang", "/calendar/limits", limit(""));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(process.task(early, JointReview.REVIEW).getDueDate().toInstant())
                .isEqualTo(due);
        moved.advance(Duration.ofDays(1));
        String late = people.inReview();
        assertThat(process.task(late, JointReview.REVIEW).getDueDate().toInstant())
                .isEqualTo(dueDates.dueFromNow("review", "r420600"))
                .isAfter(due.plus(Duration.ofDays(3)));
        assertThat(web.session("chenyu").get("/calendar/limits").body())
                .contains("9 个工作日")
                .doesNotContain("??", "保存修改", "人手不足");
        assertThat(web.session("dengaudit").get("/calendar/limits").body())
                .contains("刘芳", "人手不足", "5 个工作日")
                .doesNotContain("??", "保存修改");
    }

    @Test
    void a_limit_for_a_route_counts_for_task_and_timer_and_for_who_is_asked() {
        for (String step : List.of("supplement", "advice")) {
            Map<String, String> joint = new HashMap<>(limit(""));
            joint.put("step", step);
            joint.put("route", "JOINT");
            assertThat(submit("liufang", "/calendar/limits", joint).status()).isEqualTo(302);
        }
        moved.advance(Duration.ofDays(1));
        LocalDate ninth = workingDays.after(LocalDate.now(clock), 9);

        String incomplete = people.supplementAsked();
        Instant due =
                process.task(incomplete, JointReview.SUPPLEMENT).getDueDate().toInstant();
        assertThat(LocalDate.ofInstant(due, clock.getZone())).isEqualTo(ninth);
        assertThat(process.timersDue(incomplete)).contains(due);

        String asked = people.inReview();
        process.answer(
                asked,
                JointReview.REVIEW,
                "zhaolei",
                Map.of("findings", List.of(), "adviceWanted", true, "adviser", "xulaw", "adviceQuestion", "请审阅。"));
        Instant answerDue =
                process.task(asked, JointReview.OPINION).getDueDate().toInstant();
        assertThat(LocalDate.ofInstant(answerDue, clock.getZone())).isEqualTo(ninth);
    }

    @Test
    void a_limit_that_nothing_would_count_by_is_refused() {
        Map<String, String> stopNotice = new HashMap<>(limit(""));
        stopNotice.put("step", "stopNotice");
        stopNotice.put("route", "OWN");
        assertThat(submit("liufang", "/calendar/limits", stopNotice).body()).contains("这一环节不分审查方式");

        Map<String, String> whole = new HashMap<>(limit(""));
        whole.put("step", "opinion");
        whole.put("counting", "CALENDAR_DAYS");
        assertThat(submit("liufang", "/calendar/limits", whole).body()).contains("只能修改天数");
    }

    @Test
    void the_same_limit_is_not_recorded_twice() {
        assertThat(submit("liufang", "/calendar/limits", limit("")).status()).isEqualTo(302);

        assertThat(submit("liufang", "/calendar/limits", limit("")).body()).contains("没有需要修改的内容");
    }

    @Test
    void a_limit_for_another_region_is_refused_with_what_was_typed() {
        Answer answer = submit("liufang", "/calendar/limits", limit("r420606"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("只能修改本地区的期限", "人手不足").doesNotContain("??");
    }

    @Test
    void a_notice_counts_within_its_transaction_and_no_longer_where_that_is_rolled_back() {
        HolidayNotice withoutIt = HolidayNotice.of(
                before.year(),
                "测试通知",
                Stream.concat(before.holidays().stream(), Stream.of(nextWorkingDay))
                        .toList(),
                before.makeupDays().stream()
                        .filter(day -> !day.equals(nextWorkingDay))
                        .toList());

        transaction.executeWithoutResult(status -> {
            assertThat(calendar.record(withoutIt, calendar.state(withoutIt.year())))
                    .isEmpty();
            CompletableFuture.runAsync(calendar::readRecorded).join();
            assertThat(workingDays.isWorkingDay(nextWorkingDay)).isFalse();
            status.setRollbackOnly();
        });

        assertThat(workingDays.isWorkingDay(nextWorkingDay)).isTrue();
    }

    @Test
    void a_notice_can_be_uploaded() {
        Visitor admin = web.session("admin");

        Answer read = admin.upload(
                "/calendar/read?year=2031&_csrf=" + admin.csrf(),
                "通知.txt",
                "元旦：1月1日（周三）放假。".getBytes(StandardCharsets.UTF_8));
        assertThat(read.body()).contains(">2031-01-01</textarea>", "1月1日（周三）放假");

        Answer unreadable =
                admin.upload("/calendar/read?year=2031&_csrf=" + admin.csrf(), "通知.png", new byte[] {1, 2, 3});
        assertThat(unreadable.status()).isEqualTo(422);
        assertThat(unreadable.body()).contains("field-error").doesNotContain("??");
    }

    private Answer submit(String userId, String path, Map<String, String> fields) {
        Visitor visitor = web.session(userId);
        Map<String, String> withToken = new HashMap<>(fields);
        withToken.put("_csrf", visitor.csrf());
        return visitor.submit(path, withToken);
    }

    private Map<String, String> withNextWorkingDayOff() {
        TreeSet<LocalDate> holidays = new TreeSet<>(before.holidays());
        TreeSet<LocalDate> makeup = new TreeSet<>(before.makeupDays());
        if (!makeup.remove(nextWorkingDay)) {
            holidays.add(nextWorkingDay);
        }
        return new HashMap<>(Map.of(
                "year", before.year().toString(),
                "source", "测试通知",
                "seen", calendar.state(before.year()),
                "holidays",
                        String.join(
                                "、", holidays.stream().map(LocalDate::toString).toList()),
                "makeupDays",
                        String.join(
                                "、", makeup.stream().map(LocalDate::toString).toList())));
    }

    private Map<String, String> limit(String region) {
        return Map.of(
                "step", "review",
                "region", region,
                "route", "",
                "days", "9",
                "counting", "WORKING_DAYS",
                "startRule", "DAY_AFTER",
                "validFrom", LocalDate.now(clock).plusDays(1).toString(),
                "source", "本单位规定",
                "reason", "人手不足");
    }
}
