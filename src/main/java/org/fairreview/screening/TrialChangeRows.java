package org.fairreview.screening;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface TrialChangeRows extends JpaRepository<TrialChange, Long> {

    List<TrialChange> findByTrialIdOrderById(String trialId);

    void deleteByMeasureId(String measureId);
}
