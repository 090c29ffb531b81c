package org.fairreview.supervision.spotcheck;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The report as a document: its 文号, the frozen file and its digest, the digest of the template. */
@Embeddable
public record ReportDocument(
        @Column(name = "report_document_number") String documentNumber,
        @Column(name = "report_file_id") String fileId,
        @Column(name = "report_sha256") String sha256,
        @Column(name = "report_template") String template) {}
