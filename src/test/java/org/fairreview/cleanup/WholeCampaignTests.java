package org.fairreview.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.kit.LegacyCampaign;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.WholeCampaign;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A clean-up from the spreadsheet to the published catalogue, over the units of the demo's city. {@link WholeCampaignRun} does the same
 * with 555 measures of 40 units.
 */
@ProductTest
class WholeCampaignTests {

    private static final int MEASURES = 40;

    @Autowired
    WholeCampaign whole;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Units units;

    @Autowired
    Directory directory;

    @Test
    void what_comes_in_by_the_spreadsheet_goes_out_in_the_catalogue() {
        List<String> city = units.all().stream()
                .filter(unit -> unit.regionId().equals("r420600") && !unit.isDissolved())
                .map(Unit::id)
                .filter(id -> id.equals(LegacyCampaign.UNIT)
                        || (id.matches("u[0-9]+")
                                && !directory.hasHolders(Role.DRAFTER, id)
                                && !directory.hasHolders(Role.UNITHEAD, id)
                                && !id.equals("u01")))
                .toList();

        WholeCampaign.Result result = whole.run(MEASURES, city, 10);

        assertThat(result.outcomes()).isEqualTo(result.expected());
        assertThat(result.outcomes().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(MEASURES);
        assertThat(result.drawn()).isEqualTo(4);
        assertThat(result.inBulk()).isPositive().isLessThanOrEqualTo(MEASURES - 4);
        assertThat(campaigns.get(result.campaign()).state()).isEqualTo(Campaign.State.PUBLISHED);
    }
}
