package org.fairreview.review;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface Findings extends JpaRepository<Finding, Long> {

    List<Finding> findByCaseNumberAndRoundOrderById(String caseNumber, int round);

    List<Finding> findByCaseNumberOrderById(String caseNumber);

    void deleteByCaseNumber(String caseNumber);
}
