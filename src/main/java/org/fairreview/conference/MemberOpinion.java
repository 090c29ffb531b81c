package org.fairreview.conference;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.fairreview.conference.Consultation.Position;

/**
 * What a member of the joint conference says.
 *
 * @param position where it stands
 * @param text its opinion, empty where it has none, up to 20,000 characters
 * @param passages what it says about single passages, up to 100
 * @param answers to the questions of its remit, in their order
 */
public record MemberOpinion(
        @NotNull(message = "{consultation.positionMissing}") Position position,
        @Size(max = 20000, message = "{consultation.opinionTooLong}") String text,
        @Valid @Size(max = MOST_PASSAGES, message = "{consultation.passages.many}") List<PassageRemark> passages,
        @Valid List<RemitAnswer> answers) {

    /** As many passages may be remarked on. */
    public static final int MOST_PASSAGES = 100;

    public MemberOpinion {
        passages = List.copyOf(passages);
        answers = List.copyOf(answers);
    }
}
