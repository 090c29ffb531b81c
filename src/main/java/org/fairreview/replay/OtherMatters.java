package org.fairreview.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairreview.conference.Trainings;
import org.fairreview.evaluation.Evaluation.Purpose;
import org.fairreview.evaluation.InstitutionFacts;
import org.fairreview.evaluation.Institutions;
import org.fairreview.evaluation.PlanDraft;
import org.fairreview.evaluation.Plans;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Role;
import org.fairreview.legaladvice.Adoption;
import org.fairreview.legaladvice.Contract;
import org.fairreview.legaladvice.ContractDraft;
import org.fairreview.legaladvice.Contracts;
import org.fairreview.legaladvice.LegalAdvice;
import org.fairreview.supervision.complaint.Channel;
import org.fairreview.supervision.complaint.ComplaintDraft;
import org.fairreview.supervision.complaint.Complaints;
import org.fairreview.supervision.complaint.Complaints.Filed;
import org.fairreview.supervision.complaint.Reporter;
import org.fairreview.supervision.complaint.Words;
import org.fairreview.workflow.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What else an office does in a year: complaints, contracts before advisers, a third-party evaluation, training and publicity. */
@Component
@Profile("replay")
class OtherMatters {

    private static final int YEAR = 300;
    private static final String DRAFTING_UNIT = "u02";
    private static final List<String> GOODS = List.of("信息系统维护", "办公设备采购", "检验检测服务", "物业服务", "宣传服务", "车辆租赁");

    private final Cast cast;
    private final Complaints complaints;
    private final Contracts contracts;
    private final Plans plans;
    private final Institutions institutions;
    private final Trainings trainings;

    OtherMatters(
            Cast cast,
            Complaints complaints,
            Contracts contracts,
            Plans plans,
            Institutions institutions,
            Trainings trainings) {
        this.cast = cast;
        this.complaints = complaints;
        this.contracts = contracts;
        this.plans = plans;
        this.institutions = institutions;
        this.trainings = trainings;
    }

    List<Story> stories(Scenario scenario) {
        List<Story> stories = new ArrayList<>();
        for (int place = 0; place < scenario.complaints(); place++) {
            stories.add(complaint(place, day(scenario, 100, 150, place, scenario.complaints())));
        }
        for (int place = 0; place < scenario.contracts(); place++) {
            stories.add(contract(place, day(scenario, 10, YEAR, place, scenario.contracts())));
        }
        for (int place = 0; place < scenario.evaluations(); place++) {
            stories.add(evaluation(place, day(scenario, 150, 100, place, scenario.evaluations())));
        }
        for (Scenario.Event event : scenario.events()) {
            stories.add(new Story(event.title(), event.day()).then(0, "登记", () -> record(event)));
        }
        return stories;
    }

    private static LocalDate day(Scenario scenario, int from, int days, int place, int many) {
        return Spread.over(scenario.firstDay().plusDays(from), days, place, many);
    }

    private static void refuse(Refusal refusal) {
        throw refusal;
    }

    private static void refuse(List<Objection> objections) {
        if (!objections.isEmpty()) {
            throw new ReplayFailed("Not taken: " + objections);
        }
    }

    private Story complaint(int place, LocalDate day) {
        String[] number = new String[1];
        String measure = "襄阳市公共停车场经营管理办法" + (place == 0 ? "" : place + 1);
        return new Story("举报 " + measure, day)
                .then(0, "登记举报", () -> number[0] = register(measure))
                .then(
                        2,
                        "受理",
                        () -> cast.answer(
                                number[0],
                                "Task_AssessComplaint",
                                Cast.REVIEWER,
                                Map.of(
                                        "decision",
                                        "ACCEPT",
                                        "draftingUnit",
                                        DRAFTING_UNIT,
                                        "measure",
                                        measure,
                                        "matter",
                                        "请说明第四条的制定依据和公平竞争审查情况。")))
                .then(
                        5,
                        "陈述意见",
                        () -> cast.answer(
                                number[0],
                                "Task_GiveStatement",
                                cast.in(DRAFTING_UNIT, Role.DRAFTER),
                                Map.of("text", "该办法印发前已开展公平竞争审查，第四条面向各类经营者。", "files", List.of())))
                .then(8, "核查", () -> cast.answer(number[0], "Task_VerifyComplaint", Cast.REVIEWER, verified()))
                .then(1, "审核", () -> signComplaint(number[0], Cast.SECTION_HEAD))
                .then(1, "签发", () -> signComplaint(number[0], Cast.LEADER))
                .then(
                        1,
                        "答复",
                        () -> cast.answer(
                                number[0],
                                "Task_AnswerReporter",
                                Cast.REVIEWER,
                                Map.of(
                                        "toldOn", cast.today().toString(),
                                        "tellingWay", "IN_WRITING",
                                        "text", "经核查，未发现该办法违反公平竞争审查标准，感谢您的监督。")));
    }

    private String register(String measure) {
        ComplaintDraft letter = new ComplaintDraft(
                Cast.REGION,
                true,
                new Reporter("田望舒", "0710-0000000", "", "襄阳市樊城区长虹路"),
                new Words("第四条要求经营者在本市登记注册，外地企业无法参加。", ""),
                measure,
                "",
                cast.unitName(DRAFTING_UNIT),
                true,
                cast.today());
        Filed filed = cast.as(
                Cast.CLERK,
                () -> complaints.register(
                        letter, Channel.LETTER, UUID.randomUUID().toString(), List.of(), cast.actor(Cast.CLERK)));
        refuse(filed.objections());
        return String.valueOf(filed.number());
    }

