package org.fairreview.supervision.monitoring.web;

import java.time.LocalDate;
import java.util.List;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Units;
import org.fairreview.supervision.lead.LeadWording;
import org.fairreview.supervision.monitoring.MonitoringPoint;
import org.fairreview.supervision.monitoring.MonitoringVisit;
import org.fairreview.supervision.monitoring.MonitoringVisits;
import org.fairreview.supervision.monitoring.MonitoringVisits.Seen;
import org.fairreview.supervision.monitoring.VisitPlan;
import org.fairreview.supervision.monitoring.VisitQuestions;
import org.fairreview.workflow.FormContext;
import org.fairreview.workflow.OpenTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the form of a visit shows: the point, the plan, and the questions in force today. */
@Component
class VisitFormContext implements FormContext {

    private static final String RECORD = "Task_RecordVisit";

    record Choice(String value, String label) {}

    record Context(
            String caseNumber,
            String caseUrl,
            String title,
            String today,
            String kind,
            String region,
            String address,
            String contact,
            String plan,
            String focus,
            String until,
            boolean late,
            @Nullable String lastVisit,
            List<String> questions,
            List<Choice> companions) {}

    private final MonitoringVisits visits;
    private final VisitQuestions questions;
    private final Units units;
    private final LeadWording wording;
    private final CurrentActor currentActor;

    VisitFormContext(
            MonitoringVisits visits,
            VisitQuestions questions,
            Units units,
            LeadWording wording,
            CurrentActor currentActor) {
        this.visits = visits;
        this.questions = questions;
        this.units = units;
        this.wording = wording;
        this.currentActor = currentActor;
    }

    @Override
    public boolean serves(OpenTask task) {
        return task.key().equals(RECORD)
                && visits.find(task.caseNumber(), currentActor.get()).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Object of(OpenTask task) {
        Actor actor = currentActor.get();
        Seen seen = visits.find(task.caseNumber(), actor).orElseThrow();
        MonitoringVisit visit = seen.visit();
        MonitoringPoint point = seen.point();
        VisitPlan plan = seen.plan();
        return new Context(
                visit.number(),
                "/monitoring/visits/" + visit.number(),
                point.name(),
                wording.today().toString(),
                wording.label("monitoring.kind", point.kind()),
                units.regionName(point.regionId()),
                point.address(),
                (point.contact() + " " + point.phone()).strip(),
                plan == null ? "" : plan.title(),
                plan == null ? "" : plan.focus(),
                visit.dueAt().map(wording::day).orElse(""),
                seen.late(),
                visits.of(point).stream()
                        .flatMap(each -> each.visit().visitedOn().stream())
                        .max(LocalDate::compareTo)
                        .map(wording::day)
                        .orElse(null),
                questions.inForce(visit.regionId(), wording.today()),
                visits.companions(visit.regulatorUnitId(), actor.userId()).stream()
                        .map(person -> new Choice(person.userId(), person.name()))
                        .toList());
    }
}
