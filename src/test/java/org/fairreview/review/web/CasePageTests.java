package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fairreview.document.PassageKind;
import org.fairreview.identity.CurrentActor;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.Stage;
import org.fairreview.review.web.CasePage.AdviceView;
import org.fairreview.review.web.CasePage.ClockView;
import org.fairreview.review.web.CasePage.ConclusionView;
import org.fairreview.review.web.CasePage.Fact;
import org.fairreview.review.web.CasePage.FileView;
import org.fairreview.review.web.CasePage.FindingView;
import org.fairreview.review.web.CasePage.SignatureView;
import org.fairreview.review.web.CasePage.StopView;
import org.fairreview.review.web.CasePage.TaskView;
import org.fairreview.review.web.CasePage.TextView;
import org.fairreview.review.web.CasePage.VersionView;
import org.fairreview.review.web.MarkedText.MarkedPassage;
import org.fairreview.review.web.MarkedText.Piece;
import org.fairreview.review.web.Timeline.Line;
import org.fairreview.review.web.Timeline.Step;
import org.fairreview.workflow.CaseProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Somebody opens the page of a case. */
@PageTest
class CasePageTests {

    private static final String NUMBER = "420600-2026-0001";
    private static final String DIGEST = "ab".repeat(32);

    @Autowired
    MockMvc browser;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    CaseFile caseFile;

    @Autowired
    CasePages pages;

    @Autowired
    CaseProgress progress;

    @BeforeEach
    void a_clerk() {
        when(currentActor.get()).thenReturn(People.clerk());
        when(caseFile.find(anyString(), any())).thenReturn(Optional.empty());
        when(pages.find(anyString(), any())).thenReturn(Optional.empty());
    }

    @Test
    void a_case_that_one_may_not_see_is_not_found() throws Exception {
        browser.perform(get("/cases/" + NUMBER)).andExpect(status().isNotFound());
        browser.perform(get("/cases/" + NUMBER + "/diagram")).andExpect(status().isNotFound());
    }

    @Test
    void the_page_shows_everything_that_it_was_given_and_lacks_no_text() throws Exception {
        when(pages.find(anyString(), any())).thenReturn(Optional.of(full()));

        String page = page();

        assertThat(page)
                .contains("关于某事的办法")
                .contains("已用 3 个工作日，期限 15 个工作日")
                .contains("2026年11月2日 至 2026年11月4日：补正")
                .contains("/camunda/app/tasklist/default/#/?task=t1")
                .contains("第 7 条发现未能在文本中定位")
                .contains("条例第九条第三项")
                .contains("此前类似的问题（1 条）", "用语相同 83%", "href=\"/cases/420600-2024-0007\"", "2024年，不符合公平竞争审查标准")
                .contains("公竞审〔2026〕1号")
                .contains("已被退回，不再有效")
                .contains("系统自动")
                .contains(DIGEST)
                .doesNotContain("??");
    }

    @Test
    void a_marked_passage_leads_to_its_finding() throws Exception {
        when(pages.find(anyString(), any())).thenReturn(Optional.of(full()));

        assertThat(page())
                .containsPattern("<mark data-findings=\"1\">优先采购<a\\s+class=\"mark-number\"\\s+href=\"#finding-1\"")
                .contains("id=\"finding-1\"");
    }

    @Test
    void a_reader_from_outside_is_told_what_will_come_and_shown_no_empty_inner_parts() throws Exception {
        when(pages.find(anyString(), any())).thenReturn(Optional.of(outside()));

        assertThat(page())
                .contains("审查意见送达后可以查看审查发现")
                .contains("审查意见送达后可以查看审查结论")
                .contains("审查机关的内部办理环节不在此显示")
                .doesNotContain("审签记录")
                .doesNotContain("法律顾问意见")
                .doesNotContain("??");
    }

    @Test
    void the_diagram_comes_with_what_was_passed_and_what_is_current() throws Exception {
        when(caseFile.find(anyString(), any())).thenReturn(Optional.of(mock(ReviewCase.class)));
        when(progress.of(any(), anyString()))
                .thenReturn(new CaseProgress.Progress(Set.of("StartEvent_Submitted"), Set.of("Task_SealConclusion")));
        when(progress.model(any(), anyString())).thenReturn(Optional.of("<definitions/>"));

        browser.perform(get("/cases/" + NUMBER + "/diagram"))
                .andExpect(jsonPath("$.xml").value("<definitions/>"))
                .andExpect(jsonPath("$.passed[0]").value("StartEvent_Submitted"))
                .andExpect(jsonPath("$.current[0]").value("Task_SealConclusion"));
    }

