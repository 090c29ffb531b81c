package org.fairreview.legaladvice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LegalAdviceRows extends JpaRepository<LegalAdvice, String> {

    List<LegalAdvice> findByCaseNumberOrderByRequestedAtAscGivenAtAsc(String caseNumber);

    List<LegalAdvice> findByAdviserId(String adviserId);

    List<LegalAdvice> findByRegionIdIn(Collection<String> regionIds);

    @Query("select a.adviserId from LegalAdvice a where a.adviserId in :advisers and a.givenAt is null"
            + " and a.recall.at is null")
    List<String> advisersOfOpen(Collection<String> advisers);

    @Query("select a.adviserId from LegalAdvice a where a.adviserId in :advisers and a.supersedes is null"
            + " and a.requestedAt >= :from")
    List<String> advisersSince(Collection<String> advisers, Instant from);
}
