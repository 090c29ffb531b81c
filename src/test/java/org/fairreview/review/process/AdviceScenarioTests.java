package org.fairreview.review.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.audit.AuditTrail;
import org.fairreview.identity.Actor;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Stories;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.TestClock;
import org.fairreview.legaladvice.Adoption;
import org.fairreview.legaladvice.AdviserFigures;
import org.fairreview.legaladvice.AdviserFigures.Figures;
import org.fairreview.legaladvice.Advisers;
import org.fairreview.legaladvice.Advisers.Adviser;
import org.fairreview.legaladvice.Advisers.TypedConflict;
import org.fairreview.legaladvice.Assessment;
import org.fairreview.legaladvice.Contract;
import org.fairreview.legaladvice.ContractDraft;
import org.fairreview.legaladvice.Contracts;
import org.fairreview.legaladvice.GivenOpinion;
import org.fairreview.legaladvice.LegalAdvice;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.review.CaseAdvice;
import org.fairreview.review.CaseFile;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Advisers are asked, stand aside, answer, are superseded and adopted or not. */
@ProductTest
class AdviceScenarioTests {

    private static final String CITY = "r420600";

    @Autowired
    ProcessDriver process;

    @Autowired
    JointReview people;

    @Autowired
    Submitting submitting;

    @Autowired
    LegalAdvices advices;

    @Autowired
    Advisers advisers;

    @Autowired
    AdviserFigures figures;

    @Autowired
    Contracts contracts;

    @Autowired
    CaseAdvice caseAdvice;

    @Autowired
    CaseFile cases;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestClock.MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void others_ask_every_adviser_again() {
        clock.reset();
        people.endConflicts("xulaw");
        people.endConflicts("gonglaw");
        jdbc.sql("delete from office_value where name = 'advice.mandatory' and region_id <> '*'")
                .update();
    }

    @Test
    void the_one_with_fewer_requests_open_is_asked() {
        while (open("gonglaw") <= open("xulaw")) {
            asked("gonglaw");
        }
        assertThat(adviserOf(asked(null))).isEqualTo("xulaw");
        while (open("xulaw") <= open("gonglaw")) {
            asked("xulaw");
        }
        String number = asked(null);
        assertThat(adviserOf(number)).isEqualTo("gonglaw");
        assertThat(process.task(number, JointReview.OPINION).getAssignee()).isEqualTo("gonglaw");
        assertThat(trail.of(number)).anySatisfy(entry -> {
            assertThat(entry.act()).isEqualTo("advice.assigned");
            assertThat(entry.details()).contains("gonglaw").contains("LOAD");
        });
    }

