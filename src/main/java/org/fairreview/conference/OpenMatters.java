package org.fairreview.conference;

import java.util.List;
import org.fairreview.identity.Actor;

/** What a meeting of the joint conference may have to talk about, known to other features. */
public interface OpenMatters {

    /**
     * A matter that is open.
     *
     * @param why what is open about it, in Chinese
     */
    record Matter(String caseNumber, String title, String why) {}

    /** The open matters of a region, without those whose titles are not for everybody. */
    List<Matter> of(String regionId);

    /** Whether a case is for its handlers only. */
    boolean isRestricted(String caseNumber);

    /**
     * Whether what a meeting says about a case is not for the reader: a restricted case to which the reader has no part, or
     * the own measure of the reader's unit before the conclusion is delivered.
     */
    boolean isHidden(String caseNumber, Actor reader);
}
