package org.fairreview.cleanup;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CampaignRows extends JpaRepository<Campaign, String> {

    List<Campaign> findByRegionIdInOrderByNumberDesc(Collection<String> regions);

    @Query("select c from Campaign c where c.number in"
            + " (select u.id.campaignNumber from CampaignUnit u where u.id.unitId in :units)"
            + " or c.number in (select l.campaignNumber from LegacyCase l where l.issuerUnitId in :units)"
            + " order by c.number desc")
    List<Campaign> ofUnits(Collection<String> units);

    /** The campaign, held against others until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Campaign c where c.number = :number")
    Optional<Campaign> hold(String number);

    List<Campaign> findByState(Campaign.State state);

    @Query(
            "select c from Campaign c where c.routine and c.regionId = :region and c.kind = :kind and c.cutOff = :cutOff")
    Optional<Campaign> routine(String region, CampaignKind kind, LocalDate cutOff);
}
