package org.fairreview.supervision.monitoring;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface VisitPlanRows extends JpaRepository<VisitPlan, String> {

    List<VisitPlan> findByRegionIdInOrderByMadeAtDesc(Collection<String> regions);
}
