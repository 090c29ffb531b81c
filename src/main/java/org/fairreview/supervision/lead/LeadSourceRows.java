package org.fairreview.supervision.lead;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface LeadSourceRows extends JpaRepository<LeadSource, Long> {

    Optional<LeadSource> findByKindAndSourceKey(SourceKind kind, String sourceKey);

    List<LeadSource> findByLeadNumberOrderById(String leadNumber);

    List<LeadSource> findByLeadNumberInOrMergedFromInOrderById(
            Collection<String> leadNumbers, Collection<String> mergedFrom);

    List<LeadSource> findByMatterOrderById(String matter);

    List<LeadSource> findByCaseNumber(String caseNumber);
}
