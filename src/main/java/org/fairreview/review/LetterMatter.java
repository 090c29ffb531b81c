package org.fairreview.review;

import java.util.List;
import java.util.Optional;
import org.fairreview.identity.Actor;

/** What a letter is written about, known to the features that keep such subjects; each answers for its own numbers. */
public interface LetterMatter {

    /**
     * A measure that the matter is about.
     *
     * @param number its 文号; empty where it has none
     */
    record MeasureConcerned(String title, String number, String draftingUnitId) {}

    /**
     * A finding, as the letter quotes it.
     *
     * @param standard the item of the standards in words, with its articles
     * @param asked what is to be done about it; may be empty
     */
    record QuotedFinding(
            String id,
            String measureTitle,
            String address,
            String quotation,
            String standard,
            String reason,
            String asked) {}

    /**
     * What is known of a subject with regard to a unit.
     *
     * @param title in one line, for lists
     * @param restricted whether the subject is for its handlers only, and so the letter
     * @param facts what happened, in sentences that the letter can begin with
     * @param address of the subject's page in the portal
     */
    record Matter(
            String title,
            boolean restricted,
            String facts,
            List<MeasureConcerned> measures,
            List<QuotedFinding> findings,
            String address) {

        public Matter {
            measures = List.copyOf(measures);
            findings = List.copyOf(findings);
        }
    }

    /** What is known of the subject; empty where it is none of this feature's. */
    Optional<Matter> about(String subject, String unitId);

    /** Whether the subject is one of this feature's and the person may see it, and so write about it. */
    boolean isOpenTo(String subject, Actor actor);
}
