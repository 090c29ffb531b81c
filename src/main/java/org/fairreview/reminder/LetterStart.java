package org.fairreview.reminder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a letter begins.
 *
 * @param subject the number of what it is about, known to one of the features; null where it is about none
 * @param addresseeAs null where it follows from kind and subject
 * @param follows the file number of the letter that came before; null for the first one
 * @param begunBy null where a feature wanted it by itself
 * @param findingIds those that it is about; empty for all
 */
record LetterStart(
        String regionId,
        String regulatorUnitId,
        LetterKind kind,
        String source,
        @Nullable String subject,
        @Nullable Addressee addresseeAs,
        @Nullable String addresseeUnitId,
        String addresseeName,
        @Nullable String follows,
        @Nullable String begunBy,
        List<String> findingIds) {}
