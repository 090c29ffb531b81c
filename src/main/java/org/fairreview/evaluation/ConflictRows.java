package org.fairreview.evaluation;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ConflictRows extends JpaRepository<Conflict, Long> {

    List<Conflict> findByUnitIdOrderById(String unitId);
}
