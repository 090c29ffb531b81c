package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.fairreview.review.CaseEnd;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewRoute;
import org.fairreview.review.Stage;
import org.fairreview.review.ledger.Ledger;
import org.fairreview.review.ledger.LedgerChoices;
import org.fairreview.review.ledger.LedgerChoices.Choice;
import org.fairreview.review.ledger.LedgerEntry;
import org.fairreview.review.ledger.LedgerHit;
import org.fairreview.review.ledger.LedgerPage;
import org.fairreview.review.ledger.LedgerQuery;
import org.fairreview.review.ledger.SavedViews;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Somebody opens the ledger. */
@PageTest
class LedgerPageTests {

    @Autowired
    MockMvc browser;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    Directory directory;

    @Autowired
    Ledger ledger;

    @Autowired
    SavedViews views;

    @BeforeEach
    void a_clerk_of_a_city_with_hundreds_of_cases() {
        when(currentActor.get()).thenReturn(People.clerk());
        when(directory.nameOf("zhaolei")).thenReturn("赵磊");
        when(ledger.choices(any()))
                .thenReturn(new LedgerChoices(
                        List.of(2026, 2025),
                        List.of(new Choice("u02", "某市发展和改革委员会"), new Choice("u03", "某市商务局")),
                        List.of(new Choice("r1", "某市"), new Choice("r2", "某区")),
                        List.of("zhaolei"),
                        true));
        when(ledger.page(any(), any(), anyInt())).thenReturn(new LedgerPage(List.of(entry(), pastEntry()), 520, 20, 5));
        when(ledger.hits(any(), any(), anyInt()))
                .thenReturn(Map.of(
                        "420600-2026-0001",
                        List.of(new LedgerHit("420600-2026-0001", 2, "草案.docx", "第三条第一款", "对冷链<企业>给予补贴，标准另行制定。"))));
    }

    @Test
    void it_shows_lines_and_where_the_words_stand_and_lacks_no_text() throws Exception {
        assertThat(page("/cases?q=冷链"))
                .contains("共 520 件")
                .contains("其中补录 20 件")
                .contains("第 5 页，共 11 页")
                .contains("草案.docx，第三条第一款（第 2 版）：")
                .contains("对<mark>冷链</mark>&lt;企业&gt;给予补贴")
                .contains("关于<mark>冷链</mark>的办法")
                .contains("赵磊")
                .contains("/cases/past/7")
                .contains("已超期")
                .doesNotContain("??");
    }

    @Test
    void links_to_pages_and_orders_keep_what_was_asked_for() throws Exception {
        assertThat(page("/cases?q=冷链 50%25&stage=SIGNING&year=2026&overdue=true&sort=DUE"))
                .contains(
                        "/cases?q=%E5%86%B7%E9%93%BE%2050%25&amp;stage=SIGNING&amp;year=2026&amp;overdue=true&amp;sort=DUE&amp;page=6")
                .contains("overdue=true&amp;sort=DUE_DESC\"")
                .contains("overdue=true&amp;sort=TITLE\"")
                .contains("aria-sort=\"ascending\"")
                .contains("value=\"SIGNING\" selected=\"selected\"")
                .contains("value=\"2026\" selected=\"selected\"");
    }

    @Test
    void route_and_end_narrow_it_stay_chosen_and_are_kept_in_every_link() throws Exception {
        assertThat(page("/cases?route=OWN&end=NOT_ISSUED&sort=TITLE"))
                .contains("/cases?route=OWN&amp;end=NOT_ISSUED&amp;sort=TITLE&amp;page=6")
                .contains("/cases/export?route=OWN&amp;end=NOT_ISSUED&amp;sort=TITLE")
                .contains("value=\"OWN\" selected=\"selected\">起草单位自行审查")
                .contains("value=\"NOT_ISSUED\" selected=\"selected\">未出台")
                .contains("<input type=\"hidden\" name=\"route\" value=\"OWN\">")
                .contains("<input type=\"hidden\" name=\"end\" value=\"NOT_ISSUED\">");
        ArgumentCaptor<LedgerQuery> asked = ArgumentCaptor.forClass(LedgerQuery.class);
        verify(ledger).page(asked.capture(), any(), anyInt());
        assertThat(asked.getValue().route()).isEqualTo(ReviewRoute.OWN);
        assertThat(asked.getValue().end()).isEqualTo(CaseEnd.NOT_ISSUED);
    }

