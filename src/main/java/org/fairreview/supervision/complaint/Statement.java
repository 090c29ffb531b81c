package org.fairreview.supervision.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * What the drafting unit says about the matter (起草单位陈述).
 *
 * @param onPaper whether the clerk registered it
 */
@Embeddable
public record Statement(
        @Column(name = "statement_text") String text,
        @Column(name = "statement_on_paper") Boolean onPaper,
        @Column(name = "stated_by") String by,
        @Column(name = "stated_at") Instant at) {}
