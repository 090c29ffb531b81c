package org.fairreview.kit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.cleanup.MeasureInForce;
import org.fairreview.document.Texts;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.supervision.spotcheck.Inspections;
import org.fairreview.supervision.spotcheck.SeedSource;
import org.fairreview.supervision.spotcheck.SpotCheck;
import org.fairreview.supervision.spotcheck.SpotChecks;
import org.fairreview.supervision.spotcheck.SpotItem;
import org.fairreview.supervision.spotcheck.SpotPlan;
import org.fairreview.supervision.spotcheck.Stratum;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Spot checks, and those who work in them: Liu Fang plans and draws, Zhang Wei signs, Zhao Lei and Sun Qian inspect. */
@TestComponent
public class SpotChecking {

    public static final String SIGN_PLAN = "Task_SignSpotCheckPlan";
    public static final String FIX = "Task_FixPopulation";
    public static final String DRAW = "Task_DrawSpotCheck";
    public static final String INSPECT = "Task_InspectMeasure";
    public static final String DECIDE = "Task_DecideDisagreement";
    public static final String DRAFT = "Task_DraftSpotCheckReport";
    public static final String SIGN_REPORT = "Task_SignSpotCheckReport";
    public static final String DELIVER = "Task_DeliverSpotCheckReport";
    public static final String PUBLISH = "Task_DecideSpotCheckPublication";

    public static final String PLANNER = "liufang";
    public static final String LEADER = "zhangwei";
    public static final String FIRST = "zhaolei";
    public static final String SECOND = "sunqian";
    public static final String CLERK = "wangmin";

    public static final String BODY = "第一条 企业五年内不得将注册地迁出本市。\n第二条 企业自主经营。";
    public static final String WORDS = "企业五年内不得将注册地迁出本市";

    private final ProcessDriver process;
    private final LegacyCampaign legacy;
    private final SpotChecks checks;
    private final Inspections inspections;
    private final Texts texts;
    private final TaskService tasks;
    private final Clock clock;
    private int made;

    SpotChecking(
            ProcessDriver process,
            LegacyCampaign legacy,
            SpotChecks checks,
            Inspections inspections,
            Texts texts,
            TaskService tasks,
            Clock clock) {
        this.process = process;
        this.legacy = legacy;
        this.checks = checks;
        this.inspections = inspections;
        this.texts = texts;
        this.tasks = tasks;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A word that stands in the titles of one check's measures alone. */
    public String word() {
        return "抽样" + (++made) + "号";
    }

    /** Measures in force whose titles hold the word. */
    public List<MeasureInForce> measures(String word, int many) {
        List<MeasureInForce> measures = new ArrayList<>();
        for (int place = 1; place <= many; place++) {
            measures.add(legacy.measure(
                    LegacyCampaign.UNIT, LegacyCampaign.UNIT, "关于%s第%d件的若干措施".formatted(word, place), BODY));
        }
        return measures;
    }

    public SpotPlan plan(String word, int size, @Nullable Stratum stratum) {
        return plan(word, size, stratum, null);
    }

    /** A plan; with a public number where a day is given on which it becomes known. */
    public SpotPlan plan(String word, int size, @Nullable Stratum stratum, @Nullable LocalDate known) {
        return new SpotPlan(
                "2026年度抽查" + word,
                "招商引资、政府采购领域",
                word,
                "",
                "",
                "r420600",
                null,
                null,
                size,
                stratum,
                today(),
                today().plusDays(30),
                FIRST,
                SECOND,
                known == null ? SeedSource.PRODUCT : SeedSource.PUBLIC,
                known == null ? "" : "双色球第138期开奖号码",
                known);
    }

    /** Plans; the number of the spot check. */
    public String planned(SpotPlan plan) {
        List<String> number = new ArrayList<>();
        var objections = process.as(PLANNER, () -> checks.plan(plan, process.actor(PLANNER), number));
        if (!objections.isEmpty()) {
            throw new AssertionError(objections.toString());
        }
        return number.get(0);
    }

    public void signPlan(String number, boolean agreed) {
        process.answer(number, SIGN_PLAN, LEADER, Map.of("agreed", agreed, "remark", agreed ? "" : "请缩小范围。"));
    }

    public void signPlanAs(String number, String userId) {
        process.answer(number, SIGN_PLAN, userId, Map.of("agreed", true, "remark", ""));
    }

    public void fix(String number, boolean fromList, List<Map<String, Object>> targets) {
        process.answer(
                number,
                FIX,
                PLANNER,
                Map.of("giveUp", false, "fromRegister", true, "fromList", fromList, "targets", targets));
    }

    /** Nothing is drawn under this plan; the form sends no more than this. */
    public void giveUp(String number, String reason) {
        process.answer(number, FIX, PLANNER, Map.of("giveUp", true, "giveUpReason", reason));
    }

    public static Map<String, Object> target(String title) {
        return Map.of("title", title, "documentNumber", "", "unitName", "", "reason", "群众反映较多。");
    }

    public void draw(String number, String seed) {
        process.answer(number, DRAW, PLANNER, Map.of("seed", seed, "witness", "驻局纪检组李明", "once", true));
        process.runJobs(number);
    }

    /** A spot check of the measures with the word, drawn. */
    public String drawn(String word, int size) {
        String number = planned(plan(word, size, null));
        signPlan(number, true);
        fix(number, false, List.of());
        draw(number, "");
        return number;
    }

    public SpotCheck get(String number) {
        return checks.get(number);
    }

    public List<SpotItem> items(String number) {
        return checks.itemsOf(number);
    }

    /** The task of one of the two inspectors. */
    public Task task(String item, String inspector) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(item)
                .taskDefinitionKey(INSPECT)
                .taskAssignee(inspector)
                .singleResult();
    }