    @Test
    void a_drafting_unit_that_sees_no_reviewer_has_no_column_for_one() throws Exception {
        when(ledger.choices(any()))
                .thenReturn(new LedgerChoices(
                        List.of(2026),
                        List.of(new Choice("u02", "某市发展和改革委员会")),
                        List.of(new Choice("r1", "某市")),
                        List.of(),
                        false));

        assertThat(page("/cases"))
                .doesNotContain("name=\"reviewer\"")
                .doesNotContain("name=\"region\"")
                .doesNotContain("name=\"past\"")
                .doesNotContain("审查员");
    }

    @Test
    void nothing_found_says_what_to_do() throws Exception {
        when(ledger.page(any(), any(), anyInt())).thenReturn(new LedgerPage(List.of(), 0, 0, 1));

        assertThat(page("/cases?q=没有这件&stage=")).contains("没有符合条件的案件");
        assertThat(page("/cases?q=&stage=")).contains("还没有您可以查看的案件");
    }

    @Test
    void a_stage_that_does_not_exist_is_a_wrong_address() throws Exception {
        browser.perform(get("/cases?stage=NOWHERE")).andExpect(status().isBadRequest());
    }

    @Test
    void what_is_asked_for_is_taken_out_as_a_workbook() throws Exception {
        when(ledger.export(any(), any())).thenReturn(Optional.of(List.of(entry())));

        byte[] bytes = browser.perform(get("/cases/export?stage=SIGNED"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(new String(bytes, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        assertThat(page("/cases?stage=SIGNED")).contains("/cases/export?stage=SIGNED");
    }

    @Test
    void too_much_to_take_out_says_what_to_do() throws Exception {
        when(ledger.export(any(), any())).thenReturn(Optional.empty());

        assertThat(browser.perform(get("/cases/export"))
                        .andExpect(status().isUnprocessableEntity())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("查询结果超过 10,000 件")
                .contains("共 520 件");
    }

    @Test
    void a_query_is_kept_with_its_conditions_and_the_person_stays_there() throws Exception {
        when(views.save(any(), any(), any())).thenReturn(Optional.empty());

        browser.perform(post("/cases/views")
                        .with(csrf())
                        .param("q", "冷链 物流")
                        .param("stage", "SIGNED")
                        .param("name", "冷链"))
                .andExpect(redirectedUrl("/cases?q=%E5%86%B7%E9%93%BE%20%E7%89%A9%E6%B5%81&stage=SIGNED"));

        verify(views).save("wangmin", "冷链", "q=%E5%86%B7%E9%93%BE%20%E7%89%A9%E6%B5%81&stage=SIGNED");
    }

    @Test
    void a_name_that_is_refused_comes_back_with_the_conditions() throws Exception {
        when(views.save(any(), any(), any())).thenReturn(Optional.of(Refusal.at("name", "view.nameTaken", "冷链")));

        assertThat(browser.perform(post("/cases/views")
                                .with(csrf())
                                .param("stage", "SIGNED")
                                .param("name", "冷链"))
                        .andExpect(status().isUnprocessableEntity())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("已有名为“冷链”的常用查询")
                .contains("value=\"冷链\"")
                .contains("<input type=\"hidden\" name=\"stage\" value=\"SIGNED\">");
    }

    private String page(String address) throws Exception {
        return browser.perform(get(java.net.URI.create(address.replace(" ", "%20"))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static LedgerEntry entry() {
        return new LedgerEntry(
                "420600-2026-0001",
                null,
                "关于冷链的办法",
                MeasureKind.RULE,
                Issuance.GOVERNMENT,
                "某市发展和改革委员会",
                "某市",
                Instant.parse("2026-11-01T17:00:00Z"),
                ReviewRoute.JOINT,
                Stage.SIGNED,
                null,
                false,
                "zhaolei",
                Conclusion.DOES_NOT_CONFORM,
                "公竞审〔2026〕1号",
                null,
                Instant.parse("2026-11-20T01:00:00Z"),
                null,
                LocalDate.of(2026, 11, 20),
                null,
                16,
                false,
                true,
                2,
                3);
    }

    private static LedgerEntry pastEntry() {
        return new LedgerEntry(
                null,
                7L,
                "关于旧事的办法",
                MeasureKind.RULE,
                null,
                "某市商务局",
                "某区",
                Instant.parse("2019-03-01T17:00:00Z"),
                null,
                null,
                null,
                false,
                null,
                Conclusion.CONFORMS,
                null,
                LocalDate.of(2019, 3, 20),
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                null);
    }
}
