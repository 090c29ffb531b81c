package org.fairreview.cleanup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface MeasureInForceRows extends JpaRepository<MeasureInForce, String> {

    List<MeasureInForce> findByRegionIdAndNumberKeyIn(String region, Collection<String> keys);

    List<MeasureInForce> findByRegionIdAndTextFingerprintIn(String region, Collection<String> prints);

    List<MeasureInForce> findByRegionIdAndTitleKeyIn(String region, Collection<String> keys);

    /** What is in force in the region, falls due until the day, and is in no open case. */
    @Query(
            """
            select m from MeasureInForce m
             where m.regionId = :region and m.state = org.fairreview.cleanup.MeasureInForce.State.IN_FORCE
               and (m.nextEvaluationOn <= :today
                   or (m.validUntil <= :expiring and (m.expiryLookedAt is null or m.expiryLookedAt <> m.validUntil))
                   or (m.exceptionUntil <= :expiring
                       and (m.exceptionLookedAt is null or m.exceptionLookedAt <> m.exceptionUntil)))
               and not exists (select c.number from LegacyCase c where c.measureId = m.measureId
                   and c.stage <> org.fairreview.cleanup.LegacyStage.CLOSED)
             order by m.measureId
            """)
    List<MeasureInForce> due(String region, LocalDate today, LocalDate expiring, Pageable most);

    /** What is in force in the regions; restricted measures stay with their handlers. */
    @Query(
            """
            select new org.fairreview.cleanup.InForceLine(m.measureId, m.versionId, m.title, m.documentNumber,
                   m.regionId, m.unitId, f.facts.issuance, f.facts.industries, m.issuedOn)
              from MeasureInForce m, Measure f
             where f.id = m.measureId and m.regionId in :regions
               and m.state = org.fairreview.cleanup.MeasureInForce.State.IN_FORCE
               and f.circulation <> org.fairreview.measure.Circulation.RESTRICTED
             order by m.measureId
            """)
    List<InForceLine> inForce(Collection<String> regions);
}
