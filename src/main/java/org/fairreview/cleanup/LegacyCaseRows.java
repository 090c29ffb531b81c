package org.fairreview.cleanup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LegacyCaseRows extends JpaRepository<LegacyCase, String> {

    List<LegacyCase> findByCampaignNumberOrderByPlace(String campaign);

    List<LegacyCase> findByCampaignNumberAndUnitIdOrderByPlace(String campaign, String unit);

    List<LegacyCase> findByCampaignNumberAndStageOrderByPlace(String campaign, LegacyStage stage, Pageable most);

    List<LegacyCase> findByCampaignNumberAndStageAndUnitIdInOrderByPlace(
            String campaign, LegacyStage stage, Collection<String> units, Pageable most);

    List<LegacyCase> findByCampaignNumberAndStageAndIssuerUnitIdInOrderByPlace(
            String campaign, LegacyStage stage, Collection<String> units, Pageable most);

    List<LegacyCase> findByCampaignNumberAndStageAndProposalOrderByPlace(
            String campaign, LegacyStage stage, Outcome proposal, Pageable most);

    boolean existsByCampaignNumberAndIssuerUnitIdIn(String campaign, Collection<String> units);

    @Query("select c from LegacyCase c where c.campaignNumber = :campaign and c.drawnIn is null"
            + " and c.stage = org.fairreview.cleanup.LegacyStage.WAITING order by c.place")
    List<LegacyCase> undrawn(String campaign);

    List<LegacyCase> findByCampaignNumberAndStageInAndDueOnBeforeOrderByPlace(
            String campaign, Collection<LegacyStage> stages, LocalDate deadline, Pageable most);

    long countByCampaignNumberAndStageIn(String campaign, Collection<LegacyStage> stages);

    List<LegacyCase> findByMeasureIdOrderByNumber(String measure);

    List<LegacyCase> findByCampaignNumberAndMeasureIdIn(String campaign, Collection<String> measures);

    @Query("select c.number from LegacyCase c where c.campaignNumber = :campaign and c.stage = :stage order by c.place")
    List<String> numbersIn(String campaign, LegacyStage stage, Pageable most);

    long countByCampaignNumberAndStage(String campaign, LegacyStage stage);

    long countByCampaignNumber(String campaign);

    boolean existsByCampaignNumberAndOutcomeIsNull(String campaign);

    boolean existsByCampaignNumberAndStageIn(String campaign, Collection<LegacyStage> stages);

    @Query("select distinct c.unitId from LegacyCase c where c.campaignNumber = :campaign and c.stage in :stages")
    List<String> unitsIn(String campaign, List<LegacyStage> stages);

    List<LegacyCase> findByRevisionCaseAndStage(String reviewCase, LegacyStage stage);

    List<LegacyCase> findByStageAndRevisionCaseIsNotNull(LegacyStage stage);

    boolean existsByRevisionCaseAndNumberNot(String reviewCase, String number);

    @Query("select c.measureId from LegacyCase c where c.campaignNumber = :campaign and c.measureId in :measures")
    List<String> measuresIn(String campaign, List<String> measures);
}
