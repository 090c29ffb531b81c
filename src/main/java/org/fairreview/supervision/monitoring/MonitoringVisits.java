package org.fairreview.supervision.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.supervision.lead.LeadFound;
import org.fairreview.supervision.lead.LeadPeople;
import org.fairreview.supervision.lead.Leads;
import org.fairreview.supervision.lead.SourceKind;
import org.fairreview.supervision.monitoring.MonitoringVisit.Written;
import org.fairreview.workflow.CaseProcesses;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The visits of monitoring points (走访): recorded once, by two; what they find goes to the inbox of leads. */
@Service
@Transactional
public class MonitoringVisits {

    private static final int MOST_SHOWN = 5_000;

    /**
     * A visit as it is typed.
     *
     * @param companion the account of the second visitor
     * @param answers by the place of the question in force on the day of the visit
     */
    public record Record(
            @Nullable LocalDate visitedOn,
            String companion,
            String receivedBy,
            Map<Integer, String> answers,
            String remark,
            List<VisitLead> leads) {}

    private final MonitoringVisitRows rows;
    private final VisitPlanRows plans;
    private final MonitoringPointRows points;
    private final VisitQuestions questions;
    private final LeadPeople people;
    private final Leads leads;
    private final CaseProcesses processes;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MonitoringVisits(
            MonitoringVisitRows rows,
            VisitPlanRows plans,
            MonitoringPointRows points,
            VisitQuestions questions,
            LeadPeople people,
            Leads leads,
            CaseProcesses processes,
            Directory directory,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.plans = plans;
        this.points = points;
        this.questions = questions;
        this.people = people;
        this.leads = leads;
        this.processes = processes;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /** A visit with its point and, where it was planned, its plan. */
    public record Seen(MonitoringVisit visit, MonitoringPoint point, @Nullable VisitPlan plan, boolean late) {}

    @Transactional(readOnly = true)
    public Optional<Seen> find(String number, Actor actor) {
        return rows.findById(number).filter(visit -> isOpenTo(visit, actor)).map(this::whole);
    }

    /** Whether the person may open the visit: one of the city to a point of a county is the city's. */
    public boolean isOpenTo(MonitoringVisit visit, Actor actor) {
        return people.regionsOf(actor).contains(visit.regionId());
    }

    /** The visits of the regions that the person sees, the newest first. */
    @Transactional(readOnly = true)
    public List<Seen> list(Actor actor) {
        return rows
                .findByRegionIdInOrderByVisitedOnDescNumberDesc(people.regionsOf(actor), Limit.of(MOST_SHOWN))
                .stream()
                .map(this::seen)
                .toList();
    }

    /** The visits of a point, the newest first. */
    @Transactional(readOnly = true)
    public List<Seen> of(MonitoringPoint point) {
        return rows.findByPointIdOrderByVisitedOnDescNumberDesc(point.id()).stream()
                .map(this::seen)
                .toList();
    }

    /** The visits of a plan, in order. */
    @Transactional(readOnly = true)
    public List<Seen> of(VisitPlan plan) {
        return rows.findByPlanNumberOrderByNumber(plan.number()).stream()
                .map(this::seen)
                .toList();
    }

    private Seen whole(MonitoringVisit visit) {
        visit.answers();
        return seen(visit);
    }

    private Seen seen(MonitoringVisit visit) {
        visit.leads();
        return new Seen(
                visit,
                points.findById(visit.pointId()).orElseThrow(),
                visit.planNumber().flatMap(plans::findById).orElse(null),
                visit.isLate(clock.instant()));
    }

    /** Who may go along: everybody of the regulator who reviews, heads a section, or registers, but not the person. */
    @Transactional(readOnly = true)
    public List<Person> companions(String regulatorUnitId, String userId) {
        return List.of(Role.REVIEWER, Role.SECTIONHEAD, Role.CLERK, Role.OFFICE).stream()
                .flatMap(role -> directory.holdersOf(role, regulatorUnitId).stream())
                .filter(person -> !person.userId().equals(userId))
                .distinct()
                .toList();
    }

    /** Records the visit; says why it is not taken. */
    public Optional<Refusal> record(String number, Record typed, Actor actor) {
        MonitoringVisit visit = rows.findById(number).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        LocalDate visitedOn = typed.visitedOn();
        if (visitedOn == null || visitedOn.isAfter(today)) {
            return Optional.of(Refusal.at("visitedOn", "monitoring.visitedOnMissing"));
        }
        Optional<Person> companion = companions(visit.regulatorUnitId(), actor.userId()).stream()
                .filter(person -> person.userId().equals(typed.companion()))
                .findFirst();
        if (companion.isEmpty()) {
            return Optional.of(Refusal.at("companion", "monitoring.companionMissing"));
        }
        List<String> asked = questions.inForce(visit.regionId(), today);
        List<VisitAnswer> answers = IntStream.range(0, asked.size())
                .mapToObj(place ->
                        new VisitAnswer(asked.get(place), typed.answers().getOrDefault(place, "")))
                .toList();
        Written written = new Written(
                visitedOn,
                actor.name(),
                companion.get().name(),
                typed.receivedBy(),
                answers,
                typed.remark(),
                typed.leads());
        Optional<Refusal> refusal = visit.record(written, actor.userId(), clock.instant());
        if (refusal.isEmpty()) {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("visitedOn", visitedOn.toString());
            said.put("visitors", actor.name() + "、" + companion.get().name());
            said.put("leadsFound", typed.leads().size());
            events.publishEvent(new MonitoringRecorded(number, "monitoring.visited", said));
        }
        return refusal;
    }

    /** Nobody was met. */
    public Optional<Refusal> notMet(String number, String why, Actor actor) {
        if (why.isBlank()) {
            return Optional.of(Refusal.at("notMet", "monitoring.notMetMissing"));
        }
        Optional<Refusal> refusal = rows.findById(number).orElseThrow().notMet(why, actor.userId(), clock.instant());
        if (refusal.isEmpty()) {
            events.publishEvent(new MonitoringRecorded(number, "monitoring.notMet", Map.of("reason", why)));
        }
        return refusal;
    }

    /**
     * Takes a visit over from a list: the planned one that waits for it, or one that nobody planned. Its leads are brought.
     *
     * @param number gives the number of one that nobody planned
     */
    void takeOver(MonitoringPoint point, Unit regulator, Written written, String userId, Supplier<String> number) {
        Optional<MonitoringVisit> waiting = rows.findByPointIdOrderByVisitedOnDescNumberDesc(point.id()).stream()
                .filter(visit -> visit.state() == VisitState.PLANNED
                        && visit.regulatorUnitId().equals(regulator.id())
                        && plannedBefore(visit, written.visitedOn()))
                .findFirst();
        MonitoringVisit visit = waiting.orElseGet(
                () -> MonitoringVisit.imported(number.get(), point, regulator.regionId(), regulator.id()));
        visit.record(written, userId, clock.instant());
        String saved = rows.saveAndFlush(visit).number();
        waiting.ifPresent(planned -> processes.tellIfWaiting(MonitoringProcess.SETTLED, saved));
        bringLeads(saved);
    }

    private boolean plannedBefore(MonitoringVisit visit, LocalDate day) {
        return visit.planNumber()
                .flatMap(plans::findById)
                .filter(plan ->
                        !LocalDate.ofInstant(plan.madeAt(), clock.getZone()).isAfter(day))
                .isPresent();
    }

    /** Brings to the inbox what the visit has found. */
    public void bringLeads(String number) {
        MonitoringVisit visit = rows.findById(number).orElseThrow();
        MonitoringPoint point = points.findById(visit.pointId()).orElseThrow();
        int place = 0;
        for (VisitLead found : visit.leads()) {
            found.became(leads.bring(new LeadFound(
                    visit.regionId(),
                    SourceKind.VISIT,
                    number + "/" + place++,
                    number,
                    "/monitoring/visits/" + number,
                    found.title(),
                    found.documentNumber(),
                    found.issuer(),
                    null,
                    null,
                    point.name() + "：" + found.said(),
                    null,
                    visit.recordedBy().orElse(null),
                    clock.instant())));
        }
    }
}
