package org.fairreview.conference;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a member says about one passage of the text.
 *
 * @param quotation the place or the words, as the member names them, up to 500 characters
 * @param remark what should be changed there, and why, up to 4,000 characters
 */
@Embeddable
public record PassageRemark(
        @NotBlank(message = "{consultation.passage.quotationMissing}")
                @Size(max = 500, message = "{consultation.passage.quotationTooLong}")
                @Column(length = 500)
                String quotation,
        @NotBlank(message = "{consultation.passage.remarkMissing}")
                @Size(max = 4000, message = "{consultation.passage.remarkTooLong}")
                @Column(length = 4000)
                String remark) {}
