package org.fairreview.screening;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface FoundHitRows extends JpaRepository<FoundHit, Long> {

    List<FoundHit> findByRunIdOrderById(String runId);

    void deleteByRunId(String runId);
}
