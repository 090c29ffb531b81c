package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.CurrentActor;
import org.fairreview.review.ledger.CheckedLine;
import org.fairreview.review.ledger.PastColumn;
import org.fairreview.review.ledger.PastLine;
import org.fairreview.review.ledger.PastReviews;
import org.fairreview.review.web.PastReviewImports.Brought;
import org.fairreview.review.web.PastReviewImports.Trial;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** A clerk opens the pages by which reviews of earlier years are entered. */
@PageTest
class PastReviewPageTests {

    @Autowired
    MockMvc browser;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    PastReviews reviews;

    @Autowired
    PastReviewImports imports;

    @BeforeEach
    void a_clerk() {
        when(currentActor.get()).thenReturn(People.clerk());
        when(reviews.mayEnter(any())).thenReturn(true);
        when(reviews.find(anyLong(), any())).thenReturn(Optional.empty());
        when(imports.trial(anyString(), any())).thenReturn(Optional.empty());
    }

    @Test
    void the_trial_counts_the_lines_and_says_what_is_wrong_with_which() throws Exception {
        StoredFile file = mock(StoredFile.class);
        when(file.name()).thenReturn("补录.xlsx");
        PastLine line = new PastLine(3, Map.of(PastColumn.TITLE, "关于某事的办法", PastColumn.UNIT, "外市某局"));
        when(imports.trial(anyString(), any()))
                .thenReturn(Optional.of(new Trial(
                        file,
                        List.of(
                                new CheckedLine(line, List.of(), false),
                                new CheckedLine(line, List.of(), true),
                                new CheckedLine(
                                        line, List.of(Refusal.at("UNIT", "past.unitUnknown", "外市某局")), false)))));

        assertThat(page("/cases/import/f1"))
                .contains("补录 1 行")
                .contains("/cases/import/f1/marked")
                .contains("起草单位：“外市某局”不是本地区已登记的单位")
                .doesNotContain("??");
    }

    @Test
    void a_file_that_is_taken_leads_to_its_trial_and_one_that_is_not_says_why() throws Exception {
        MockMultipartFile file = new MockMultipartFile("file", "补录.xlsx", null, new byte[] {1});
        when(imports.bring(anyString(), any(), any())).thenReturn(new Brought("f1", null));
        browser.perform(multipart("/cases/import").file(file).with(csrf()))
                .andExpect(redirectedUrl("/cases/import/f1"));

        when(imports.bring(anyString(), any(), any()))
                .thenReturn(new Brought(null, Refusal.at("file", "past.file.headMissing", "起草单位")));
        assertThat(browser.perform(multipart("/cases/import").file(file).with(csrf()))
                        .andExpect(status().isUnprocessableEntity())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("表头与模板不一致，缺少：起草单位");
    }

    @Test
    void sending_without_a_file_says_that_one_is_missing() throws Exception {
        for (var request : List.of(post("/cases/import"), multipart("/cases/import"))) {
            assertThat(browser.perform(request.with(csrf()))
                            .andExpect(status().isUnprocessableEntity())
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .contains("请选择要上传的文件");
        }
    }

    @Test
    void a_file_over_five_megabytes_is_not_even_read() throws Exception {
        MockMultipartFile file = new MockMultipartFile("file", "补录.xlsx", null, new byte[PastWorkbook.MOST_BYTES + 1]);

        browser.perform(multipart("/cases/import").file(file).with(csrf())).andExpect(status().isUnprocessableEntity());
        verifyNoInteractions(imports);
    }

    @Test
    void whoever_enters_nothing_has_no_business_here() throws Exception {
        when(reviews.mayEnter(any())).thenReturn(false);

        browser.perform(get("/cases/import")).andExpect(status().isForbidden());
        browser.perform(get("/cases/import/template")).andExpect(status().isForbidden());
        browser.perform(get("/cases/import/f1")).andExpect(status().isForbidden());
        browser.perform(get("/cases/import/f1/marked")).andExpect(status().isForbidden());
        browser.perform(post("/cases/import/f1").with(csrf())).andExpect(status().isForbidden());
        browser.perform(post("/cases/import").with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void what_one_may_not_see_is_not_found() throws Exception {
        browser.perform(get("/cases/past/7")).andExpect(status().isNotFound());
        browser.perform(get("/cases/import/f1")).andExpect(status().isNotFound());
    }

    private String page(String address) throws Exception {
        return browser.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
