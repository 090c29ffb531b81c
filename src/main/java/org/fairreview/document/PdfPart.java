package org.fairreview.document;

import java.util.List;

/** A part of a {@link PdfBook}: it begins on a page of its own and has a line in the table of contents. */
public record PdfPart(String title, List<Block> blocks) {

    /** What stands in a part, one below the other. */
    public sealed interface Block {}

    public record Heading(String text) implements Block {}

    /** Text with its line ends; each line is a paragraph. */
    public record Text(String text) implements Block {}

    /**
     * A table over the width of the page.
     *
     * @param widths the widths of the columns in relation to each other
     * @param header whether the first row names the columns, and is repeated on each page
     * @param rows as many cells in each as there are widths
     */
    public record Table(List<Integer> widths, boolean header, List<List<String>> rows) implements Block {}

    /**
     * A stored file that is bound in as it is.
     *
     * @param name what is said where it cannot be bound in
     * @param bytes a PDF, a PNG or a JPEG; whatever else it is, {@code instead} stands for it
     * @param instead what stands for a file that has no pages of its own
     */
    public record Inserted(String name, byte[] bytes, String instead) implements Block {}
}
