package org.fairreview.supervision.monitoring;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface MonitoringImportRows extends JpaRepository<MonitoringImport, String> {

    List<MonitoringImport> findByRegionIdOrderByBroughtAtDesc(String regionId, Limit most);
}
