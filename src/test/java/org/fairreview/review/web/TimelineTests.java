package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.audit.ActingPerson;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.conference.Remits;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.review.Finding;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.SigningStep;
import org.fairreview.review.web.CaseInsight.Side;
import org.fairreview.review.web.Timeline.Line;
import org.fairreview.review.web.Timeline.Step;
import org.fairreview.standard.Regime;
import org.fairreview.standard.StandardGroup;
import org.fairreview.standard.StandardItem;
import org.fairreview.standard.Standards;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The record of a case, put into words. */
class TimelineTests {

    private static final String SHA = "cd".repeat(32);
    private static final CaseInsight INSIDE = new CaseInsight(Side.REGULATOR, "zhaolei", false, false);

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private final AuditTrail trail = mock(AuditTrail.class);
    private final Directory directory = mock(Directory.class);
    private final FileStore files = mock(FileStore.class);
    private final ReviewCase review = mock(ReviewCase.class);
    private final Finding finding = mock(Finding.class);
    private Labels labels;
    private Timeline timeline;

    @BeforeEach
    void a_case() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setDefaultEncoding("UTF-8");
        messages.setBasenames("messages/pages", "messages/review", "messages/measure");
        Standards standards = new Standards(clock);
        labels = new Labels(messages);
        timeline = timeline(standards);
        when(review.number()).thenReturn("420600-2026-0001");
        when(review.regime()).thenReturn(standards.regime());
        when(review.chain())
                .thenReturn(List.of(new SigningStep("审核", Role.SECTIONHEAD), new SigningStep("签发", Role.LEADER)));
        when(finding.id()).thenReturn(17L);
        when(finding.round()).thenReturn(1);
        when(directory.nameOf("zhaolei")).thenReturn("赵磊");
        StoredFile scan = mock(StoredFile.class);
        when(scan.name()).thenReturn("用印.png");
        when(files.find("s1")).thenReturn(Optional.of(scan));
    }

    @Test
    void a_completed_task_is_called_by_its_name_with_who_and_when() {
        Step step = step("Task_AssignReviewer", "分派审查员", "{\"reviewer\":\"zhaolei\"}");

        assertThat(step.what()).isEqualTo("分派审查员");
        assertThat(step.who()).isEqualTo("刘芳");
        assertThat(step.unit()).isEqualTo("某市市场监督管理局");
        assertThat(step.at()).isEqualTo("2026年11月24日 10:00");
        assertThat(step.said()).containsExactly(Line.of("审查员", "赵磊"));
    }

    @Test
    void what_the_system_did_by_itself_is_said_so() {
        record("case.documentFrozen", ActingPerson.SYSTEM, "{\"sha256\":\"" + SHA + "\"}");

        Step step = timeline.of(review, List.of(), List.of(), INSIDE).get(0);

        assertThat(step.who()).isEqualTo("系统自动");
        assertThat(step.what()).isEqualTo("生成审查意见书");
        assertThat(step.said().get(0).isDigest()).isTrue();
    }

    @Test
    void a_finding_is_told_with_article_and_file_instead_of_codes_and_digests() {
        Step step = step(
                "Task_ReviewMeasure",
                "逐条审查草案",
                """
                {"findings":[{"id":null,"fileSha256":"%s","address":"第二条","startOffset":3,"endOffset":9,
                "quotation":"优先采购","item":"10(2)","subItem":null,"reason":"理由","requiredChange":"删去",
                "legalBasis":"NONE","legalBasisSource":"","specificOperator":true}],"adviceWanted":false}"""
                        .formatted(SHA));

        Line found = step.said().get(0).lines().get(0);
        assertThat(found.label()).isEqualTo("第 1 条");
        assertThat(found.lines())
                .contains(
                        Line.of("文件", "草案.docx"),
                        Line.of("位置", "第二条"),
                        Line.of("依据或者批准", "无依据,未经批准"),
                        Line.of("特定经营者", "指向特定经营者"))
                .anySatisfy(line -> assertThat(line.value()).startsWith("条例第十条第二项"))
                .noneMatch(line -> line.label().contains("Offset"));
        assertThat(step.said()).contains(Line.of("征求法律顾问意见", "不征求"));
    }

    @Test
    void an_answer_is_told_in_the_words_of_the_regime_that_it_names_and_else_in_those_of_the_case() {
        Standards standards = mock(Standards.class);
        Regime before = regime("2024", "此前的说法");
        Regime now = regime("2025", "现在的说法");
        when(standards.all()).thenReturn(List.of(before, now));
        when(standards.regime("2024")).thenReturn(Optional.of(before));
        when(standards.regime("2025")).thenReturn(Optional.of(now));
        timeline = timeline(standards);

        String answer = "{\"findings\":[{\"item\":\"9(1)\"}],\"regime\":\"%s\"}";
        assertThat(item(answer.formatted("2024"))).isEqualTo("条例第九条第一项 此前的说法");
        assertThat(item(answer.formatted("2025"))).isEqualTo("条例第九条第一项 现在的说法");
        assertThat(item("{\"findings\":[{\"item\":\"9(1)\"}]}")).isEqualTo("条例第九条第一项 现在的说法");
    }

    @Test
    void a_review_without_findings_says_so() {
        assertThat(step("Task_ReviewMeasure", "逐条审查草案", "{\"findings\":[]}").said())
                .containsExactly(Line.of("审查发现", "没有发现问题"));
    }

    @Test
    void a_decision_names_the_finding_by_its_number_and_the_form_by_its_own_words() {
        Step step = step(
                "Task_DraftConclusion",
                "拟写审查意见",
                """
                {"step":"SIGN","decisions":[{"id":17,"disposition":"JUSTIFIED","justification":"LAW","note":"有依据"}],
                "conclusion":"CONFORMS","hearing":"已征求","workAdvice":""}""");

        assertThat(step.said())
                .contains(Line.group(
                        "问题处理",
                        List.of(Line.group(
                                "第 1 条",
                                List.of(
                                        Line.of("处理结果", "有正当理由"),
                                        Line.of("正当理由", "有法律、行政法规依据（条例第十条）"),
                                        Line.of("说明", "有依据"))))));
        assertThat(step.said()).contains(Line.of("审查结论", "符合公平竞争审查标准"), Line.of("征求意见情况", "已征求"));
        assertThat(step.said()).extracting(Line::label).doesNotContain("工作建议或者风险提示");
    }

    @Test
    void sending_back_names_the_place() {
        assertThat(step("Task_SignConclusion", "签发", "{\"agreed\":false,\"remark\":\"不妥\",\"backTo\":0}")
                        .said())
                .containsExactly(Line.of("签批结果", "退回"), Line.of("签批意见", "不妥"), Line.of("退回至", "审核"));
        assertThat(step("Task_SignConclusion", "签发", "{\"backTo\":-1}").said())
                .containsExactly(Line.of("退回至", "审查员(重新拟写)"));
    }

    @Test
    void dates_and_files_are_told_as_people_write_them() {
        assertThat(step("Task_SealConclusion", "登记用印", "{\"sealedOn\":\"2026-11-24\",\"scan\":\"s1\"}")
                        .said())
                .containsExactly(Line.of("用印日期", "2026年11月24日"), Line.of("用印扫描件", "用印.png"));
    }

    @Test
    void what_the_reader_may_not_know_is_left_out() {
        record(
                "task.completed",
                new ActingPerson("liufang", "刘芳", "某市市场监督管理局"),
                "{\"task\":\"Task_SignConclusion\",\"taskName\":\"审核\",\"answer\":{\"remark\":\"不妥\"}}");

        assertThat(timeline.of(
                        review, List.of(), List.of(), new CaseInsight(Side.DRAFTING_UNIT, "chenyu", false, true)))
                .isEmpty();
    }

    private String item(String answer) {
        return step("Task_ReviewMeasure", "逐条审查草案", answer)
                .said()
                .get(0)
                .lines()
                .get(0)
                .lines()
                .get(0)
                .value();
    }

    private static Regime regime(String id, String label) {
        StandardItem item = new StandardItem("9(1)", "条例第九条第一项", label, null, false, false, List.of(), List.of());
        return new Regime(
                id,
                id,
                LocalDate.EPOCH,
                null,
                "template",
                List.of(),
                Map.of(),
                List.of(new StandardGroup("9", "条例第九条", "分组", false, List.of(item))));
    }

    private Timeline timeline(Standards standards) {
        return new Timeline(
                trail,
                new ObjectMapper(),
                labels,
                new Moments(clock),
                directory,
                files,
                standards,
                mock(Units.class),
                mock(Remits.class),
                mock(CanvassViews.class));
    }

    private Step step(String task, String name, String answer) {
        record(
                "task.completed",
                new ActingPerson("liufang", "刘芳", "某市市场监督管理局"),
                "{\"task\":\"%s\",\"taskName\":\"%s\",\"answer\":%s}".formatted(task, name, answer));
        return timeline.of(
                        review,
                        List.of(finding),
                        List.of(new ManifestEntry(FileRole.BODY, 1, "f1", "草案.docx", 10, SHA)),
                        INSIDE)
                .get(0);
    }

    private void record(String act, ActingPerson who, String details) {
        AuditEntry entry = mock(AuditEntry.class);
        when(entry.act()).thenReturn(act);
        when(entry.actor()).thenReturn(who);
        when(entry.occurredAt()).thenReturn(clock.instant());
        when(entry.details()).thenReturn(details);
        when(trail.of("420600-2026-0001")).thenReturn(List.of(entry));
    }
}
