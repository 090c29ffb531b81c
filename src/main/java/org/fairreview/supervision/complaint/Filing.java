package org.fairreview.supervision.complaint;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as it is filed or registered.
 *
 * @param reporter absent where it is anonymous
 * @param drafterNamed the drafting unit as the reporter names it
 * @param issued whether the measure is issued already
 * @param formKey tells one filled-in form from another, so that it is not filed twice
 * @param attachments ids of what was brought before
 * @param registeredBy the officer; absent where the reporter filed it
 */
public record Filing(
        String regionId,
        Channel channel,
        @Nullable Reporter reporter,
        Words words,
        String measureTitle,
        String measureNumber,
        String drafterNamed,
        boolean issued,
        LocalDate receivedOn,
        String formKey,
        List<String> attachments,
        @Nullable String registeredBy) {

    public Filing {
        attachments = List.copyOf(attachments);
    }
}
