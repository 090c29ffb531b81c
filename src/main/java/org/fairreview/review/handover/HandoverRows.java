package org.fairreview.review.handover;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface HandoverRows extends JpaRepository<Handover, Long> {

    List<Handover> findTop20ByUnitIdInOrderByHandedAtDesc(Collection<String> unitIds);
}
