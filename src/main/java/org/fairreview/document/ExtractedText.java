package org.fairreview.document;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text of a file in its canonical form, with the passages it was cut into.
 *
 * @param extractor name and version of what read the file
 * @param segmenter name and version of what cut the text
 * @param text canonical: line feeds, no blanks around lines; every offset counts in it
 */
public record ExtractedText(String extractor, String segmenter, String text, List<Passage> passages) {

    public ExtractedText {
        passages = List.copyOf(passages);
    }

    static ExtractedText of(String extractor, String raw) {
        var text = CanonicalText.of(raw);
        return new ExtractedText(extractor, "fairreview " + Passages.VERSION, text, Passages.of(text));
    }

    public String sha256() {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
