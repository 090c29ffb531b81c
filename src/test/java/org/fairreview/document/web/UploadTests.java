package org.fairreview.document.web;

import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fairreview.document.Reading.Notice;
import org.fairreview.document.Reading.Unreadable;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Uploader;
import org.fairreview.document.Uploads;
import org.fairreview.document.Uploads.Upload;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Somebody uploads a file. */
@WebMvcTest(
        controllers = UploadController.class,
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = "org\\.fairreview\\.review\\..*"))
@ActiveProfiles("test")
@WithMockUser("chenyu")
class UploadTests {

    private static final Uploader CHENYU = new Uploader("chenyu", "u02", "r420600");

    @Autowired
    MockMvc browser;

    @MockitoBean
    Uploads uploads;

    @MockitoBean
    CurrentActor currentActor;

    @MockitoBean
    Units units;

    @BeforeEach
    void a_drafter() {
        when(currentActor.get())
                .thenReturn(new Actor("chenyu", "陈宇", List.of(new Post("u02", Role.DRAFTER)), Set.of("r420600")));
        Unit unit = mock(Unit.class);
        when(unit.regionId()).thenReturn("r420600");
        when(units.find("u02")).thenReturn(Optional.of(unit));
    }

    @Test
    void a_file_that_can_be_read_is_staged_with_what_to_know_about_it() throws Exception {
        StoredFile staged = stored("f1", "草案.docx");
        when(uploads.takeText(eq("草案.docx"), any(), eq(CHENYU)))
                .thenReturn(
                        new Upload.Taken(staged, List.of(new Notice("document.warning.tracked-changes", List.of()))));

        upload("草案.docx", false)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value("f1"))
                .andExpect(jsonPath("$.name").value("草案.docx"))
                .andExpect(jsonPath("$.size").value(9))
                .andExpect(jsonPath("$.warnings[0]").value(containsString("修订痕迹")));
    }

    @Test
    void a_file_that_cannot_be_taken_is_refused_in_one_sentence() throws Exception {
        refuse("document.unreadable.classified");

        upload("草案.docx", false)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.message").value(containsString("密级标志")));
    }

    @Test
    void a_scan_is_taken_where_scans_are_welcome() throws Exception {
        refuse("document.unreadable.scanned-pdf", 3, 3);
        StoredFile staged = stored("f2", "用印.pdf");
        when(uploads.takeScan(eq("用印.pdf"), any(), eq(CHENYU))).thenReturn(new Upload.Taken(staged, List.of()));

        upload("用印.pdf", true)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value("f2"));
    }

    @Test
    void a_scan_is_not_taken_for_a_text() throws Exception {
        refuse("document.unreadable.scanned-pdf", 3, 3);

        upload("草案.pdf", false).andExpect(status().isUnprocessableEntity());
        verify(uploads, never()).takeScan(any(), any(), any());
    }

    @Test
    void a_classified_text_is_not_taken_as_a_scan_either() throws Exception {
        refuse("document.unreadable.classified");

        upload("函.pdf", true).andExpect(status().isUnprocessableEntity());
        verify(uploads, never()).takeScan(any(), any(), any());
    }

    private void refuse(String reason, Object... arguments) {
        when(uploads.takeEither(any(), any(), any())).thenCallRealMethod();
        when(uploads.takeText(any(), any(), any()))
                .thenReturn(new Upload.Refused(new Unreadable(reason, List.of(arguments))));
    }

    private ResultActions upload(String name, boolean scan) throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart("/uploads")
                .file(new MockMultipartFile("file", name, null, "a content".getBytes(StandardCharsets.UTF_8)));
        return browser.perform(request.param("scan", String.valueOf(scan)).with(csrf()));
    }

    private static StoredFile stored(String id, String name) {
        StoredFile file = mock(StoredFile.class);
        when(file.id()).thenReturn(id);
        when(file.name()).thenReturn(name);
        when(file.size()).thenReturn(9L);
        return file;
    }
}
