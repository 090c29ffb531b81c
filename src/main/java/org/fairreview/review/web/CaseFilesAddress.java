package org.fairreview.review.web;

/** Where a file of a case is downloaded. */
final class CaseFilesAddress {

    private CaseFilesAddress() {}

    static String of(String caseNumber, String fileId) {
        return "/cases/%s/files/%s".formatted(caseNumber, fileId);
    }
}
