package org.fairreview.cleanup.overview;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.LegacyStage;

/**
 * Which cases of a clean-up a person sees: all of them, with the sample, or what the own units check or have issued. Every
 * count and every list of the overview is made within it, so that they agree.
 *
 * @param whole whether the person is of the region's regulator or audits it
 */
public record Extent(Campaign campaign, boolean whole, List<String> units, LocalDate today) {

    public Extent {
        units = List.copyOf(units);
    }

    /** The condition on {@code legacy_case c}. */
    String condition() {
        return whole
                ? "c.campaign_number = :campaign"
                : "c.campaign_number = :campaign and (c.unit_id in (:units) or c.issuer_unit_id in (:units))";
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("campaign", campaign.number());
        if (!whole) {
            values.put("units", units);
        }
        return values;
    }

    /** Whether a unit owes its check or its signature after the day set for it; may ask for {@code :today}. */
    String late() {
        String owed = "c.stage in ('CHECKING', 'SIGNING')";
        if (campaign.isRoutine()) {
            return owed + " and c.due_on < cast(:today as date)";
        }
        // the day of the clean-up counts, which may have been put off since the case was opened
        return campaign.deadline().isBefore(today) ? owed : "1 = 0";
    }

    /** The stage that the person may know of: that a case is in the sample is no unit's business. */
    public LegacyStage shown(LegacyStage stage) {
        return stage == LegacyStage.RECHECKING && !whole ? LegacyStage.REVIEWING : stage;
    }

    /** The stages that look like this one to the person. */
    List<String> stagesShownAs(LegacyStage stage) {
        return List.of(LegacyStage.values()).stream()
                .filter(each -> shown(each) == stage)
                .map(Enum::name)
                .toList();
    }

    /** What tells the extents of two people apart; the same for all who see the whole. */
    String key() {
        return campaign.number()
                + (whole ? "" : "/" + String.join(",", units.stream().sorted().toList()));
    }
}
