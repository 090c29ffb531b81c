package org.fairreview.evaluation;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface PlanRows extends JpaRepository<Plan, String> {

    List<Plan> findByRegionIdInOrderByNumberDesc(Collection<String> regions);

    List<Plan> findByCaseNumberAndState(String caseNumber, Plan.State state);
}
