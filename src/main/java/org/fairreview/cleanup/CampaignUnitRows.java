package org.fairreview.cleanup;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CampaignUnitRows extends JpaRepository<CampaignUnit, CampaignUnit.Id> {

    @Query("select u from CampaignUnit u where u.id.campaignNumber = :campaign order by u.id.unitId")
    List<CampaignUnit> of(String campaign);

    @Query("select count(u) > 0 from CampaignUnit u where u.id.campaignNumber = :campaign and u.id.unitId in :units")
    boolean concerns(String campaign, Collection<String> units);
}
