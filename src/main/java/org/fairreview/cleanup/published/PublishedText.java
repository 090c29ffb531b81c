package org.fairreview.cleanup.published;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A text as it was published.
 *
 * @param textFingerprint of its words; absent where only its title is known
 */
public record PublishedText(
        String title,
        String documentNumber,
        @Nullable LocalDate publishedOn,
        String publisher,
        String link,
        @Nullable String textFingerprint) {}
