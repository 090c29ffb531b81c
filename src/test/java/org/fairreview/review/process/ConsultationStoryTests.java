package org.fairreview.review.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.conference.Canvass;
import org.fairreview.conference.Canvasses;
import org.fairreview.conference.Consultation;
import org.fairreview.conference.Consultation.Position;
import org.fairreview.conference.Consultations;
import org.fairreview.conference.Treatment;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.Members;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.review.CaseFile;
import org.fairreview.review.MemberConsultations;
import org.fairreview.review.OpinionRecalls;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Members of the joint conference are asked: added, taken back, sent back, silent, late, against it, and all at once. */
@ProductTest
class ConsultationStoryTests {

    private static final Map<String, String> MEMBERS = Map.of(
            "u06", "caocz",
            "u03", "swmember",
            "u31", "sfmember",
            "u32", "jtmember",
            "u33", "rsmember",
            "u34", "gzmember");

    @Autowired
    ProcessDriver process;

    @Autowired
    JointReview people;

    @Autowired
    Members members;

    @Autowired
    Canvasses canvasses;

    @Autowired
    Consultations consultations;

    @Autowired
    MemberConsultations changes;

    @Autowired
    OpinionRecalls recalls;

    @Autowired
    CaseFile cases;

    @Autowired
    AuditTrail trail;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Web web;

    @Test
    void a_member_is_added_while_the_others_are_at_work_and_the_limit_follows() {
        String number = asked("u06", "u03");
        String finance = members.task(number, "u06").getId();
        Instant limit = process.timersDue(number).get(0);

        assertThat(add(number, "u31")).isEqualTo(302);

        assertThat(members.task(number, "u06").getId()).isEqualTo(finance);
        assertThat(members.task(number, "u31").getDueDate().toInstant()).isEqualTo(limit);
        members.answer(number, "u06", "caocz", "AGREES", "");
        members.answer(number, "u03", "swmember", "AGREES", "");
        assertThat(open(number, Members.SUMMARISE)).as("one is still asked").isZero();
        members.answer(number, "u31", "sfmember", "AGREES", "");
        assertThat(open(number, Members.SUMMARISE)).isEqualTo(1);

        assertThat(add(number, "u32")).as("while the answers are summed up").isEqualTo(302);
        assertThat(open(number, Members.SUMMARISE)).isZero();
        assertThat(openMembers(number)).containsExactly("u32");
        members.answer(number, "u32", "jtmember", "AGREES", "");
        members.summarise(number, "ADOPTED");

        assertThat(process.task(number, JointReview.DRAFT).getAssignee()).isEqualTo("zhaolei");
        assertThat(canvasses.tally(members.canvass(number).id())).isEqualTo(new Canvass.Tally(4, 4, 0));
        assertThat(acts(number)).contains("consultation.added");
    }

    @Test
    void who_is_asked_already_or_drafts_the_measure_is_not_added_and_nobody_once_it_is_over() {
        String number = asked("u06");

        Answer twice = post(number, "wuoffice", "/members", Map.of("unit", "u06"), canvass(number));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body()).contains("该单位已在征求之列").containsPattern("value=\"u06\"[^>]*selected");
        assertThat(post(number, "wuoffice", "/members", Map.of("unit", "u02"), canvass(number))
                        .body())
                .contains("请选择要增加的成员单位");
        assertThat(post(number, "zhaolei", "/members", Map.of("unit", "u31"), canvass(number))
                        .status())
                .isEqualTo(403);

