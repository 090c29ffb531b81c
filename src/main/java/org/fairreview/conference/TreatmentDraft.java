package org.fairreview.conference;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the office does with what one member wants.
 *
 * @param consultation the id of the member's opinion
 * @param reason why it is not adopted, or not wholly
 */
public record TreatmentDraft(
        @NotNull(message = "{task.malformed}") String consultation,
        @NotNull(message = "{canvass.treatment.missing}") Treatment treatment,
        @Nullable @Size(max = 4000, message = "{canvass.treatment.reasonTooLong}") String reason) {}
