package org.fairreview.evaluation;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface InstitutionRows extends JpaRepository<Institution, String> {

    List<Institution> findByRegionIdInOrderByUnitId(Collection<String> regions);
}
