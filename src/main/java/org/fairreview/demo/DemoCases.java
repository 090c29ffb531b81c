package org.fairreview.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.legaladvice.AdviserKind;
import org.fairreview.legaladvice.Advisers;
import org.fairreview.legaladvice.Advisers.TypedConflict;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.fairreview.reminder.Letters;
import org.fairreview.reminder.Letters.Beginning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Example cases in different states, made once, when the demo starts with none but those of its saved year. */
@Component
@Profile("demo")
@Order(100)
class DemoCases implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);

    private final DemoPeople people;
    private final LegalAdvices advices;
    private final Advisers advisers;
    private final DemoCleanup cleanup;
    private final DemoSupervision supervision;
    private final DemoSpotCheck spotCheck;
    private final DemoComplaint complaint;
    private final DemoProcedure procedure;
    private final DemoRegister register;
    private final Letters letters;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoCases(
            DemoPeople people,
            LegalAdvices advices,
            Advisers advisers,
            DemoCleanup cleanup,
            DemoSupervision supervision,
            DemoSpotCheck spotCheck,
            DemoComplaint complaint,
            DemoProcedure procedure,
            DemoRegister register,
            Letters letters,
            Directory directory,
            JdbcClient jdbc,
            Clock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.letters = letters;
        this.people = people;
        this.advices = advices;
        this.advisers = advisers;
        this.cleanup = cleanup;
        this.supervision = supervision;
        this.spotCheck = spotCheck;
        this.complaint = complaint;
        this.procedure = procedure;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (people.haveCases()) {
            return;
        }
        register.bringUpToDate();
        DemoPeople.as("liufang", () -> {
            advisers();
            return null;
        });
        waitingForReceipt();
        waitingForSupplement();
        waitingForSignature();
        notConforming();
        ownReview();
        askingMembers();
        countyCase();
        cleanup.make();
        supervision.make();
        spotCheck.make();
        complaint.make();
        letterOnItsWay();
        openPublicPage();
        LOG.info("Made the example cases");
    }

    /** The public page about complaints, which an office opens for itself from the next day on. */
    private void openPublicPage() {
        jdbc.sql("update office_value set setting = 'OPEN' where name = 'complaint.public' and region_id = '*'")
                .update();
    }

    private void waitingForReceipt() {
        people.submit(
                "linyue",
                "u03",
                "襄阳市夜间经济示范街区建设工作方案",
                MeasureKind.POLICY_DOCUMENT,
                Issuance.GOVERNMENT,
                "襄阳市人民政府办公室",
                "night-market");
    }

    private void waitingForSupplement() {
        String number = people.submit(
                "hejun",
                "u04",
                "襄阳市支持先进制造业设备更新实施意见",
                MeasureKind.NORMATIVE_DOCUMENT,
                Issuance.GOVERNMENT_FORWARDS,
                "襄阳市人民政府办公室",
                "manufacturing");
        people.send(
                number,
                "Task_CheckCompleteness",
                "wangmin",
                Map.of("decision", "SUPPLEMENT", "missing", "请补充听取外地设备生产企业意见的情况,并说明采纳理由。"));
    }

    private void waitingForSignature() {
        String title = "襄阳市会展业发展扶持办法";
        String number = people.submit(
                "linyue", "u03", title, MeasureKind.NORMATIVE_DOCUMENT, Issuance.GOVERNMENT, "襄阳市人民政府", "night-market");
        accept(number, "sunqian");
        people.answer(number, "Task_ReviewMeasure", "sunqian", Map.of("findings", List.of(), "adviceWanted", false));
        people.answer(number, "Task_DraftConclusion", "sunqian", draft("CONFORMS", List.of()));
        procedure.make(title, number);
    }

    private void notConforming() {
        String number = people.submit(
                "chenyu",
                "u02",
                "襄阳市促进冷链物流业发展若干措施",
                MeasureKind.NORMATIVE_DOCUMENT,
                Issuance.GOVERNMENT,
                "襄阳市人民政府",
                "cold-chain");
        accept(number, "zhaolei");
        people.answer(
                number,
                "Task_ReviewMeasure",
                "zhaolei",
                Map.of(
                        "findings",
                        List.of(
                                people.finding(
                                        number,
                                        "申请补助的企业应当在本市注册登记,并在本市连续纳税满三年",
                                        Map.of(
                                                "item", "10(2)",
                                                "subItem", "10(2)-3",
                                                "legalBasis", "NONE",
                                                "specificOperator", true,
                                                "reason", "以在本地注册和纳税为获得财政补助的条件,排除了外地经营者。",
                                                "requiredChange", "删除注册地和纳税年限要求,改为与项目本身有关的客观条件。")),
                                people.finding(
                                        number,
                                        "五年内不得将注册地迁出本市",
                                        Map.of(
                                                "item", "9(1)",
                                                "subItem", "9(1)-3",
                                                "reason", "妨碍经营者变更注册地址,阻碍要素流动。",
                                                "requiredChange", "删除迁出限制和退回补助的要求。")),
                                people.finding(
                                        number,
                                        "统一使用汉江云仓公司提供的管理系统,不再另行采购",
                                        Map.of(
                                                "item", "8(3)",
                                                "subItem", "8(3)-1",
                                                "specificOperator", true,
                                                "reason", "直接指定特定经营者提供服务。",
                                                "requiredChange", "改为依法公开采购。"))),
                        "adviceWanted",
                        true,
                        "adviser",
                        "xulaw",
                        "adviceQuestion",
                        "第二条的注册和纳税要求是否有法律、行政法规依据?"));
        people.answer(
                number,
                "Task_GiveOpinion",
                "xulaw",
                Map.of(
                        "opinions",
                        List.of(Map.of("opinion", "未查到法律、行政法规依据,也未见国务院批准文件。建议删除该要求。")),
                        "assessment",
                        "WITH_CHANGES"));
        people.answer(
                number,
                "Task_DraftConclusion",
                "zhaolei",
                withAdoption(number, draft("DOES_NOT_CONFORM", people.requireChanges(number))));
        people.answer(number, "Task_SignConclusion", "liufang", Map.of("agreed", true, "remark", "同意,请张局签发。"));
    }

    /** A department's own measure: its office has given the first opinion, its review body is to check it. */
    private void ownReview() {
        String number = people.submit(
                "chenyu",
                "u02",
                "襄阳市发展和改革委员会价格监测定点单位管理办法",
                MeasureKind.NORMATIVE_DOCUMENT,
                Issuance.DEPARTMENT,
                "襄阳市发展和改革委员会",
                "night-market");
        people.answer(number, "Task_ReviewOwnMeasure", "chenyu", Map.of("findings", List.of(), "adviceWanted", false));
        people.answer(number, "Task_DraftOwnConclusion", "chenyu", draft("CONFORMS", List.of()));
    }

    private void askingMembers() {
        String number = people.submit(
                "hejun",
                "u04",
                "襄阳市产业投资引导基金管理办法",
                MeasureKind.NORMATIVE_DOCUMENT,
                Issuance.GOVERNMENT,
                "襄阳市人民政府办公室",
                "manufacturing");
        accept(number, "zhaolei");
        people.answer(
                number,
                "Task_ReviewMeasure",
                "zhaolei",
                Map.of(
                        "findings",
                        List.of(),
                        "adviceWanted",
                        false,
                        "consultationWanted",
                        true,
                        "memberUnit",
                        "u06",
                        "consultationQuestion",
                        "基金返投比例是否构成对外地经营者的限制？"));
        people.answer(
                number,
                "Task_ChooseMembers",
                "wuoffice",
                Map.of("members", List.of(asked("u06"), asked("u03"), asked("u31"), asked("u35")), "notNeeded", ""));
    }

    /** A letter that waits for its first signature. */
    private void letterOnItsWay() {
        String number = DemoPeople.as("zhaolei", () -> letters.begin(
                        new Beginning("reminder", "DRAFTER", "u03", "", "", ""),
                        directory.actor("zhaolei").orElseThrow())
                .number());
        people.answer(
                String.valueOf(number),
                "Task_DraftLetter",
                "zhaolei",
                Map.of(
                        "kind",
                        "reminder",
                        "addresseeAs",
                        "DRAFTER",
                        "addresseeUnit",
                        "u03",
                        "title",
                        "《襄阳市夜间经济示范街区建设工作方案》公平竞争审查有关问题",
                        "facts",
                        "我局在工作中了解到，你单位起草的《襄阳市夜间经济示范街区建设工作方案》拟以限定本地企业的方式选择街区运营单位。",
                        "request",
                        "请你单位对照公平竞争审查标准自行核查，发现问题的及时改正，并将情况书面反馈我局。",
                        "measures",
                        List.of(Map.of("measure", "襄阳市夜间经济示范街区建设工作方案", "drafter", "襄阳市商务局")),
                        "findings",
                        List.of()));
    }

    private void countyCase() {
        people.submit(
                "fcdrafter",
                "u12",
                "樊城区特色商业街区管理办法",
                MeasureKind.NORMATIVE_DOCUMENT,
                Issuance.GOVERNMENT,
                "樊城区人民政府",
                "night-market");
    }

    private void accept(String number, String reviewer) {
        people.send(number, "Task_CheckCompleteness", "wangmin", Map.of("decision", "ACCEPTED"));
        people.answer(number, "Task_AssignReviewer", "liufang", Map.of("reviewer", reviewer));
    }

    private static Map<String, Object> asked(String unit) {
        return Map.of("unit", unit, "asked", true);
    }

    /** The draft, with the adviser's opinion adopted. */
    private Map<String, Object> withAdoption(String number, Map<String, Object> draft) {
        Map<String, Object> whole = new HashMap<>(draft);
        whole.put(
                "adoptions",
                advices.of(number).stream()
                        .map(advice -> Map.of("advice", advice.id(), "adopted", "ADOPTED"))
                        .toList());
        return whole;
    }

    private void advisers() {
        advisers.setKind("xulaw", AdviserKind.SOCIAL);
        advisers.setKind("gonglaw", AdviserKind.PUBLIC);
        Actor head = directory.actor("liufang").orElseThrow();
        advisers.declare(
                new TypedConflict("xulaw", null, "汉江云仓公司", "所在律师事务所为该公司常年法律顾问。", LocalDate.now(clock), null), head);
    }

    private static Map<String, Object> draft(String conclusion, List<Map<String, Object>> decisions) {
        return Map.of(
                "step",
                "SIGN",
                "decisions",
                decisions,
                "conclusion",
                conclusion,
                "hearing",
                "起草单位书面征求了相关企业和行业协会商会的意见,并公开征求了社会公众意见,说明了采纳情况。",
                "firstOpinion",
                "起草单位已提交公平竞争审查初审意见,认为未违反审查标准。",
                "reasoning",
                conclusion.equals("CONFORMS") ? "经逐条审查,未发现限制、排除竞争的内容。" : "上述条款限制了外地经营者,应当修改。",
                "workAdvice",
                "");
    }
}
