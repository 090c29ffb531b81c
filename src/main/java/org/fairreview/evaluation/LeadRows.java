package org.fairreview.evaluation;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface LeadRows extends JpaRepository<Lead, Long> {

    List<Lead> findByRegionIdInOrderByIdDesc(Collection<String> regions);

    List<Lead> findByOrigin(String origin);
}