    private static Map<String, Object> verified() {
        return Map.of(
                "way", "BOTH",
                "wholeMeasure", "已核查全文共十二条，未发现排除、限制竞争的内容。",
                "procedure", "FULFILLED",
                "review", "CORRECT",
                "outcome", "NO_VIOLATION",
                "conclusion", "未发现违反公平竞争审查规定的情形。",
                "letter", "NONE",
                "findings", List.of());
    }

    private void signComplaint(String number, String userId) {
        cast.answer(number, "Task_SignComplaint", userId, Map.of("agreed", true, "remark", ""));
    }

    private Story contract(int place, LocalDate day) {
        String[] number = new String[1];
        String title = "%s合同（%02d）".formatted(GOODS.get(place % GOODS.size()), place + 1);
        String adviser = place % 2 == 0 ? "gonglaw" : "xulaw";
        return new Story("合同 " + title, day)
                .then(0, "送审合同", () -> number[0] = submit(title, adviser, place))
                .then(
                        2,
                        "出具法律意见",
                        () -> cast.answer(
                                number[0],
                                "Task_GiveOpinion",
                                adviser,
                                Map.of(
                                        "opinions",
                                        List.of(Map.of("opinion", "双方违约责任基本对等，建议明确验收标准。")),
                                        "assessment",
                                        place % 3 == 0 ? "WITH_CHANGES" : "NO_OBJECTION")))
                .then(1, "采纳意见", () -> adopt(number[0]));
    }

    private String submit(String title, String adviser, int place) {
        return cast.as(Cast.REVIEWER, () -> {
            Contracts.Submitted made = contracts.submit(
                    new ContractDraft(
                            title,
                            "襄阳第%d服务有限公司".formatted(place + 1),
                            String.valueOf(20_000 + 1_000 * place),
                            List.of("违约责任是否对等？"),
                            adviser,
                            List.of(cast.upload(Cast.REVIEWER, Cast.REGULATOR, title, title + "\n第一条 服务内容和期限见附件。"))),
                    cast.actor(Cast.REVIEWER));
            Refusal refusal = made.refusal();
            if (refusal != null) {
                throw refusal;
            }
            return String.valueOf(made.number());
        });
    }

    private void adopt(String number) {
        cast.as(Cast.REVIEWER, () -> {
            Contract contract =
                    contracts.find(number, cast.actor(Cast.REVIEWER)).orElseThrow();
            for (LegalAdvice advice : contracts.advicesOn(contract, cast.actor(Cast.REVIEWER))) {
                contracts
                        .adopt(contract, advice.id(), Adoption.Extent.ADOPTED, "", cast.actor(Cast.REVIEWER))
                        .ifPresent(OtherMatters::refuse);
            }
            return contract;
        });
    }

    private Story evaluation(int place, LocalDate day) {
        String[] number = new String[1];
        String institution = "u08";
        return new Story("第三方评估", day)
                .then(0, "登记评估机构", () -> registerInstitution(institution))
                .then(0, "制定评估计划", () -> number[0] = planEvaluation(place))
                .then(5, "委托评估", () -> cast.as(
                                Cast.OFFICE,
                                () -> plans.commission(
                                        number[0],
                                        institution,
                                        "公平竞争审查制度在各单位的落实情况如何，存在哪些问题？",
                                        List.of(cast.upload(Cast.OFFICE, Cast.REGULATOR, "评估工作方案", "评估范围、方法和时间安排。")),
                                        cast.actor(Cast.OFFICE)))
                        .ifPresent(OtherMatters::refuse))
                .then(
                        25,
                        "提交评估报告",
                        () -> cast.answer(
                                number[0],
                                "Task_SubmitReport",
                                "pinggu",
                                Map.of(
                                        "summary",
                                        "抽查了十六个单位的审查材料，制度总体落实到位，个别单位征求意见不够充分。",
                                        "report",
                                        cast.upload("pinggu", institution, "公平竞争审查第三方评估报告", "评估报告正文。"),
                                        "findings",
                                        List.of())))
                .then(
                        4,
                        "验收",
                        () -> cast.answer(
                                number[0],
                                "Task_AcceptReport",
                                Cast.OFFICE,
                                Map.of("acceptance", "ACCEPTED", "uses", List.of())));
    }

    private void registerInstitution(String unitId) {
        if (institutions.find(unitId).isPresent()) {
            return;
        }
        LocalDate today = cast.today();
        refuse(cast.as(
                Cast.OFFICE,
                () -> institutions.keep(
                        unitId,
                        new InstitutionFacts("从事政策评估研究，具备竞争法和产业经济研究能力。", today, today, null, today, null),
                        cast.upload(Cast.OFFICE, Cast.REGULATOR, "独立和保密承诺书", "承诺独立、客观开展评估，对评估材料保密。"),
                        cast.actor(Cast.OFFICE),
                        true)));
    }

    private String planEvaluation(int place) {
        List<String> made = new ArrayList<>();
        refuse(cast.as(
                Cast.OFFICE,
                () -> plans.make(
                        new PlanDraft(
                                cast.today().getYear(),
                                "公平竞争审查制度实施情况第三方评估" + (place == 0 ? "" : "（" + (place + 1) + "）"),
                                Purpose.STATE_OF_REGIME,
                                "全市公平竞争审查制度实施情况",
                                null,
                                null,
                                ""),
                        cast.actor(Cast.OFFICE),
                        made)));
        return made.get(0);
    }

    private void record(Scenario.Event event) {
        refuse(cast.as(
                Cast.OFFICE,
                () -> trainings.add(
                        Cast.REGION,
                        new Trainings.Draft(
                                event.kind(), event.day(), event.title(), event.audience(), event.participants(), ""),
                        cast.actor(Cast.OFFICE))));
    }
}
