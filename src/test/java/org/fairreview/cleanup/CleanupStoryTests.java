package org.fairreview.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.fairreview.audit.AuditTrail;
import org.fairreview.cleanup.MeasureInForce.State;
import org.fairreview.cleanup.work.Job;
import org.fairreview.cleanup.work.JobItem;
import org.fairreview.cleanup.work.Jobs;
import org.fairreview.kit.LegacyCampaign;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.TestClock;
import org.fairreview.reporting.Counting;
import org.fairreview.reporting.Figures;
import org.fairreview.reporting.Numbers;
import org.fairreview.reporting.Period;
import org.fairreview.reporting.Slice;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Clean-ups from the check of the unit to the confirmation, through the forms that people use. */
@ProductTest
class CleanupStoryTests {

    private static final String TEXT = "第一条 企业五年内不得将注册地迁出本市。\n第二条 企业自主经营。";
    private static final String WORDS = "企业五年内不得将注册地迁出本市";

    @Autowired
    Counting counting;

    @Autowired
    LegacyCampaign legacy;

    @Autowired
    ProcessDriver process;

    @Autowired
    LegacyCases cases;

    @Autowired
    Campaigns campaigns;

    @Autowired
    MeasuresInForce register;

    @Autowired
    BulkActions bulk;

    @Autowired
    Jobs jobs;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestClock.MovableClock clock;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void a_measure_without_problems_is_kept_and_looked_at_again_after_the_office_s_months() {
        String number = legacy.one(0, LegacyCampaign.UNIT, "第一条 企业自主经营。");
        legacy.check(number, "KEEP");
        legacy.sign(number, true);
        legacy.review(number, true);
        legacy.decide(number, "KEEP");

        assertThat(cases.get(number).outcome()).contains(Outcome.KEEP);
        assertThat(cases.get(number).isClosed()).isTrue();
        MeasureInForce measure = register.find(cases.get(number).measureId()).orElseThrow();
        assertThat(measure.isInForce()).isTrue();
        assertThat(measure.nextEvaluationOn())
                .contains(measure.evaluatedOn().orElseThrow().plusMonths(36));
        legacy.publish(legacy.campaignOf(number).number());
        assertThat(legacy.campaignOf(number).state()).isEqualTo(Campaign.State.DONE);
    }

    @Test
    void a_measure_with_a_problem_cannot_stay_as_it_is() {
        String number = legacy.one(0, LegacyCampaign.UNIT, TEXT);
        assertThatThrownBy(() -> process.answer(
                        number,
                        LegacyCampaign.CHECK,
                        LegacyCampaign.DRAFTER,
                        LegacyCampaign.proposal("KEEP", "", List.of(legacy.finding(number, WORDS, "CHANGE_REQUIRED")))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("legacy.keepWithOpenFinding"));
        assertThatThrownBy(() -> process.answer(
                        number,
                        LegacyCampaign.CHECK,
                        LegacyCampaign.DRAFTER,
                        LegacyCampaign.proposal("KEEP", "", List.of(legacy.finding(number, WORDS, "OPEN")))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("legacy.findingUndecided"));

        process.answer(
                number,
                LegacyCampaign.CHECK,
                LegacyCampaign.DRAFTER,
                LegacyCampaign.proposal(
                        "REPEAL", "妨碍企业迁移。", List.of(legacy.finding(number, WORDS, "CHANGE_REQUIRED"))));
        legacy.sign(number, true);
        legacy.review(number, true);
        assertThatThrownBy(() -> legacy.decide(number, "KEEP")).isInstanceOf(Refusal.class);
        legacy.decide(number, "REPEAL");
        legacy.announce(number);
        legacy.confirm(number, true);

        assertThat(register.find(cases.get(number).measureId()).map(MeasureInForce::state))
                .contains(State.REPEALED);
    }

    @Test
    void an_exception_needs_its_five_points_and_stands_in_the_register_with_its_end() {
        String number = legacy.one(0, LegacyCampaign.UNIT, TEXT);
        Map<String, Object> answer =
                LegacyCampaign.proposal("KEEP", "", List.of(legacy.finding(number, WORDS, "EXCEPTED")));
        assertThatThrownBy(() -> process.answer(number, LegacyCampaign.CHECK, LegacyCampaign.DRAFTER, answer))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("exception.caseMissing"));

        LocalDate until = LocalDate.now().plusYears(1);
        answer.putAll(Map.of(
                "exceptionCase", "PUBLIC_INTEREST",
                "effect", "限制迁移。",
                "ground", "保护环境。",
                "leastHarm", "没有其他办法。",
                "periodReason", "工程一年完成。",
                "other", "无",
                "endsOn", until.toString()));
        process.answer(number, LegacyCampaign.CHECK, LegacyCampaign.DRAFTER, answer);
        legacy.sign(number, true);
        legacy.review(number, true);
        legacy.decide(number, "KEEP");

        assertThat(register.find(cases.get(number).measureId()).flatMap(MeasureInForce::exceptionUntil))
                .contains(until);
        Slice today = Slice.of(new Period(LocalDate.now(), LocalDate.now()), List.of("r420600"));
        assertThat(counting.lines(Figures.find("exceptions").orElseThrow(), today, 0, 1_000))
                .extracting(Numbers.Line::subject)
                .containsOnlyOnce(number);
        Slice after = Slice.of(new Period(until, until.plusDays(1)), List.of("r420600"));
        assertThat(counting.lines(Figures.find("exceptions").orElseThrow(), after, 0, 1_000))
                .extracting(Numbers.Line::subject)
                .doesNotContain(number);
    }

    /** A department cannot repeal what a government issued: only the government's own paper does. */
    @Test
    void what_a_government_issued_is_decided_by_its_paper_alone() {
        String number = legacy.one(0, null, null);
        legacy.check(number, "REPEAL");
        legacy.sign(number, true);
        legacy.review(number, true);

        assertThatThrownBy(() -> legacy.decide(number, "REPEAL")).isNotNull();
        assertThat(cases.get(number).stage()).isEqualTo(LegacyStage.DECIDING);
        assertThatThrownBy(() -> process.answer(
                        number,
                        LegacyCampaign.DECIDE,
                        LegacyCampaign.CLERK,
                        Map.of(
                                "act",
                                "DECIDED",
                                "outcome",
                                "REPEAL",
                                "decidedOn",
                                LocalDate.now().toString())))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("legacy.decisionFileMissing"));
        legacy.register(number, "REPEAL");

        assertThat(cases.get(number).stage()).isEqualTo(LegacyStage.ANNOUNCING);
    }

