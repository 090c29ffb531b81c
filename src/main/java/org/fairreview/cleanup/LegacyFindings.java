package org.fairreview.cleanup;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface LegacyFindings extends JpaRepository<LegacyFinding, Long> {

    List<LegacyFinding> findByCaseNumberOrderById(String caseNumber);

    List<LegacyFinding> findByCaseNumberAndFinderOrderById(String caseNumber, LegacyFinding.Finder finder);
}
