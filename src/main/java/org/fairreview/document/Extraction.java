package org.fairreview.document;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The one reading of a file's text that every finding on that file refers to. */
@Entity
@Table(name = "extraction")
public class Extraction {

    @Id
    private String fileSha256;

    private String extractor;
    private String segmenter;
    private String textSha256;
    private Instant extractedAt;

    @SuppressWarnings("NullAway")
    protected Extraction() {}

    Extraction(String fileSha256, ExtractedText text, String textSha256, Instant extractedAt) {
        this.fileSha256 = fileSha256;
        this.extractor = text.extractor();
        this.segmenter = text.segmenter();
        this.textSha256 = textSha256;
        this.extractedAt = extractedAt;
    }

    public String fileSha256() {
        return fileSha256;
    }

    public String extractor() {
        return extractor;
    }

    public String segmenter() {
        return segmenter;
    }

    /** Under this digest the full text itself is kept. */
    public String textSha256() {
        return textSha256;
    }

    public Instant extractedAt() {
        return extractedAt;
    }
}