    @Test
    void who_checks_does_not_sign_and_who_checked_or_signed_does_not_review() {
        LegacyCase checked = cases.get(legacy.one(0, LegacyCampaign.UNIT, null));
        legacy.check(checked.number(), "KEEP");
        LegacyCase signing = cases.get(checked.number());

        assertThat(signing.sign(true, "", LegacyCampaign.DRAFTER, signing.stageSince())
                        .map(Refusal::key))
                .contains("legacy.signedByChecker");
        legacy.sign(checked.number(), true);
        LegacyCase reviewing = cases.get(checked.number());
        assertThat(reviewing
                        .review(true, "", false, List.of(), LegacyCampaign.HEAD, reviewing.stageSince())
                        .map(Refusal::key))
                .contains("legacy.reviewedByOwn");
    }

    @Test
    void only_what_is_signed_screened_without_problem_and_not_drawn_is_taken_over_together() {
        String campaign = legacy.arrange(0);
        List<String> numbers = legacy.enter(
                campaign,
                legacy.measure(LegacyCampaign.UNIT, LegacyCampaign.UNIT, "甲" + campaign, "第一条 企业自主经营甲" + campaign),
                legacy.measure(LegacyCampaign.UNIT, LegacyCampaign.UNIT, "乙" + campaign, null),
                legacy.measure(LegacyCampaign.UNIT, LegacyCampaign.UNIT, "丙" + campaign, "第一条 企业自主经营丙" + campaign),
                legacy.measure(LegacyCampaign.UNIT, LegacyCampaign.UNIT, "丁" + campaign, "第一条 企业自主经营丁" + campaign));
        legacy.start(campaign);
        numbers.forEach(legacy::awaitOpen);
        legacy.awaitScreened(numbers.get(0));
        legacy.awaitScreened(numbers.get(2));
        cases.addToSample(numbers.get(3), "群众反映较多。", process.actor(LegacyCampaign.REVIEWER));
        legacy.check(numbers.get(0), "KEEP");
        legacy.check(numbers.get(1), "KEEP");
        legacy.check(numbers.get(2), "REPEAL");
        legacy.check(numbers.get(3), "KEEP");
        numbers.forEach(number -> legacy.sign(number, true));

        Job job = process.as(
                LegacyCampaign.REVIEWER,
                () -> bulk.ask(
                        campaigns.get(campaign),
                        BulkAction.TAKE_OVER,
                        numbers,
                        process.actor(LegacyCampaign.REVIEWER)));
        LegacyCampaign.await(() -> jobs.find(job.id()).orElseThrow().state().isOver());

        assertThat(jobs.find(job.id()).orElseThrow().state()).isEqualTo(Job.State.DONE);
        assertThat(jobs.items(job.id(), JobItem.State.DONE, 10))
                .extracting(JobItem::subject)
                .containsExactly(numbers.get(0));
        assertThat(jobs.items(job.id(), JobItem.State.REFUSED, 10))
                .extracting(JobItem::subject)
                .containsExactly(numbers.get(1), numbers.get(2), numbers.get(3));
        assertThat(cases.get(numbers.get(0)).isTakenInBulk()).isTrue();
        assertThat(trail.of(numbers.get(0)))
                .filteredOn(
                        entry -> LegacyCampaign.REVIEWER.equals(entry.actor().userId()))
                .as("recorded singly, by whom it was done")
                .isNotEmpty();
    }

