package org.fairreview.reminder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What was frozen when a letter was issued: the Word file, the same as PDF, and the data that filled the template.
 *
 * @param pdfFileId null where the machine had no font for Chinese
 */
@Embeddable
public record LetterFiles(
        @Column(name = "word_file_id") String wordFileId,
        @Column(name = "word_sha256") String wordSha256,
        @Column(name = "pdf_file_id") @Nullable String pdfFileId,
        @Column(name = "pdf_sha256") @Nullable String pdfSha256,
        @Column(name = "data_file_id") String dataFileId,
        @Column(name = "data_sha256") String dataSha256,
        @Column(name = "template_version") String templateVersion) {}
