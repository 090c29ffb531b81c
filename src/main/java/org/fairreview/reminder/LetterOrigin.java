package org.fairreview.reminder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From where a letter comes.
 *
 * @param source the feature that wanted it, or {@link #BY_HAND}
 * @param subject the number of what it is about; null where somebody wrote it by hand about nothing that is kept here
 * @param subjectTitle what the subject is called; null as that is
 * @param restricted whether the subject is for its handlers only
 * @param follows the file number of the letter that came before
 * @param begunBy who began it; null where a feature wanted it by itself
 */
@Embeddable
public record LetterOrigin(
        @Column(name = "region_id") String regionId,
        @Column(name = "regulator_unit_id") String regulatorUnitId,
        @Column(name = "source") String source,
        @Column(name = "subject") @Nullable String subject,
        @Column(name = "subject_title") @Nullable String subjectTitle,
        @Column(name = "restricted") Boolean restricted,
        @Column(name = "follows") @Nullable String follows,
        @Column(name = "begun_by") @Nullable String begunBy,
        @Column(name = "begun_at") Instant begunAt) {

    /** The source of letters that somebody began in the portal. */
    public static final String BY_HAND = "hand";

    LetterOrigin asRestricted() {
        return new LetterOrigin(
                regionId, regulatorUnitId, source, subject, subjectTitle, true, follows, begunBy, begunAt);
    }
}