        members.answer(number, "u06", "caocz", "AGREES", "");
        members.summarise(number, "ADOPTED");
        assertThat(post(number, "wuoffice", "/members", Map.of("unit", "u31"), canvass(number))
                        .body())
                .contains("征求意见正在审签或者已经结束");
    }

    @Test
    void one_answer_is_sent_back_for_clarification_and_both_stay_visible() {
        String number = asked("u06", "u03");
        members.answer(number, "u06", "caocz", "WANTS_CHANGES", "建议明确标准。");
        String first = members.standing(number).get(0).id();
        String commerce = members.task(number, "u03").getId();

        assertThat(back(number, first, " ").body()).contains("请写明需要澄清的内容");
        assertThat(back(number, first, "指哪一条的标准？").status()).isEqualTo(302);

        assertThat(members.task(number, "u03").getId()).as("undisturbed").isEqualTo(commerce);
        assertThat(web.session("caocz")
                        .get("/forms/tasks/" + members.task(number, "u06").getId())
                        .body())
                .contains("指哪一条的标准？");
        members.answer(number, "u06", "caocz", "WANTS_CHANGES", "第三条的补贴标准。");
        members.answer(number, "u03", "swmember", "AGREES", "");
        members.summarise(number, "ADOPTED");

        assertThat(web.session("zhaolei")
                        .get("/cases/" + number + "/consultation")
                        .body())
                .contains("建议明确标准。", "第三条的补贴标准。", "指哪一条的标准？", "已退回澄清", "采纳")
                .doesNotContain("??");
        Consultation second = members.standing(number).stream()
                .filter(asked -> asked.askedUnitId().equals("u06"))
                .findFirst()
                .orElseThrow();
        assertThat(second.followsId()).contains(first);
        assertThat(second.treatment()).contains(Treatment.ADOPTED);
        assertThat(back(number, first, "再问一次").body()).contains("该答复不能退回");
        assertThat(acts(number)).contains("consultation.sentBack");
    }

    @Test
    void the_last_that_is_waited_for_is_taken_back_and_the_answers_are_summed_up() {
        String number = asked("u06", "u03");
        members.answer(number, "u06", "caocz", "AGREES", "");
        String commerce = only(number, "u03").id();

        assertThat(recalls.recall(number, commerce, "该单位职能已划转。", process.actor("wuoffice")))
                .isEmpty();
        process.runJobs(number);

        assertThat(open(number, Members.SUMMARISE)).isEqualTo(1);
        assertThat(canvasses.tally(members.canvass(number).id())).isEqualTo(new Canvass.Tally(1, 1, 0));
    }

    @Test
    void silence_is_on_record_and_an_answer_after_the_limit_is_kept_and_marked() {
        String number = asked("u06", "u03", "u31");
        members.answer(number, "u06", "caocz", "AGREES", "");
        members.answer(number, "u31", "sfmember", "AGREES", "");
        process.fireTimers(number);

        assertThat(openMembers(number)).isEmpty();
        assertThat(acts(number)).contains("consultation.silent");
        Consultation silent = only(number, "u03");
        assertThat(silent.silentAt()).isPresent();
        Visitor member = web.session("swmember");
        String address = "/cases/" + number + "/consultation/opinions/" + silent.id();
        assertThat(member.get("/cases/" + number).body()).contains(address);
        assertThat(member.get(address).body()).contains("外商投资", "补交").doesNotContain("??");

        Map<String, String> answer = new HashMap<>(Map.of(
                "_csrf",
                member.csrf(),
                "position",
                "DISAGREES",
                "opinion",
                "消费券限定商户。",
                "answer.circulation",
                "NOT_CONCERNED",
                "answer.foreignInvestment",
                "NOT_CONCERNED"));
        Answer incomplete = member.submit(address, answer);
        assertThat(incomplete.status()).isEqualTo(422);
        assertThat(incomplete.body()).contains("请逐项回答", "消费券限定商户。");
        answer.put("answer.consumption", "PROBLEM");
        answer.put("note.consumption", "只许本地商户参加");
        assertThat(member.submit(address, answer).status()).isEqualTo(302);

        Consultation late = consultations.get(silent.id());
        assertThat(late.isLate()).isTrue();
        assertThat(late.position()).contains(Position.DISAGREES);
        assertThat(late.silentAt()).as("the silence stays on record").isPresent();
        assertThat(member.submit(address, answer).status()).isEqualTo(404);
        assertThat(web.session("zhaolei").get("/cases/" + number).body()).contains("逾期答复", "消费券限定商户。", "只许本地商户参加");
        assertThat(acts(number)).contains("consultation.late");
    }

    @Test
    void nothing_comes_late_once_the_conclusion_is_signed() {
        String number = asked("u06", "u03");
        members.answer(number, "u06", "caocz", "AGREES", "");
        process.fireTimers(number);
        members.summarise(number, "ADOPTED");
        Consultation silent = only(number, "u03");
        String address = "/cases/" + number + "/consultation/opinions/" + silent.id();
        people.draft(number, "CONFORMS", List.of(), "");
        assertThat(web.session("swmember").get(address).status()).isEqualTo(200);
        people.sign(number, "liufang");
        people.sign(number, "zhangwei");

        assertThat(web.session("swmember").get(address).status()).isEqualTo(404);
    }

    @Test
    void a_dissent_is_overruled_with_a_reason_and_the_signature_of_a_leader() {
        String number = asked("u06", "u03");
        members.answer(number, "u06", "caocz", "DISAGREES", "没有预算安排。");
        members.answer(number, "u03", "swmember", "AGREES", "");
        String dissent = members.standing(number).stream()
                .filter(Consultation::isDissent)
                .findFirst()
                .orElseThrow()
                .id();

        assertThatThrownBy(() -> summarise(number, Map.of("consultation", dissent, "treatment", "NOT_ADOPTED")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key())
                        .isEqualTo("canvass.treatment.reasonMissing"));
        assertThatThrownBy(() -> summarise(number))
                .as("a dissent is not passed over")
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("canvass.treatment.stale"));
        summarise(number, Map.of("consultation", dissent, "treatment", "NOT_ADOPTED", "reason", "资金由省级专项安排。"));

        assertThat(open(number, JointReview.DRAFT)).as("before it is signed").isZero();
        assertThat(web.session("zhangwei")
                        .get("/forms/tasks/"
                                + process.task(number, Members.OVERRULE).getId())
                        .body())
                .contains("没有预算安排。", "资金由省级专项安排。", "财政局");
        process.answer(number, Members.OVERRULE, "zhangwei", Map.of("agreed", true));
        assertThat(canvasses.get(members.canvass(number).id()).overruledBy()).contains("zhangwei");
        assertThat(open(number, JointReview.DRAFT)).isEqualTo(1);
    }

    @Test
    void a_dissent_does_not_go_away_by_a_question_that_stays_unanswered() {
        String number = asked("u06", "u03");
        members.answer(number, "u06", "caocz", "DISAGREES", "没有预算安排。");
        String dissent = members.standing(number).get(0).id();
        assertThat(back(number, dissent, "请说明理由。").status()).isEqualTo(302);
        assertThat(web.session("caocz")
                        .get("/forms/tasks/" + members.task(number, "u06").getId())
                        .body())
                .as("what it said before")
                .contains("没有预算安排。");
        members.answer(number, "u03", "swmember", "AGREES", "");
        process.fireTimers(number);

        assertThat(canvasses.tally(canvass(number))).isEqualTo(new Canvass.Tally(2, 2, 0));
        assertThatThrownBy(() -> summarise(number))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("canvass.treatment.stale"));
        summarise(number, Map.of("consultation", dissent, "treatment", "PARTLY_ADOPTED", "reason", "另行安排。"));
        assertThat(open(number, Members.OVERRULE)).isEqualTo(1);
    }

    @Test
    void a_leader_has_a_dissent_dealt_with_again_and_the_office_takes_it_up() {
        String number = asked("u06");
        members.answer(number, "u06", "caocz", "DISAGREES", "没有预算安排。");
        members.summarise(number, "NOT_ADOPTED");
        assertThatThrownBy(() -> process.answer(number, Members.OVERRULE, "zhangwei", Map.of("agreed", false)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key())
                        .isEqualTo("canvass.overrule.remarkMissing"));
        process.answer(number, Members.OVERRULE, "zhangwei", Map.of("agreed", false, "remark", "请再商量。"));

        assertThat(web.session("wuoffice")
                        .get("/forms/tasks/"
                                + process.task(number, Members.SUMMARISE).getId())
                        .body())
                .contains("请再商量。");
        members.summarise(number, "ADOPTED");
        assertThat(open(number, JointReview.DRAFT)).isEqualTo(1);
        assertThat(canvasses.get(canvass(number)).overruledBy()).isEmpty();
        assertThat(web.session("zhaolei")
                        .get("/forms/tasks/"
                                + process.task(number, JointReview.DRAFT).getId())
                        .body())
                .as("whoever drafts sees what the office made of it")
                .contains("各单位意见已汇总。", "没有预算安排。", "采纳");
    }

    @Test
    void the_office_enters_what_a_unit_without_accounts_says_on_paper_in_time_or_late() {
        String number = asked("u35", "u37", "u38");
        members.answer(number, "u35", Members.OFFICE, "AGREES", "");
        assertThat(only(number, "u35").isOnPaper()).isTrue();
        process.fireTimers(number);

        String late = only(number, "u38").id();
        Visitor office = web.session("wuoffice");
        String address = "/cases/" + number + "/consultation/opinions/" + late;
        assertThat(office.get("/cases/" + number + "/consultation").body()).contains(address);
        assertThat(office.submit(
                                address,
                                Map.of(
                                        "_csrf",
                                        office.csrf(),
                                        "position",
                                        "WANTS_CHANGES",
                                        "opinion",
                                        "甲\r\n".repeat(5_000) + "乙".repeat(12_000),
                                        "answer.schoolSupply",
                                        "NOT_CONCERNED"))
                        .status())
                .as("too long, with what was typed")
                .isEqualTo(422);
        assertThat(office.submit(
                                address,
                                Map.of(
                                        "_csrf",
                                        office.csrf(),
                                        "position",
                                        "AGREES",
                                        "answer.schoolSupply",
                                        "NOT_CONCERNED"))
                        .status())
                .isEqualTo(302);
        assertThat(consultations.get(late).isOnPaper()).isTrue();
        assertThat(consultations.get(late).isLate()).isTrue();
    }

    @Test
    void who_was_asked_again_answers_the_newest_question_only() {
        String number = asked("u06", "u03", "u31");
        process.fireTimers(number);
        String first = only(number, "u06").id();
        process.complete(number, Members.DECIDE, Members.OFFICE, Map.of("decision", "ASK_AGAIN"));

        assertThat(web.session("caocz")
                        .get("/cases/" + number + "/consultation/opinions/" + first)
                        .status())
                .isEqualTo(404);
        members.answer(number, "u06", "caocz", "AGREES", "");
        process.fireTimers(number);
        process.complete(number, Members.DECIDE, Members.OFFICE, Map.of("decision", "ASK_AGAIN"));
        assertThat(openMembers(number)).as("not who has answered").containsExactlyInAnyOrder("u03", "u31");
    }

    @Test
    void too_few_answers_are_for_the_office_to_decide_on() {
        String number = asked("u06", "u03", "u31");
        members.answer(number, "u06", "caocz", "AGREES", "");
        process.fireTimers(number);

        assertThatThrownBy(() -> process.complete(number, Members.DECIDE, Members.OFFICE, Map.of("decision", "GO_ON")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("canvass.quorum.reasonMissing"));
        process.complete(number, Members.DECIDE, Members.OFFICE, Map.of("decision", "ASK_AGAIN"));

        assertThat(openMembers(number)).containsExactlyInAnyOrder("u03", "u31");
        members.answer(number, "u31", "sfmember", "AGREES", "");
        process.fireTimers(number);
        assertThat(open(number, Members.SUMMARISE))
                .as("two of three are enough")
                .isEqualTo(1);
    }

    @Test
    void five_members_answer_in_the_same_instant_and_nothing_is_lost() throws Exception {
        List<String> units = List.of("u06", "u03", "u31", "u32", "u33");
        String number = asked(units.toArray(String[]::new));
        Map<String, Map<String, Object>> sent = new HashMap<>();
        Map<String, Task> open = new HashMap<>();
        for (String unit : units) {
            open.put(unit, members.task(number, unit));
            process.claim(open.get(unit), MEMBERS.get(unit));
            sent.put(unit, members.opinion(number, unit, "WANTS_CHANGES", "意见来自" + unit));
        }
        CyclicBarrier together = new CyclicBarrier(units.size());
        ExecutorService hands = Executors.newFixedThreadPool(units.size());
        List<Future<?>> all = new ArrayList<>();
        for (String unit : units) {
            all.add(hands.submit(() -> {
                together.await(30, TimeUnit.SECONDS);
                process.answer(open.get(unit), MEMBERS.get(unit), sent.get(unit));
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get(60, TimeUnit.SECONDS);
        }
        hands.shutdown();
        process.runJobs(number);

        assertThat(members.standing(number))
                .extracting(asked -> asked.opinion().orElseThrow())
                .containsExactlyInAnyOrderElementsOf(
                        units.stream().map(unit -> "意见来自" + unit).toList());
        assertThat(open(number, Members.SUMMARISE)).isEqualTo(1);
    }

    /** Answers, additions, withdrawals and clarifications in random order, held against a count on paper. */
    @Test
    void whatever_the_order_no_answer_is_lost_and_the_quorum_holds() {
        String number = people.inReview();
        Random random = new Random(20261128);
        for (int round = 0; round < 8; round++) {
            members.want(number, "第" + round + "次征求");
            List<String> units =
                    new ArrayList<>(MEMBERS.keySet().stream().sorted().toList());
            Collections.shuffle(units, random);
            Set<String> waiting = new HashSet<>(units.subList(0, 3));
            Set<String> answered = new HashSet<>();
            members.choose(number, waiting.toArray(String[]::new));
            for (int step = 0; step < 6 && !waiting.isEmpty(); step++) {
                act(number, random, waiting, answered);
                assertThat(openMembers(number))
                        .as("round %d step %d", round, step)
                        .isEqualTo(waiting);
                assertThat(standing(number)).as("round %d step %d", round, step).isEqualTo(answered);
            }
            Set<String> all = new HashSet<>(waiting);
            all.addAll(answered);
            int asked = all.size();
            if (!waiting.isEmpty()) {
                process.fireTimers(number);
            }
            boolean quorate = answered.size() * 100 >= asked * 50;
            assertThat(open(number, quorate ? Members.SUMMARISE : Members.DECIDE))
                    .as("round %d: %d of %d", round, answered.size(), asked)
                    .isEqualTo(1);
            if (!quorate) {
                process.complete(number, Members.DECIDE, Members.OFFICE, Map.of("decision", "GO_ON", "reason", "时间紧。"));
            }
            members.summarise(number, "ADOPTED");
            process.answer(
                    number,
                    JointReview.DRAFT,
                    "zhaolei",
                    Map.of(
                            "step", "REVIEW_AGAIN",
                            "decisions", List.of(),
                            "hearing", "",
                            "firstOpinion", "",
                            "reasoning", "",
                            "workAdvice", "",
                            "changeAsked", ""));
        }
    }

    private void act(String number, Random random, Set<String> waiting, Set<String> answered) {
        List<String> rest = MEMBERS.keySet().stream()
                .sorted()
                .filter(unit -> !waiting.contains(unit) && !answered.contains(unit))
                .toList();
        List<String> open = waiting.stream().sorted().toList();
        String unit = open.get(random.nextInt(open.size()));
        int what = random.nextInt(5);
        if (what == 0 && !rest.isEmpty()) {
            String more = rest.get(random.nextInt(rest.size()));
            assertThat(changes.add(cases.get(number), canvass(number), more)).isEmpty();
            waiting.add(more);
        } else if (what == 1 && !waiting.containsAll(answered)) {
            String back = answered.stream()
                    .sorted()
                    .filter(given -> !waiting.contains(given))
                    .findFirst()
                    .orElseThrow();
            String id = members.standing(number).stream()
                    .filter(asked -> asked.askedUnitId().equals(back))
                    .findFirst()
                    .orElseThrow()
                    .id();
            assertThat(changes.sendBack(cases.get(number), id, "请说明。", process.actor("wuoffice")))
                    .isEmpty();
            waiting.add(back);
        } else if (what == 2 && waiting.size() > 1) {
            String id = canvasses.all(canvass(number)).stream()
                    .filter(asked -> asked.askedUnitId().equals(unit) && asked.isWaiting())
                    .findFirst()
                    .orElseThrow()
                    .id();
            assertThat(recalls.recall(number, id, "不再征求。", process.actor("wuoffice")))
                    .isEmpty();
            process.runJobs(number);
            waiting.remove(unit);
        } else {
            members.answer(number, unit, MEMBERS.get(unit), "AGREES", "");
            waiting.remove(unit);
            answered.add(unit);
        }
    }

    // ---- steps

    private String asked(String... units) {
        String number = people.inReview();
        members.want(number, "补贴是否可行？");
        members.choose(number, units);
        return number;
    }

    @SafeVarargs
    private final void summarise(String number, Map<String, String>... treatments) {
        process.answer(
                number,
                Members.SUMMARISE,
                Members.OFFICE,
                Map.of("treatments", List.of(treatments), "summary", "已汇总。"));
    }

    private int add(String number, String unit) {
        return post(number, "wuoffice", "/members", Map.of("unit", unit), canvass(number))
                .status();
    }

    private Answer back(String number, String opinion, String reason) {
        return post(number, "wuoffice", "/back", Map.of("reason", reason), "opinions/" + opinion);
    }

    private Answer post(String number, String userId, String act, Map<String, String> fields, String about) {
        Visitor visitor = web.session(userId);
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", visitor.csrf());
        return visitor.submit("/cases/" + number + "/consultation/" + about + act, all);
    }

    // ---- looking

    private String canvass(String number) {
        return members.canvass(number).id();
    }

    private Consultation only(String number, String unit) {
        return canvasses.all(canvass(number)).stream()
                .filter(asked -> asked.askedUnitId().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> standing(String number) {
        return members.standing(number).stream().map(Consultation::askedUnitId).collect(Collectors.toSet());
    }

    private Set<String> openMembers(String number) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(Members.OPINION)
                .list()
                .stream()
                .map(task -> (String) runtime.getVariable(task.getExecutionId(), "askedUnit"))
                .collect(Collectors.toSet());
    }

    private long open(String number, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(key)
                .count();
    }

    private List<String> acts(String number) {
        return trail.of(number).stream().map(AuditEntry::act).toList();
    }
}
