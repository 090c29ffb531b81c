package org.fairreview.cleanup;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ValidityExtensionRows extends JpaRepository<ValidityExtension, Long> {

    List<ValidityExtension> findByMeasureIdOrderById(String measureId);
}
