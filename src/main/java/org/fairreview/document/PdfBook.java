package org.fairreview.document;

import java.util.List;
import java.util.function.IntFunction;

/**
 * What becomes one PDF: a cover, the table of contents, the parts with page numbers that run through, and a last sheet.
 *
 * @param title in large letters on the cover
 * @param cover label and value of each line of the cover
 * @param contents the heading of the table of contents, and the names of its two columns
 * @param closing the last sheet, which has no page number, by how many pages there are before it
 */
public record PdfBook(
        String title, List<List<String>> cover, Contents contents, List<PdfPart> parts, IntFunction<PdfPart> closing) {

    public record Contents(String heading, String part, String pages) {}
}
