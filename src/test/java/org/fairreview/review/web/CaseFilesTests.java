package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.evaluation.Evaluations;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Units;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.MeasureVersion;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.CaseReads;
import org.fairreview.review.ExceptionTerms;
import org.fairreview.review.Instructions;
import org.fairreview.review.ReviewCase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** Somebody downloads a file of a case. */
class CaseFilesTests {

    private static final String NUMBER = "420600-2026-0001";

    private final CurrentActor currentActor = mock(CurrentActor.class);
    private final CaseFile caseFile = mock(CaseFile.class);
    private final Measures measures = mock(Measures.class);
    private final FileStore store = mock(FileStore.class);
    private final ReviewCase review = mock(ReviewCase.class);
    private final CaseReads reads = mock(CaseReads.class);
    private final CaseFilesController controller = new CaseFilesController(
            currentActor,
            caseFile,
            new CaseInsights(mock(Units.class)),
            measures,
            store,
            mock(Evaluations.class),
            mock(LegalAdvices.class),
            mock(ExceptionTerms.class),
            reads,
            mock(Instructions.class));

    @BeforeEach
    void a_case_that_is_sealed() {
        when(review.measureId()).thenReturn("m1");
        when(review.draftingUnitId()).thenReturn(People.DRAFTING_UNIT);
        when(review.regulatorUnitId()).thenReturn(People.REGULATOR);
        when(review.submittedBy()).thenReturn("chenyu");
        when(review.documentFileId()).thenReturn(Optional.of("conclusion"));
        when(review.sealedFileId()).thenReturn(Optional.of("scan"));
        MeasureVersion version = mock(MeasureVersion.class);
        when(version.manifest()).thenReturn(List.of(new ManifestEntry(FileRole.BODY, 1, "body", "草案.html", 5, "aa")));
        when(measures.versionsOf("m1")).thenReturn(List.of(version));
        for (String id : List.of("body", "conclusion", "scan", "foreign")) {
            StoredFile file = mock(StoredFile.class);
            when(file.name()).thenReturn("草案 一.html");
            when(file.size()).thenReturn(5L);
            when(file.sha256()).thenReturn("aa");
            when(store.find(id)).thenReturn(Optional.of(file));
        }
        when(store.open("aa")).thenAnswer(call -> new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)));
        when(caseFile.find(anyString(), any())).thenReturn(Optional.of(review));
    }

    @Test
    void a_file_is_saved_under_its_chinese_name_and_never_shown() throws Exception {
        ResponseEntity<Resource> answer = download(People.drafter(), "body");

        assertThat(answer.getHeaders().getContentDisposition().isAttachment()).isTrue();
        assertThat(answer.getHeaders().getContentDisposition().getFilename()).isEqualTo("草案 一.html");
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_OCTET_STREAM);
        assertThat(answer.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getBody().getContentAsByteArray()).hasSize(5);
    }

    @Test
    void the_conclusion_waits_for_its_delivery_before_the_drafting_unit_gets_it() {
        assertThatNotFound(People.drafter(), "conclusion");
        assertThatNotFound(People.drafter(), "scan");
        assertThat(download(People.clerk(), "conclusion").getStatusCode().is2xxSuccessful())
                .isTrue();

        when(review.isConcluded()).thenReturn(true);

        assertThat(download(People.drafter(), "conclusion").getStatusCode().is2xxSuccessful())
                .isTrue();
        assertThat(download(People.drafter(), "scan").getStatusCode().is2xxSuccessful())
                .isTrue();
    }

    @Test
    void a_file_of_another_case_is_not_found_here() {
        assertThatNotFound(People.clerk(), "foreign");
    }

    @Test
    void a_case_that_one_may_not_see_has_no_files() {
        when(caseFile.find(anyString(), any())).thenReturn(Optional.empty());

        assertThatNotFound(People.clerk(), "body");
    }

    @Test
    void a_download_is_on_record_before_a_byte_goes_out() {
        download(People.drafter(), "body");

        InOrder order = inOrder(reads, store);
        order.verify(reads).downloaded(NUMBER, "草案 一.html", "aa");
        order.verify(store).open("aa");
    }

    @Test
    void what_cannot_be_recorded_is_not_given() {
        doThrow(new IllegalStateException("the record is full"))
                .when(reads)
                .downloaded(anyString(), anyString(), anyString());

        assertThatThrownBy(() -> download(People.drafter(), "body")).isInstanceOf(IllegalStateException.class);
        verify(store, never()).open("aa");
    }

    private void assertThatNotFound(Actor actor, String fileId) {
        assertThatThrownBy(() -> download(actor, fileId))
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        refused -> assertThat(refused.getStatusCode().value()).isEqualTo(404));
    }

    private ResponseEntity<Resource> download(Actor actor, String fileId) {
        when(currentActor.get()).thenReturn(actor);
        return controller.file(NUMBER, fileId);
    }
}
