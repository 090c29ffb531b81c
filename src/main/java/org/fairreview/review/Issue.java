package org.fairreview.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * How a measure was issued (出台登记): number, day, where it can be read, the issued text, and how that differs from the
 * text reviewed.
 *
 * @param link where it was published; may be empty
 * @param passagesDeviating passages of the issued text that differ from the reviewed one; more than none is a lead
 * @param tooEarly issued before the conclusion was signed off (Reg. 18): a lead
 */
@Embeddable
public record Issue(
        @Column(name = "issued_number") String number,
        @Column(name = "issued_on") LocalDate issuedOn,
        @Column(name = "issued_link") String link,
        @Column(name = "issued_file_id") String fileId,
        @Column(name = "passages_deviating") Integer passagesDeviating,
        @Column(name = "issued_too_early") Boolean tooEarly) {

    /** Whether the issue is a lead for supervision: another text than the reviewed one, or no conclusion at that time. */
    public boolean isLead() {
        return passagesDeviating > 0 || tooEarly;
    }
}
