package org.fairreview.conference;

import java.util.List;

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
}
