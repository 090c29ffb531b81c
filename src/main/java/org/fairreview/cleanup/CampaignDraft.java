package org.fairreview.cleanup;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clean-up as the office arranges it.
 *
 * @param scope which measures are meant, in words
 * @param cutOff the last day of issue that is meant
 * @param deadline the day until which units check
 * @param units those that clean up
 * @param regime the standards by which all cases are checked
 * @param samplingShare percent of the cases that the regulator checks in full again, 0 to 100
 * @param noticeNumber the number of the notice that arranges it; empty where there is none yet
 * @param noticeFileId the notice, staged by the person; absent where it stays as it is
 */
public record CampaignDraft(
        CampaignKind kind,
        String title,
        String scope,
        LocalDate cutOff,
        LocalDate deadline,
        ResponsibilityRule responsibility,
        String regime,
        int samplingShare,
        List<String> units,
        String noticeNumber,
        @Nullable String noticeFileId) {

    public CampaignDraft {
        units = List.copyOf(units);
    }
}
