package org.fairreview.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * What became of one reviewed file in a screening.
 *
 * @param problem why it was not screened, or not all of it; null where all its passages were
 * @param notice what of the file has no text and so was not screened, as sentences in Chinese; empty where nothing is known
 */
@Embeddable
public record ScreenedFile(
        String fileSha256,
        String fileName,
        @Enumerated(EnumType.STRING) @Nullable Problem problem,
        @Column(length = 4000) String notice) {}
