package org.fairreview.supervision.monitoring;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface MonitoringPointRows extends JpaRepository<MonitoringPoint, Long> {

    Optional<MonitoringPoint> findByRegionIdAndNameKey(String regionId, String nameKey);

    List<MonitoringPoint> findByRegionIdInOrderByRegionIdAscNameAsc(Collection<String> regions);
}
