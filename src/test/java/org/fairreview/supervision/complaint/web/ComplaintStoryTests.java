package org.fairreview.supervision.complaint.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.audit.AuditTrail;
import org.fairreview.calendar.DueDates;
import org.fairreview.kit.Correspondence;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Reporting;
import org.fairreview.kit.Reporting.Receipt;
import org.fairreview.kit.TestClock;
import org.fairreview.kit.Web;
import org.fairreview.reminder.Letter;
import org.fairreview.supervision.complaint.Complaint;
import org.fairreview.supervision.complaint.ComplaintState;
import org.fairreview.supervision.complaint.Complaints;
import org.fairreview.supervision.lead.Leads;
import org.fairreview.supervision.lead.SourceKind;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Complaints from their receipt to their end, through Tasklist's forms and the portal's pages. */
@ProductTest
class ComplaintStoryTests {

    @Autowired
    ProcessDriver process;

    @Autowired
    Reporting reporting;

    @Autowired
    Correspondence letters;

    @Autowired
    DueDates dueDates;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestClock.MovableClock clock;

    @Autowired
    Web web;

    @Autowired
    Complaints complaints;

    @Autowired
    Leads leads;

    @AfterEach
    void back() {
        clock.reset();
        reporting.open(false);
    }

    @Test
    void a_violation_is_concluded_a_letter_quotes_what_was_found_and_the_reporter_is_answered() {
        Receipt receipt = reporting.concluded(true, Reporting.violation());
        String number = receipt.number();
        assertThat(number).matches("420600-JB-\\d{4}-\\d{4}");
        Complaint concluded = reporting.get(number);
        assertThat(concluded.state()).isEqualTo(ComplaintState.CONCLUDED);
        assertThat(concluded.signatures())
                .extracting(signature -> signature.userId())
                .containsExactly("liufang", "zhangwei");

        Letter letter = letters.get(concluded.letterNumber().orElseThrow());
        assertThat(letter.kind()).isEqualTo("rectification");
        assertThat(letter.addresseeUnitId()).contains("u02");
        assertThat(letter.origin().source()).isEqualTo("complaint");
        assertThat(letter.text().facts()).contains("经核查", Reporting.MEASURE);
        assertThat(letter.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.quotation()).isEqualTo("投标人应当在本市设立分支机构。");
            assertThat(finding.asked()).isEqualTo("删除该要求。");
        });
        assertThat(web.session("zhaolei").get("/letters/" + letter.number()).body())
                .contains("举报核查 " + number);
        assertThat(web.session("zhaolei").get("/cases/" + number).location()).endsWith("/complaints/" + number);

        reporting.tell(number, Reporting.ANSWER, "zhaolei");

        assertThat(reporting.get(number).state()).isEqualTo(ComplaintState.ANSWERED);
        assertThat(process.isOver(number)).isTrue();
        assertThat(web.session("liufang").get("/complaints/" + number).body())
                .contains("已答复办结", "删除该要求。", letter.number());
    }

    @Test
    void nothing_supplied_within_seven_working_days_means_no_verification_by_article_38() {
        Receipt receipt = reporting.file(true);
        String number = receipt.number();
        reporting.askSupplement(number, "zhaolei");
        var until = reporting.get(number).supplementUntil().orElseThrow();
        assertThat(until).isEqualTo(dueDates.dueFromNow("complaintSupplement", Reporting.REGION));
        assertThat(dueDates.limit("complaintSupplement", Reporting.REGION).days())
                .isEqualTo(7);
        assertThat(process.timersDue(number).get(0)).isAfter(until);

        clock.advance(Duration.ofDays(20));
        assertRefused("complaint.supplementTooLate", () -> reporting.supplement(receipt));
        process.fireTimers(number);
        process.runJobs(number);
        reporting.tell(number, Reporting.SEND_ON, "zhaolei");

        assertThat(reporting.get(number).state()).isEqualTo(ComplaintState.NOT_VERIFIED);
        assertThat(process.isOver(number)).isTrue();
    }

    @Test
    void what_came_on_the_last_day_is_in_time_when_the_clerk_registers_it_the_next_morning() {
        String number = reporting.file(true).number();
        reporting.askSupplement(number, "zhaolei");
        var until = reporting.get(number).supplementUntil().orElseThrow();
        LocalDate lastDay = LocalDate.ofInstant(until, clock.getZone());
        clock.advance(Duration.between(clock.instant(), until.plus(Duration.ofHours(1))));

        assertThat(registerSupplement(number, lastDay.plusDays(1)).map(Refusal::key))
                .contains("complaint.receivedOnWrong");
        assertThat(registerSupplement(number, lastDay)).isEmpty();
        assertThat(reporting.get(number).state()).isEqualTo(ComplaintState.REGISTERED);
        reporting.accept(number);
        assertThat(reporting.get(number).conformingOn()).contains(lastDay);
    }

    private Optional<Refusal> registerSupplement(String number, LocalDate receivedOn) {
        return process.as(
                "wangmin",
                () -> complaints.supplement(number, "文本见附件。", List.of(), receivedOn, process.actor("wangmin")));
    }

    @Test
    void what_is_unclear_is_not_verified_only_after_a_supplement_was_asked_for_by_article_38() {
        String number = reporting.file(true).number();

        assertRefused("complaint.supplementFirst", () -> reporting.sendOn(number, "zhaolei", "NOT_VERIFIED"));
    }

    @Test
    void what_the_reporter_called_the_measure_leaves_the_office_in_the_officers_words_only() {
        String number = reporting.file(false).number();
        reporting.assess(
                number,
                "zhaolei",
                Map.of(
                        "decision", "ACCEPT",
                        "draftingUnit", "u02",
                        "measure", "关于工程招标投标的若干规定",
                        "measureNumber", "襄发改〔2026〕77号",
                        "matter", "请说明。"));

        assertThat(web.session("chenyu")
                        .get("/forms/tasks/"
                                + process.task(number, Reporting.STATE).getId())
                        .body())
                .contains("关于工程招标投标的若干规定")
                .doesNotContain(Reporting.MEASURE);
        String lead = leads.numberOf(SourceKind.COMPLAINT, number).orElseThrow();
        assertThat(web.session("zhaolei").get("/leads/" + lead).body())
                .contains("关于工程招标投标的若干规定")
                .doesNotContain(Reporting.MEASURE);
    }

    @Test
    void a_supplement_is_asked_for_once_and_the_sixty_days_count_from_the_day_it_came() {
        Receipt receipt = reporting.file(false);
        String number = receipt.number();
        reporting.askSupplement(number, "zhaolei");
        clock.advance(Duration.ofDays(3));
        LocalDate came = LocalDate.now(clock);
        reporting.supplement(receipt);
        assertRefused("complaint.supplementTwice", () -> reporting.askSupplement(number, "zhaolei"));

        clock.advance(Duration.ofDays(4));
        reporting.accept(number);

        Complaint accepted = reporting.get(number);
        assertThat(accepted.conformingOn()).contains(came);
        assertThat(LocalDate.ofInstant(accepted.concludeUntil().orElseThrow(), clock.getZone()))
                .isEqualTo(came.plusDays(60));
    }

    @Test
    void more_time_is_granted_before_the_term_ends_and_never_after_by_article_38() {
        String number = reporting.file(true).number();
        reporting.accept(number);
        reporting.state(number, "chenyu");
        var first = reporting.get(number).concludeUntil().orElseThrow();
        reporting.askExtension(number, "zhaolei", 20);
        assertRefused("complaint.extensionPending", () -> reporting.askExtension(number, "zhaolei", 30));
        reporting.decideExtension(number, "zhangwei", true);
        var second = reporting.get(number).concludeUntil().orElseThrow();
        assertThat(Duration.between(first, second).toDays()).isEqualTo(20);
        assertThat(process.task(number, Reporting.VERIFY).getDueDate().toInstant())
                .as("the open task is due at the new end")
                .isEqualTo(second);

        reporting.askExtension(number, "zhaolei", 20);
        clock.advance(Duration.ofDays(90));
        assertRefused("complaint.extensionGrantedTooLate", () -> reporting.decideExtension(number, "zhangwei", true));
        reporting.decideExtension(number, "zhangwei", false);
        assertRefused("complaint.extensionTooLate", () -> reporting.askExtension(number, "zhaolei", 20));
    }

    @Test
    void a_conclusion_that_is_late_is_marked_on_the_list_and_stays_so() {
        String number = reporting.file(false).number();
        reporting.accept(number);
        reporting.state(number, "chenyu");
        clock.advance(Duration.ofDays(61));
        process.fireTimers(number);
        process.runJobs(number);

        assertThat(reporting.get(number).lateAt()).isPresent();
        assertThat(web.session("liufang").get("/complaints?state=LATE").body()).contains(number, "逾期");
        reporting.verify(number, "zhaolei", Reporting.nothingFound());
        reporting.sign(number, "liufang");
        reporting.sign(number, "zhangwei");
        assertThat(reporting.get(number).isLate(clock.instant())).isTrue();
        assertThat(reporting.get(number).state()).isEqualTo(ComplaintState.CLOSED);
    }

    @Test
    void the_clock_stops_with_the_conclusion_and_not_with_the_rectification() {
        String number = reporting.concluded(true, Reporting.violation()).number();
        assertThat(process.timersDue(number)).isEmpty();

        clock.advance(Duration.ofDays(200));

        assertThat(reporting.get(number).isLate(clock.instant())).isFalse();
    }

    @Test
    void a_unit_of_another_level_is_its_own_regulators_and_the_own_measure_is_nobodys_here() {
        String number = reporting.file(true).number();
        assertRefused("complaint.lowerLevel", () -> reporting.accept(number, "zhaolei", "u12"));
        assertRefused("complaint.ownMeasure", () -> reporting.accept(number, "zhaolei", "u01"));
        assertRefused("complaint.unitMissing", () -> reporting.accept(number, "zhaolei", "home"));
        String county = reporting.register("fcclerk", true).number();
        assertRefused("complaint.notOurs", () -> reporting.accept(county, "fcclerk", "u02"));
        Map<String, Object> takenUp = new HashMap<>(Map.of(
                "decision", "ACCEPT",
                "draftingUnit", "u12",
                "measure", Reporting.MEASURE,
                "matter", "请说明。",
                "takenUpReason", "情况复杂，由市局核查。"));
        reporting.assess(number, "zhaolei", takenUp);
        assertThat(reporting.get(number).takenUpReason()).isPresent();
        reporting.state(number, "wangmin");
        assertThat(reporting.get(number).statement().orElseThrow().onPaper()).isTrue();
    }

    @Test
    void a_measure_that_is_issued_is_not_referred_to_its_drafter() {
        String number = reporting.file(true).number();
        assertRefused("complaint.issuedNotReferred", () -> reporting.sendOn(number, "zhaolei", "REFER"));
    }

    @Test
    void outcome_findings_procedure_and_letter_must_fit_each_other() {
        String number = reporting.file(true).number();
        reporting.accept(number);
        reporting.state(number, "chenyu");
        assertVerificationRefused(number, "complaint.violationWithoutLetter", "letter", "NONE");
        assertVerificationRefused(number, "complaint.violationWithoutFinding", "findings", List.of());
        assertVerificationRefused(number, "complaint.findingWithoutViolation", "outcome", "NO_VIOLATION");
        Map<String, Object> found = Reporting.nothingFound();
        found.put("procedure", "NOT_FULFILLED");
        assertRefused("complaint.procedureNotFulfilled", () -> reporting.verify(number, "zhaolei", found));
    }

    private void assertVerificationRefused(String number, String key, String field, Object value) {
        Map<String, Object> found = Reporting.violation();
        found.put(field, value);
        assertRefused(key, () -> reporting.verify(number, "zhaolei", found));
    }

    @Test
    void nothing_that_an_officer_writes_may_name_the_reporter() {
        String number = reporting.file(true).number();
        Map<String, Object> naming =
                Map.of("decision", "ACCEPT", "draftingUnit", "u02", "matter", "请就 欧阳 举证 反映的第三条作出说明。");
        assertRefused("complaint.reporterNamed", () -> reporting.assess(number, "zhaolei", naming));
        reporting.accept(number);
        reporting.state(number, "chenyu");
        assertVerificationRefused(number, "complaint.reporterNamed", "conclusion", "经 139-7123-4567 反映属实。");
    }

    @Test
    void the_reporter_is_for_the_handling_officer_alone_and_each_look_is_recorded() {
        String number = reporting.file(true).number();
        String reporter = "/complaints/" + number + "/reporter";
        assertThat(web.session("zhaolei").get(reporter).status())
                .as("not before the task is hers")
                .isEqualTo(403);
        reporting.accept(number);

        assertThat(web.session("zhaolei").get(reporter).body()).contains("欧阳举证", "13971234567");
        assertThat(web.session("zhaolei").get(reporter).status()).isEqualTo(200);
        for (String other : List.of("sunqian", "wangmin", "liufang", "zhangwei", "dengaudit")) {
            assertThat(web.session(other).get(reporter).status()).as(other).isEqualTo(403);
        }
        assertThat(web.session("chenyu").get("/complaints/" + number).status()).isEqualTo(403);
        assertThat(web.session("fchead").get("/complaints/" + number).status()).isEqualTo(404);
        assertThat(trail.readsOf(number))
                .filteredOn(entry -> entry.act().equals("read.reporter"))
                .hasSize(2);
        assertThat(web.session("liufang")
                        .get("/complaints/" + number + "/words")
                        .body())
                .contains("分支机构");
        assertThat(web.session("sunqian")
                        .get("/complaints/" + number + "/words")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_drafting_unit_sees_the_matter_in_the_officers_words_and_nothing_of_the_report() {
        String number = reporting.file(true, true, "我方独有的说法。").number();
        reporting.accept(number);
        String task = process.task(number, Reporting.STATE).getId();

        String form = web.session("chenyu").get("/forms/tasks/" + task).body();

        assertThat(form).contains("请说明第三条").doesNotContain("我方独有的说法", "欧阳", "实名", "zhaolei", "/words");
    }

    private static void assertRefused(String key, Runnable act) {
        assertThatThrownBy(act::run)
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::key)
                .isEqualTo(key);
    }
}
