package org.fairreview.legaladvice;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface LegalAdviceRows extends JpaRepository<LegalAdvice, String> {

    List<LegalAdvice> findByCaseNumberOrderByRequestedAt(String caseNumber);

    List<LegalAdvice> findByAdviserId(String adviserId);
}
