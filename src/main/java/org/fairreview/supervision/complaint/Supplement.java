package org.fairreview.supervision.complaint;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the reporter supplied afterwards (补充材料), its words sealed. */
@Embeddable
record Supplement(LocalDate receivedOn, String wordsSealed, @Nullable String registeredBy, Instant registeredAt) {}