    public void record(String item, String inspector, String procedure, List<Map<String, Object>> findings) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("findings", findings);
        answer.put("hits", List.of());
        answer.put("procedure", procedure);
        answer.put("opinion", findings.isEmpty() ? "未发现问题。" : "第一条限制企业迁移。");
        process.answer(task(item, inspector), inspector, answer);
    }

    /** A finding about the words that every measure made here holds. */
    public Map<String, Object> finding(String item) {
        ManifestEntry file = inspections.filesOf(inspections.get(item)).get(0);
        int start = texts.fullText(file.sha256()).orElseThrow().indexOf(WORDS);
        Map<String, Object> finding = new HashMap<>();
        finding.put("fileSha256", file.sha256());
        finding.put("address", "第一条");
        finding.put("startOffset", start);
        finding.put("endOffset", start + WORDS.length());
        finding.put("quotation", WORDS);
        finding.put("item", "9(1)");
        finding.put("subItem", "9(1)-3");
        finding.put("reason", "妨碍企业迁移。");
        finding.put("requiredChange", "删除。");
        return finding;
    }

    /** Both record that there is nothing. */
    public void clean(String item) {
        record(item, FIRST, "FOLLOWED", List.of());
        record(item, SECOND, "FOLLOWED", List.of());
        process.runJobs(item);
    }

    /** Both record the same problem. */
    public void found(String item) {
        record(item, FIRST, "FOLLOWED", List.of(finding(item)));
        record(item, SECOND, "FOLLOWED", List.of(finding(item)));
        process.runJobs(item);
    }

    public void decide(String item, boolean stands) {
        List<Map<String, Object>> decided = inspections.findingsOf(item).stream()
                .map(finding -> Map.<String, Object>of("id", finding.id(), "stands", stands))
                .toList();
        process.answer(
                item, DECIDE, PLANNER, Map.of("findings", decided, "procedure", "FOLLOWED", "reason", "条文明确限制迁移。"));
        process.runJobs(item);
    }

    public Map<String, Object> report() {
        return new HashMap<>(Map.of(
                "situation", "按计划抽查了若干件政策措施。",
                "problems", "个别文件限制企业迁移。",
                "nextSteps", "督促整改，纳入培训。",
                "government", "襄阳市人民政府",
                "higher", "湖北省市场监督管理局"));
    }

    public void draft(String number) {
        process.answer(number, DRAFT, FIRST, report());
    }

    public void signReport(String number, boolean agreed) {
        process.answer(number, SIGN_REPORT, LEADER, Map.of("agreed", agreed, "remark", agreed ? "" : "请补充整改时限。"));
        process.runJobs(number);
    }

    /** Registers the delivery to the own government. */
    public void toGovernment(String number) {
        process.answer(number, DELIVER, CLERK, Map.of("governmentOn", today().toString(), "governmentBy", "市政府办收文员"));
    }

    /** A spot check that is over but for the publication, with a scanned receipt. */
    public String delivered(String receipt) {
        String word = word();
        measures(word, 1);
        String number = drawn(word, 1);
        clean(items(number).get(0).number());
        draft(number);
        signReport(number, true);
        process.answer(
                number,
                DELIVER,
                CLERK,
                Map.of(
                        "governmentOn",
                        today().toString(),
                        "governmentBy",
                        "市政府办收文员",
                        "higherOn",
                        today().toString(),
                        "higherBy",
                        "省局收文员",
                        "receipt",
                        receipt));
        return number;
    }

    /** A spot check whose list is not fixed. */
    public String listing() {
        String number = planned(plan(word(), 1, null));
        signPlan(number, true);
        return number;
    }

    /** Registers the delivery to the next-higher regulator. */
    public void toHigher(String number) {
        process.answer(number, DELIVER, CLERK, Map.of("higherOn", today().toString(), "higherBy", "省局收文员"));
    }

    public void publish(String number) {
        process.answer(
                number,
                PUBLISH,
                PLANNER,
                Map.of("publish", true, "publishedOn", today().toString(), "link", "https://example.org/choucha"));
    }
}
