package org.fairreview.review.handover;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface HandoverRows extends JpaRepository<Handover, Long> {

    @Modifying
    @Query(nativeQuery = true, value = "update handover_line set title = null where case_number = :caseNumber")
    void forgetTitle(String caseNumber);

    List<Handover> findTop20ByUnitIdInOrderByHandedAtDesc(Collection<String> unitIds);
}
