package org.fairreview.workflow;

import java.util.List;

/**
 * A feature wants a letter: by the regulator of a region, about a subject of the feature's, to a unit.
 *
 * @param source the feature that wants it, as a key of the texts {@code letter.source.*}, e.g. {@code review}
 * @param subject the number of what the letter is about: a case, a campaign
 * @param addresseeUnitId the unit that is written to
 * @param kind the key of the kind of letter that is wanted; whoever drafts it may choose another that its ground allows
 * @param findingIds the findings that it is about; empty for all that there are, or where there are none
 */
public record ReminderWanted(
        String regionId, String source, String subject, String addresseeUnitId, String kind, List<String> findingIds) {

    /** The message that starts a letter. */
    public static final String MESSAGE = "ReminderWanted";

    public ReminderWanted {
        findingIds = List.copyOf(findingIds);
    }
}
