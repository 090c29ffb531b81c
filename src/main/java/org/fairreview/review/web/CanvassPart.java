package org.fairreview.review.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consultation of members of the joint conference, as forms and pages show it.
 *
 * @param asked who wants the opinions, and since when
 * @param rule the quorum, and what silence counts as
 * @param tally how far the members have answered
 * @param candidates whom the office may ask; only where it chooses
 * @param answers what the members were asked and said, one for each time that one was asked
 * @param own what one member is asked; only in its own form
 * @param overrulingRefused why a leader had the dissents dealt with again
 * @param overruled who signed that dissents are overruled
 */
record CanvassPart(
        String id,
        String pageUrl,
        String question,
        String asked,
        String rule,
        String tally,
        List<Candidate> candidates,
        List<Answer> answers,
        @Nullable Own own,
        @Nullable String notNeeded,
        @Nullable String closeReason,
        @Nullable String summary,
        @Nullable String summarised,
        @Nullable String overrulingRefused,
        @Nullable String overruled) {

    /**
     * A member who may be asked.
     *
     * @param why for what reason it is proposed, and whether nobody of it has an account
     */
    record Candidate(String unit, String name, String remit, boolean proposed, String why) {}

    record Passage(String quotation, String remark) {}

    record AnswerToQuestion(String ask, String said) {}

    /**
     * One time that a member was asked.
     *
     * @param state where it stands, with what there is to say about it: late, silent, sent back
     * @param toTreat whether the office has to say what becomes of it
     * @param overruled whether it is a dissent that is not, or not wholly, taken up
     * @param mayLate whether the reader may still answer it, after the limit
     */
    record Answer(
            String id,
            String unit,
            String remit,
            String state,
            boolean dissent,
            boolean waiting,
            boolean stands,
            boolean toTreat,
            boolean overruled,
            boolean mayLate,
            @Nullable String opinion,
            List<Passage> passages,
            List<AnswerToQuestion> answers,
            @Nullable String returned,
            @Nullable String treatment,
            @Nullable String treatmentLabel,
            @Nullable String treatmentReason) {}

    record Question(String id, String ask) {}

    /**
     * What one member is asked.
     *
     * @param back what is to be clarified, where an answer was sent back
     */
    record Own(String consultation, String unit, String remit, List<Question> questions, @Nullable String back) {}
}
