package org.fairreview.supervision.monitoring;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.notification.NoticedCases;
import org.fairreview.workflow.SubjectPages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What notices say of visits, and where the pages of visits and plans stand. */
@Component
@Transactional(readOnly = true)
class MonitoringMatters implements NoticedCases, SubjectPages {

    private final MonitoringVisitRows visits;
    private final VisitPlanRows plans;
    private final MonitoringPointRows points;
    private final MonitoringVisits seenVisits;
    private final VisitPlans seenPlans;

    MonitoringMatters(
            MonitoringVisitRows visits,
            VisitPlanRows plans,
            MonitoringPointRows points,
            MonitoringVisits seenVisits,
            VisitPlans seenPlans) {
        this.visits = visits;
        this.plans = plans;
        this.points = points;
        this.seenVisits = seenVisits;
        this.seenPlans = seenPlans;
    }

    @Override
    public Map<String, String> titles(Collection<String> caseNumbers) {
        Map<String, String> titles = new HashMap<>();
        visits.findAllById(caseNumbers)
                .forEach(visit -> titles.put(
                        visit.number(),
                        points.findById(visit.pointId()).orElseThrow().name()));
        plans.findAllById(caseNumbers).forEach(plan -> titles.put(plan.number(), plan.title()));
        return titles;
    }

    @Override
    public boolean isClosedTo(String caseNumber, Actor actor) {
        return false;
    }

    @Override
    public Optional<String> pageOf(String number, Actor actor) {
        return seenVisits
                .find(number, actor)
                .map(seen -> "/monitoring/visits/" + number)
                .or(() -> seenPlans.find(number, actor).map(plan -> "/monitoring/plans/" + number));
    }
}
