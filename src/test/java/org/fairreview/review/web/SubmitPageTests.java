package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Optional;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Units;
import org.fairreview.measure.FileRole;
import org.fairreview.review.Submission;
import org.fairreview.review.Submission.SubmittedFile;
import org.fairreview.review.Submissions;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A drafter submits a measure. */
@PageTest
class SubmitPageTests {

    @Autowired
    MockMvc browser;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    Units units;

    @Autowired
    FileStore files;

    @Autowired
    Submissions submissions;

    @BeforeEach
    void a_drafter_with_two_uploads() {
        when(currentActor.get()).thenReturn(People.drafter());
        when(units.name(People.DRAFTING_UNIT)).thenReturn("某市发展和改革委员会");
        upload("body1", "草案.docx", "chenyu");
        upload("note1", "起草说明.docx", "chenyu");
        upload("stranger", "别人的文件.docx", "linyue");
        when(submissions.check(any(), any())).thenReturn(Optional.empty());
    }

    @Test
    void the_blank_page_warns_of_classified_files_and_lacks_no_text() throws Exception {
        browser.perform(get("/measures/new"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("严禁上传涉密文件")))
                .andExpect(content().string(containsString("由部门印发")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void somebody_who_neither_drafts_nor_registers_is_turned_away() throws Exception {
        when(currentActor.get()).thenReturn(People.adviser());

        browser.perform(get("/measures/new")).andExpect(status().isForbidden());
        browser.perform(complete()).andExpect(status().isForbidden());
        verify(submissions, never()).submit(any(), any());
    }

    @Test
    void a_complete_form_becomes_a_case_with_its_files_in_order() throws Exception {
        upload("annex2", "附件2.docx", "chenyu");
        upload("annex1", "附件1.docx", "chenyu");
        when(submissions.submit(any(), any())).thenReturn("420600-2026-0001");

        browser.perform(complete().param("attachments", "annex2", "annex1"))
                .andExpect(redirectedUrl("/cases/420600-2026-0001"))
                .andExpect(flash().attribute("submitted", "420600-2026-0001"));

        assertThat(submitted().files())
                .containsExactly(
                        new SubmittedFile(FileRole.BODY, "body1"),
                        new SubmittedFile(FileRole.ATTACHMENT, "annex2"),
                        new SubmittedFile(FileRole.ATTACHMENT, "annex1"),
                        new SubmittedFile(FileRole.EXPLANATION, "note1"));
    }

    @Test
    void lines_arrive_without_the_carriage_returns_of_browsers() throws Exception {
        when(submissions.submit(any(), any())).thenReturn("420600-2026-0001");

        browser.perform(complete().param("coDrafters", " 某市商务局\r\n某市财政局 "));

        assertThat(submitted().facts().coDrafters()).isEqualTo("某市商务局\n某市财政局");
    }

    @Test
    void an_empty_form_comes_back_with_a_sentence_for_everything_that_is_missing() throws Exception {
        String page = browser.perform(post("/measures").with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains("请填写政策措施名称")
                .contains("请选择文件种类")
                .contains("请选择出台方式")
                .contains("请上传草案正文")
                .contains("请上传起草说明（办法第三十一条）")
                .contains("请选择是否听取了意见")
                .contains("请填写公平竞争审查初审意见")
                .contains("请确认提交的材料不涉及国家秘密")
                .doesNotContain("??");
        assertThat(page.indexOf("请填写政策措施名称")).isLessThan(page.indexOf("请上传草案正文"));
        verify(submissions, never()).submit(any(), any());
    }

    @Test
    void a_refused_form_keeps_what_was_typed_and_uploaded() throws Exception {
        browser.perform(post("/measures")
                        .with(csrf())
                        .param("title", "关于某事的<办法>")
                        .param("kind", "RULE")
                        .param("heard", "true")
                        .param("hearing", "向六家企业征求意见")
                        .param("body", "body1"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("关于某事的&lt;办法&gt;")))
                .andExpect(content().string(containsString("向六家企业征求意见")))
                .andExpect(content().string(containsString("value=\"RULE\" selected")))
                .andExpect(content().string(containsString("value=\"body1\"")))
                .andExpect(content().string(containsString("草案.docx")))
                .andExpect(content().string(containsString("已听取意见的，请填写采纳情况")));
    }

    @Test
    void the_tick_cannot_be_left_out() throws Exception {
        browser.perform(complete("false"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请确认提交的材料不涉及国家秘密")));
    }

    @Test
    void somebody_elses_upload_is_not_taken_and_its_name_not_told() throws Exception {
        browser.perform(complete().param("attachments", "stranger"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("所附文件已失效")))
                .andExpect(content().string(not(containsString("别人的文件"))));
        verify(submissions, never()).submit(any(), any());
    }

    @Test
    void two_bodies_are_one_too_many() throws Exception {
        upload("body2", "草案二.docx", "chenyu");

        browser.perform(complete().param("body", "body2"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("草案正文只能是一个文件")));
    }

    @Test
    void a_text_beyond_its_limit_is_refused_with_the_limit() throws Exception {
        browser.perform(complete().param("coDrafters", "长".repeat(501)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("内容超过 500 字")));
    }

    @Test
    void own_review_is_refused_at_the_field_before_a_case_is_opened() throws Exception {
        when(submissions.check(any(), any()))
                .thenReturn(Optional.of(Refusal.at("issuance", "submission.noReviewBody")));

        browser.perform(complete())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("href=\"#issuance\"")))
                .andExpect(content().string(containsString("应由本单位自行审查")));
        verify(submissions, never()).submit(any(), any());
    }

    @Test
    void a_refusal_while_the_case_is_opened_stands_on_top() throws Exception {
        when(submissions.submit(any(), any())).thenThrow(Refusal.of("submission.noRegulator", "某县"));

        browser.perform(complete())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("某县尚未登记市场监督管理部门")));
    }

    private MockHttpServletRequestBuilder complete() {
        return complete("true");
    }

    private MockHttpServletRequestBuilder complete(String unclassified) {
        return post("/measures")
                .with(csrf())
                .param("draftingUnit", People.DRAFTING_UNIT)
                .param("title", "关于某事的办法")
                .param("kind", "NORMATIVE_DOCUMENT")
                .param("issuance", "GOVERNMENT")
                .param("issuingBody", "某市人民政府")
                .param("legalBasis", "无")
                .param("contactName", "陈宇")
                .param("contactPhone", "0710-0000000")
                .param("body", "body1")
                .param("explanation", "note1")
                .param("heard", "true")
                .param("hearing", "向六家企业征求意见")
                .param("adoption", "全部采纳")
                .param("firstOpinion", "符合审查标准")
                .param("unclassified", unclassified);
    }

    private Submission submitted() {
        ArgumentCaptor<Submission> submission = ArgumentCaptor.forClass(Submission.class);
        verify(submissions).submit(submission.capture(), any());
        return submission.getValue();
    }

    private void upload(String id, String name, String userId) {
        StoredFile file = mock(StoredFile.class);
        when(file.id()).thenReturn(id);
        when(file.name()).thenReturn(name);
        when(file.size()).thenReturn(2048L);
        when(file.isStagedBy(userId)).thenReturn(true);
        when(files.find(id)).thenReturn(Optional.of(file));
    }
}