    @Test
    void a_deadline_that_is_put_off_puts_off_the_tasks_of_the_units() {
        String number = legacy.one(0, LegacyCampaign.UNIT, null);
        Campaign campaign = legacy.campaignOf(number);
        LocalDate later = campaign.deadline().plusDays(10);
        var before = process.task(number, LegacyCampaign.CHECK).getDueDate();

        legacy.putOff(campaign.number(), later);
        LegacyCampaign.await(() -> cases.get(number).dueOn().equals(later));

        assertThat(process.task(number, LegacyCampaign.CHECK).getDueDate())
                .isEqualTo(new Date(before.getTime() + 10L * 24 * 3600 * 1000));
        legacy.check(number, "KEEP");
        assertThat(process.task(number, LegacyCampaign.SIGN).getDueDate())
                .as("and of those that come after")
                .isEqualTo(new Date(before.getTime() + 10L * 24 * 3600 * 1000));
    }

    @Test
    void a_unit_that_is_late_at_the_new_deadline_too_gets_another_letter() {
        String number = legacy.one(0, LegacyCampaign.UNIT, null);
        Campaign campaign = legacy.campaignOf(number);
        legacy.afterDeadline(() -> process.fireTimers(campaign.number()));
        assertThat(lettersWanted(campaign)).isEqualTo(1);
        LocalDate later = campaign.deadline().plusDays(60);

        legacy.putOff(campaign.number(), later);

        assertThat(process.timersDue(campaign.number()))
                .as("it waits for the new deadline")
                .containsExactly(campaigns.deadlineOf(campaign.number()));
        clock.advance(Duration.ofDays(122));
        process.fireTimers(campaign.number());
        assertThat(lettersWanted(campaign)).isEqualTo(2);
        assertThat(process.fireTimers(campaign.number()))
                .as("until it is put off again")
                .isZero();
        clock.reset();
        legacy.putOff(campaign.number(), later.plusDays(1));
        process.fireTimers(campaign.number());
        assertThat(lettersWanted(campaign))
                .as("not yet past the third deadline, or not about the same twice")
                .isEqualTo(2);
    }

    @Test
    void cases_at_the_regulator_and_at_the_issuer_get_the_new_day_for_when_they_come_back() {
        List<String> numbers = legacy.running(
                0,
                legacy.measure(LegacyCampaign.UNIT, LegacyCampaign.UNIT, "送审" + System.nanoTime(), null),
                legacy.measure(LegacyCampaign.UNIT, LegacyCampaign.UNIT, "待决定" + System.nanoTime(), null));
        numbers.forEach(number -> {
            legacy.check(number, "KEEP");
            legacy.sign(number, true);
        });
        legacy.review(numbers.get(1), true);
        Campaign campaign = legacy.campaignOf(numbers.get(0));
        LocalDate later = campaign.deadline().plusDays(10);
        Date limit = process.task(numbers.get(0), LegacyCampaign.REVIEW).getDueDate();

        legacy.putOff(campaign.number(), later);
        LegacyCampaign.await(() ->
                numbers.stream().allMatch(number -> cases.get(number).dueOn().equals(later)));

        assertThat(process.task(numbers.get(0), LegacyCampaign.REVIEW).getDueDate())
                .as("the regulator's own limit stays")
                .isEqualTo(limit);
        legacy.review(numbers.get(0), false);
        assertThat(process.task(numbers.get(0), LegacyCampaign.CHECK)
                        .getDueDate()
                        .toInstant())
                .isEqualTo(campaigns.deadlineOf(campaign.number()));
    }

    private long lettersWanted(Campaign campaign) {
        return trail.of(campaign.number()).stream()
                .filter(entry -> entry.act().equals("campaign.letterWanted"))
                .count();
    }
}
