package org.fairreview.supervision.monitoring;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface MonitoringVisitRows extends JpaRepository<MonitoringVisit, String> {

    List<MonitoringVisit> findByPlanNumberOrderByNumber(String planNumber);

    List<MonitoringVisit> findByPlanNumberInOrderByNumber(Collection<String> planNumbers);

    List<MonitoringVisit> findByPointIdOrderByVisitedOnDescNumberDesc(long pointId);

    List<MonitoringVisit> findByRegionIdInOrderByVisitedOnDescNumberDesc(Collection<String> regions, Limit most);

    List<MonitoringVisit> findByPointIdAndVisitedOn(long pointId, LocalDate visitedOn);
}
