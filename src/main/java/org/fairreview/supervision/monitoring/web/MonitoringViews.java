package org.fairreview.supervision.monitoring.web;

import java.time.Instant;
import java.util.List;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.supervision.lead.LeadWording;
import org.fairreview.supervision.monitoring.MonitoringPoint;
import org.fairreview.supervision.monitoring.MonitoringVisit;
import org.fairreview.supervision.monitoring.MonitoringVisits.Seen;
import org.fairreview.supervision.monitoring.VisitAnswer;
import org.fairreview.supervision.monitoring.VisitPlan;
import org.fairreview.supervision.monitoring.VisitState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of points, plans and visits show. */
@Component
class MonitoringViews {

    record PointRow(
            long id,
            String name,
            String kind,
            String region,
            String address,
            String contact,
            String openedOn,
            String closedOn,
            boolean open) {}

    record VisitRow(
            String number,
            String point,
            long pointId,
            String region,
            String plan,
            String planTitle,
            String visitedOn,
            String due,
            String visitors,
            String state,
            boolean done,
            boolean late,
            int leads,
            boolean open) {}

    record LeadLine(String title, String more, String said, @Nullable String lead) {}

    record VisitView(
            VisitRow row,
            String receivedBy,
            String remark,
            String notMet,
            String recorded,
            boolean imported,
            boolean waits,
            List<VisitAnswer> answers,
            List<LeadLine> leads) {}

    record PlanRow(String number, String title, String until, int all, int done, int late, String made, String focus) {}

    private final Units units;
    private final Directory directory;
    private final LeadWording wording;

    MonitoringViews(Units units, Directory directory, LeadWording wording) {
        this.units = units;
        this.directory = directory;
        this.wording = wording;
    }

    PointRow point(MonitoringPoint point) {
        return new PointRow(
                point.id(),
                point.name(),
                wording.label("monitoring.kind", point.kind()),
                units.regionName(point.regionId()),
                point.address(),
                (point.contact() + " " + point.phone()).strip(),
                point.openedOn().map(wording::day).orElse(""),
                point.closedOn().map(wording::day).orElse(""),
                point.isOpenOn(wording.today()));
    }

    /** A visit that the person may open. */
    VisitRow visit(Seen seen) {
        return visit(seen, true);
    }

    VisitRow visit(Seen seen, boolean open) {
        MonitoringVisit visit = seen.visit();
        VisitPlan plan = seen.plan();
        return new VisitRow(
                visit.number(),
                seen.point().name(),
                seen.point().id(),
                units.regionName(seen.point().regionId()),
                plan == null ? "" : plan.number(),
                plan == null ? "" : plan.title(),
                visit.visitedOn().map(wording::day).orElse(""),
                visit.dueAt().map(wording::day).orElse(""),
                visit.firstVisitor().isEmpty() ? "" : visit.firstVisitor() + "、" + visit.secondVisitor(),
                wording.label("monitoring.state", visit.state()),
                visit.state() == VisitState.DONE,
                seen.late(),
                visit.leads().size(),
                open);
    }

    VisitView whole(Seen seen) {
        MonitoringVisit visit = seen.visit();
        return new VisitView(
                visit(seen),
                visit.receivedBy(),
                visit.remark(),
                visit.notMet(),
                visit.recordedBy()
                        .map(by -> wording.of(
                                "lead.by",
                                directory.nameOf(by),
                                wording.minute(visit.recordedAt().orElseThrow())))
                        .orElse(""),
                visit.isImported(),
                visit.state() == VisitState.PLANNED,
                visit.answers(),
                visit.leads().stream()
                        .map(lead -> new LeadLine(
                                lead.title(),
                                (lead.documentNumber() + " " + lead.issuer()).strip(),
                                lead.said(),
                                lead.leadNumber().orElse(null)))
                        .toList());
    }

    PlanRow plan(VisitPlan plan, List<MonitoringVisit> visits, Instant now) {
        return new PlanRow(
                plan.number(),
                plan.title(),
                wording.day(plan.visitUntil()),
                (int) visits.stream()
                        .filter(visit -> visit.state() != VisitState.WITHDRAWN)
                        .count(),
                (int) visits.stream()
                        .filter(visit -> visit.state() == VisitState.DONE)
                        .count(),
                (int) visits.stream()
                        .filter(visit -> visit.state() == VisitState.PLANNED && visit.isLate(now))
                        .count(),
                wording.of("lead.by", directory.nameOf(plan.madeBy()), wording.minute(plan.madeAt())),
                plan.focus());
    }
}