    private String page() throws Exception {
        return list("/cases/" + NUMBER);
    }

    private String list(String address) throws Exception {
        return browser.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static CaseRow row(String number, String title, Stage stage) {
        boolean delivered = stage == Stage.DELIVERED;
        return new CaseRow(
                number,
                title,
                "某市发展和改革委员会",
                stage,
                delivered ? "已送达" : "审签中",
                delivered ? Conclusion.DOES_NOT_CONFORM : null,
                delivered ? "不符合公平竞争审查标准" : null,
                "赵磊",
                Instant.parse("2026-11-01T01:00:00Z"),
                "2026年11月1日",
                LocalDate.of(2026, 11, 20),
                "2026年11月20日",
                false,
                null);
    }

    private static CasePage full() {
        FileView file = new FileView("草案正文", "草案.docx", "2.0 KB", DIGEST, "/cases/" + NUMBER + "/files/f1");
        return new CasePage(
                row(NUMBER, "关于某事的办法", Stage.DELIVERED),
                true,
                false,
                "某市市场监督管理局",
                "陈宇",
                List.of(new Fact("文件种类", "行政规范性文件")),
                List.of(new Fact("听取意见情况", "向六家企业征求意见")),
                "请补充起草说明",
                null,
                new ClockView(
                        3,
                        15,
                        2,
                        false,
                        false,
                        "2026年11月1日",
                        "2026年11月20日",
                        null,
                        List.of(new StopView("2026年11月2日", "2026年11月4日", "补正"))),
                List.of(new TaskView(
                        "登记用印", null, "2026年11月5日 17:30", true, "/camunda/app/tasklist/default/#/?task=t1")),
                List.of(new TextView(
                        DIGEST,
                        "草案.docx",
                        "草案正文",
                        file.url(),
                        List.of(new MarkedPassage(
                                1,
                                "第二条",
                                PassageKind.ARTICLE,
                                List.of(new Piece("优先采购", List.of(1)), new Piece("本地产品。", List.of())),
                                List.of(),
                                true)),
                        Set.of(7))),
                true,
                List.of(new FindingView(
                        1,
                        "草案.docx",
                        "第二条",
                        "优先采购",
                        "条例第九条第三项",
                        "办法第十五条第二项",
                        "优先采购本地产品",
                        "删去",
                        null,
                        null,
                        "CHANGE_REQUIRED",
                        "须修改",
                        null,
                        "",
                        List.of(new SimilarView(
                                "420600-2024-0007",
                                "/cases/420600-2024-0007",
                                2024,
                                "用语相同 83%",
                                "第四条",
                                "优先采购本地企业产品",
                                "条例第九条第三项",
                                "须修改",
                                "删去该款",
                                "不符合公平竞争审查标准")))),
                List.of(new AdviceView(
                        "法律顾问", null, null, "徐正", "赵磊", "2026年11月6日 09:00", "是否构成?", null, null, null, null, null)),
                new ConclusionView(
                        true,
                        "不符合公平竞争审查标准",
                        false,
                        "公竞审〔2026〕1号",
                        "2026年11月7日 10:00",
                        null,
                        null,
                        List.of(new Fact("结论理由", "理由如上"))),
                List.of(new SignatureView("审核", "刘芳", true, "同意", "2026年11月7日 09:00", false)),
                List.of(file),
                List.of(new VersionView(1, true, "陈宇", "2026年11月1日 09:00", DIGEST, List.of(file))),
                new CasePage.Course(null, null, List.of(), null, List.of(), List.of(), false),
                List.of(new Step(
                        "2026年11月7日 10:00",
                        "系统自动",
                        null,
                        true,
                        "生成审查意见书",
                        List.of(Line.of("SHA-256", DIGEST), Line.group("文件", List.of(Line.of("名称", "意见.docx")))),
                        "case.documentFrozen",
                        Instant.parse("2026-11-07T02:00:00Z"))));
    }

    private static CasePage outside() {
        return new CasePage(
                row(NUMBER, "关于某事的办法", Stage.SIGNING),
                false,
                true,
                "某市市场监督管理局",
                "陈宇",
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                new CasePage.Course(null, null, List.of(), null, List.of(), List.of(), false),
                List.of());
    }
}
