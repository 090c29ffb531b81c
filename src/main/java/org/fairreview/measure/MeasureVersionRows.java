package org.fairreview.measure;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface MeasureVersionRows extends JpaRepository<MeasureVersion, String> {

    List<MeasureVersion> findByMeasureIdOrderByNumber(String measureId);
}
