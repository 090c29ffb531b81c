package org.fairreview.supervision.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Unit;
import org.fairreview.supervision.lead.LeadPeople;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of monitoring points (监测点). */
@Service
@Transactional
public class MonitoringPoints {

    private static final String SUBJECT = "monitoring";

    /** What is looked for; an empty text is any. */
    public record Query(String words, String region, String kind, boolean closed) {

        public static final Query ALL = new Query("", "", "", true);

        boolean matches(MonitoringPoint point, LocalDate today) {
            String text = String.join(" ", point.name(), point.address(), point.contact());
            return text.toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT))
                    && (region.isEmpty() || region.equals(point.regionId()))
                    && (kind.isEmpty() || kind.equals(point.kind().name()))
                    && (closed || point.isOpenOn(today));
        }
    }

    private final MonitoringPointRows rows;
    private final LeadPeople people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MonitoringPoints(MonitoringPointRows rows, LeadPeople people, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** The points of the regions that the person sees, by region and name. */
    @Transactional(readOnly = true)
    public List<MonitoringPoint> list(Query query, Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return rows.findByRegionIdInOrderByRegionIdAscNameAsc(people.regionsOf(actor)).stream()
                .filter(point -> query.matches(point, today))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<MonitoringPoint> find(long id, Actor actor) {
        return rows.findById(id).filter(point -> people.regionsOf(actor).contains(point.regionId()));
    }

    @Transactional(readOnly = true)
    public Map<Long, MonitoringPoint> byId(Collection<Long> ids) {
        Map<Long, MonitoringPoint> points = new LinkedHashMap<>();
        rows.findAllById(ids).forEach(point -> points.put(point.id(), point));
        return points;
    }

    /** Whether the person keeps the points of the region. */
    @Transactional(readOnly = true)
    public boolean mayKeep(Actor actor, String regionId) {
        return people.broughtFor(actor)
                .map(Unit::regionId)
                .filter(region -> region.equals(regionId))
                .isPresent();
    }

    /** Registers a point, to which nothing is objected. */
    public List<Objection> register(PointDraft draft, Actor actor) {
        List<Objection> objections = objectionsTo(draft, null);
        if (!mayKeep(actor, draft.regionId())) {
            objections.add(Objection.of("monitoring.notYours"));
        }
        if (objections.isEmpty()) {
            add(draft, actor.userId());
        }
        return objections;
    }

    MonitoringPoint add(PointDraft draft, String userId) {
        MonitoringPoint point = rows.saveAndFlush(new MonitoringPoint(draft, userId, clock.instant()));
        record("monitoring.pointRegistered", point);
        return point;
    }

    /** Changes a point; a day from which on it is none any more closes it. */
    public List<Objection> change(long id, PointDraft draft, Actor actor) {
        MonitoringPoint point = rows.findById(id).orElseThrow();
        List<Objection> objections = objectionsTo(draft, point);
        if (!mayKeep(actor, point.regionId()) || !draft.regionId().equals(point.regionId())) {
            objections.add(Objection.of("monitoring.notYours"));
        }
        if (objections.isEmpty()) {
            point.change(draft);
            record("monitoring.pointChanged", point);
        }
        return objections;
    }

    private List<Objection> objectionsTo(PointDraft draft, @Nullable MonitoringPoint self) {
        List<Objection> objections = new ArrayList<>(MonitoringPoint.objectionsTo(draft));
        boolean taken = rows.findByRegionIdAndNameKey(draft.regionId(), MonitoringPoint.key(draft.name()))
                .filter(other -> self == null || other.id() != self.id())
                .isPresent();
        if (taken) {
            objections.add(Objection.at("name", "monitoring.nameTaken"));
        }
        return objections;
    }

    Optional<MonitoringPoint> named(String regionId, String name) {
        return rows.findByRegionIdAndNameKey(regionId, MonitoringPoint.key(name));
    }

    private void record(String act, MonitoringPoint point) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("point", point.name());
        said.put("pointKind", point.kind().name());
        point.openedOn().ifPresent(day -> said.put("openedOn", day.toString()));
        point.closedOn().ifPresent(day -> said.put("closedOn", day.toString()));
        events.publishEvent(new MonitoringRecorded(SUBJECT, act, said));
    }
}
