package org.fairreview.conference;

import java.util.List;
import org.fairreview.conference.Consultation.Position;

/**
 * What a member of the joint conference says.
 *
 * @param position where it stands
 * @param text its opinion, empty where it has none
 * @param passages what it says about single passages
 * @param answers to the questions of its remit, in their order
 */
public record MemberOpinion(Position position, String text, List<PassageRemark> passages, List<RemitAnswer> answers) {

    public MemberOpinion {
        passages = List.copyOf(passages);
        answers = List.copyOf(answers);
    }
}