    @Test
    void nobody_is_asked_who_has_declared_a_conflict_with_the_drafting_unit() {
        declare("xulaw", "u02", "");
        for (int again = 0; again < 3; again++) {
            assertThat(adviserOf(asked(null))).isEqualTo("gonglaw");
        }
        String number = people.inReview();
        assertThatThrownBy(() -> ask(number, "xulaw"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("advice.adviser.conflict"));
        assertThat(advices.of(number)).isEmpty();
        people.endConflicts("xulaw");
        ask(number, "xulaw");
        assertThat(adviserOf(number)).isEqualTo("xulaw");
    }

    @Test
    void who_declares_a_conflict_while_being_asked_can_only_stand_aside() {
        String number = asked("xulaw");
        declare("xulaw", "u02", "");
        assertThatThrownBy(() -> answer(number, "xulaw"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("advice.conflict.own"));
        people.standAside(number, "xulaw", "为起草单位提供服务。");
        answer(number, "gonglaw");
        process.task(number, JointReview.DRAFT);
    }

    @Test
    void who_stands_aside_has_declared_a_conflict_and_another_is_asked_until_nobody_is_left() {
        String number = asked("xulaw");
        assertThatThrownBy(() -> process.answer(number, JointReview.OPINION, "xulaw", Map.of("declined", true)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("advice.decline.reasonMissing"));
        process.answer(number, JointReview.OPINION, "xulaw", Map.of("declined", true, "declineReason", "配偶在起草单位任职。"));
        assertThat(advisers.conflictsOf(List.of("xulaw")).get(0).party().unitId())
                .isEqualTo("u02");
        assertThat(adviserOf(number)).isEqualTo("gonglaw");

        process.answer(number, JointReview.OPINION, "gonglaw", Map.of("declined", true, "declineReason", "参与过起草。"));
        assertThat(advices.of(number).get(0).adviserId()).isEmpty();
        assertThatThrownBy(() -> process.answer(number, Stories.NAME_ADVISER, "liufang", Map.of("adviser", "gonglaw")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("advice.adviser.conflict"));
        people.endConflicts("gonglaw");
        process.answer(number, Stories.NAME_ADVISER, "liufang", Map.of("adviser", "gonglaw"));
        answer(number, "gonglaw");
        process.task(number, JointReview.DRAFT);
        assertThat(figures("xulaw").declined()).isPositive();
    }

    @Test
    void the_conclusion_waits_until_it_is_said_what_becomes_of_the_opinion() {
        String number = asked("xulaw");
        answer(number, "xulaw");
        assertThatThrownBy(() -> draft(number, List.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("advice.adoption.awaited"));
        String id = advices.of(number).get(0).id();
        assertThatThrownBy(() -> draft(number, List.of(Map.of("advice", id, "adopted", "NOT_ADOPTED"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("advice.adoption.reasonMissing"));
        draft(number, List.of(Map.of("advice", id, "adopted", "NOT_ADOPTED", "reason", "与上级答复不一致。")));
        assertThat(advices.get(id).adoption().map(Adoption::reason)).contains("与上级答复不一致。");
        process.task(number, JointReview.SIGN);
    }

    @Test
    void a_superseding_opinion_stands_beside_the_old_one_and_is_adopted_anew_before_anybody_signs() {
        String number = asked("xulaw");
        answer(number, "xulaw");
        people.draft(number, "CONFORMS", List.of(), "");
        LegalAdvice old = advices.of(number).get(0);
        assertThat(caseAdvice.maySupersede(cases.get(number), old, process.actor("gonglaw")))
                .isFalse();

        assertThat(supersede(number, old.id(), "xulaw")).isEmpty();

        assertThat(advices.of(number)).hasSize(2);
        assertThat(advices.get(old.id()).isSuperseded()).isTrue();
        assertThatThrownBy(() -> people.sign(number, "liufang"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("advice.adoption.awaited.sign"));
        LegalAdvice next = advices.of(number).stream()
                .filter(LegalAdvice::awaitsAdoption)
                .findFirst()
                .orElseThrow();
        assertThat(next.supersedes()).contains(old.id());
        assertThat(process.as(
                        "zhaolei",
                        () -> caseAdvice.adopt(
                                number, next.id(), Adoption.Extent.PARTLY, "仅采纳第一点。", process.actor("zhaolei"))))
                .isEmpty();
        people.signOff(number);
        assertThat(supersede(number, next.id(), "xulaw").map(Refusal::key)).contains("advice.supersede.concluded");
        assertThat(trail.of(number)).extracting(entry -> entry.act()).contains("advice.superseded", "advice.adopted");
    }

    @Test
    void the_figures_count_what_was_asked_given_late_adopted_superseded() {
        Figures before = figures("xulaw");
        String number = asked("xulaw");
        clock.advance(Duration.ofDays(40));
        answer(number, "xulaw");
        clock.reset();
        String second = asked("xulaw");
        answer(second, "xulaw");
        people.draft(second, "CONFORMS", List.of(), "");
        supersede(second, advices.of(second).get(0).id(), "xulaw");

        Figures after = figures("xulaw");

        assertThat(after.measures()).isEqualTo(before.measures() + 2);
        assertThat(after.late()).isEqualTo(before.late() + 1);
        assertThat(after.inTime()).isEqualTo(before.inTime() + 1);
        assertThat(after.superseded()).isEqualTo(before.superseded() + 1);
        assertThat(after.adopted())
                .as("of what is superseded nothing counts any more")
                .isEqualTo(before.adopted());
    }

    @Test
    void a_contract_goes_the_same_way_with_a_number_and_a_record_of_its_own() {
        Actor reviewer = process.actor("zhaolei");
        String number = people.contract("xulaw");
        assertThat(number).matches("420600-HT-\\d{4}-\\d{4}");
        assertThat(people.contract("xulaw").compareTo(number)).isPositive();
        assertThat(process.task(number, JointReview.OPINION).getTenantId()).isEqualTo(CITY);
        Contract contract = contracts.find(number, process.actor("xulaw")).orElseThrow();
        assertThat(contracts.find(number, process.actor("gonglaw"))).isEmpty();
        assertThat(contracts.find(number, process.actor("chenyu"))).isEmpty();
        answer(number, "xulaw");
        assertThat(process.isOver(number)).isTrue();
        LegalAdvice given = advices.of(number).get(0);
        assertThat(given.awaitsAdoption()).isTrue();
        assertThat(process.as(
                        "zhaolei", () -> contracts.adopt(contract, given.id(), Adoption.Extent.ADOPTED, "", reviewer)))
                .isEmpty();
        assertThat(trail.of(number))
                .extracting(entry -> entry.act())
                .contains("advice.contractSubmitted", "advice.assigned", "task.completed", "advice.adopted");
    }

    @Test
    void nobody_reads_a_contract_who_has_a_conflict_with_its_other_side() {
        declare("xulaw", null, "襄阳云鹤信息技术有限公司");
        assertThat(adviserOf(people.contract(null))).isEqualTo("gonglaw");
        assertThatThrownBy(() -> people.contract("xulaw")).isInstanceOf(AssertionError.class);
        String number = people.contract(null);
        Contract contract = contracts.find(number, process.actor("zhaolei")).orElseThrow();
        LegalAdvice open = advices.of(number).get(0);
        assertThat(process.as(
                        "wangmin", () -> contracts.recall(contract, open.id(), "合同不再签订。", process.actor("wangmin"))))
                .isEmpty();
        assertThat(process.isOver(number)).isTrue();
    }

    @Test
    void a_contract_needs_a_text_a_question_and_an_amount_that_is_one() {
        assertThat(refusedContract("", "甲公司", "1", List.of("问"))).isEqualTo("contracts.title.missing");
        assertThat(refusedContract("合同", " ", "1", List.of("问"))).isEqualTo("contracts.counterparty.missing");
        assertThat(refusedContract("合同", "甲公司", "一万", List.of("问"))).isEqualTo("contracts.amount.wrong");
        assertThat(refusedContract("合同", "甲公司", "1", List.of())).isEqualTo("advice.question.missing");
    }

    private String refusedContract(String title, String party, String amount, List<String> questions) {
        Refusal refusal = process.as("zhaolei", () -> contracts
                .submit(
                        new ContractDraft(
                                title,
                                party,
                                amount,
                                questions,
                                null,
                                List.of(submitting.upload("zhaolei", "u01", "合同.txt", "合同"))),
                        process.actor("zhaolei"))
                .refusal());
        return refusal == null ? "" : refusal.key();
    }

    @Test
    void an_office_says_when_an_adviser_must_be_asked() {
        mandatory("EXCEPTION");
        String number = people.inReview();
        people.review(
                number, "zhaolei", List.of(people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
        assertThatThrownBy(() -> people.draftException(number, "", "灾后重建完成。"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("advice.mandatory.missing"));
        people.draft(number, "DOES_NOT_CONFORM", people.changes(number), "");

        mandatory("ALWAYS");
        String other = people.inReview();
        assertThatThrownBy(() -> people.review(other, "zhaolei", List.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("advice.mandatory.ask"));
        ask(other, "xulaw");
        answer(other, "xulaw");
        people.draft(other, "CONFORMS", List.of(), "");
    }

    // ---- steps

    private String asked(String wished) {
        String number = people.inReview();
        ask(number, wished);
        return number;
    }

    private void ask(String number, String wished) {
        Map<String, Object> answer =
                new HashMap<>(Map.of("findings", List.of(), "adviceWanted", true, "adviceQuestion", "依据是否充分？"));
        if (wished != null) {
            answer.put("adviser", wished);
        }
        process.answer(number, JointReview.REVIEW, "zhaolei", answer);
    }

    private void answer(String number, String adviser) {
        process.answer(number, JointReview.OPINION, adviser, JointReview.opinion("依据充分。"));
    }

    private Optional<Refusal> supersede(String number, String id, String adviser) {
        return process.as(
                adviser,
                () -> caseAdvice.supersede(
                        number,
                        id,
                        new GivenOpinion(List.of("依据不足。"), Assessment.OBJECTION, List.of()),
                        "法律已经修改。",
                        process.actor(adviser)));
    }

    private void draft(String number, List<Map<String, Object>> adoptions) {
        process.answer(
                number,
                JointReview.DRAFT,
                "zhaolei",
                Map.of(
                        "step", "SIGN",
                        "decisions", List.of(),
                        "conclusion", "CONFORMS",
                        "hearing", "已征求。",
                        "firstOpinion", "已初审。",
                        "reasoning", "未发现问题。",
                        "workAdvice", "",
                        "adoptions", adoptions));
    }

    private void declare(String adviser, String unit, String party) {
        assertThat(process.as(
                        "liufang",
                        () -> advisers.declare(
                                new TypedConflict(adviser, unit, party, "常年法律顾问", LocalDate.now(clock), null),
                                process.actor("liufang"))))
                .isEmpty();
    }

    private void mandatory(String mode) {
        jdbc.sql("delete from office_value where name = 'advice.mandatory' and region_id <> '*'")
                .update();
        jdbc.sql("insert into office_value (name, region_id, valid_from, setting) values ('advice.mandatory', '" + CITY
                        + "', date '2020-01-01', '" + mode + "')")
                .update();
    }

    private String adviserOf(String number) {
        return advices.of(number).get(0).adviserId().orElseThrow();
    }

    private long open(String userId) {
        List<Adviser> all = advisers.of(CITY);
        return advisers.openRequests(all).getOrDefault(userId, 0L);
    }

    private Figures figures(String userId) {
        return figures.of(List.of(userId), List.of(CITY), LocalDate.now(clock).getYear())
                .get(userId);
    }
}
