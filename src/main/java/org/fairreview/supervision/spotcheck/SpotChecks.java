package org.fairreview.supervision.spotcheck;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.document.ClassificationMark;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Person;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.CaseProcesses;
import org.fairreview.workflow.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Spot checks: planned by the regulator's section head or office, signed by its leader, seen by its people and auditors. */
@Service
@Transactional
public class SpotChecks {

    /** The most that one spot check draws. */
    public static final int MOST = 500;

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_FOCUS = 4_000;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_REMARK = 4_000;

    private final SpotCheckRows rows;
    private final SpotItemRows items;
    private final SpotCheckNumbers numbers;
    private final CleanupPeople people;
    private final CaseProcesses processes;
    private final Standards standards;
    private final Directory directory;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final LocalTime officeCloses;

    SpotChecks(
            SpotCheckRows rows,
            SpotItemRows items,
            SpotCheckNumbers numbers,
            CleanupPeople people,
            CaseProcesses processes,
            Standards standards,
            Directory directory,
            Units units,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${fairreview.office-closes}") LocalTime officeCloses) {
        this.rows = rows;
        this.items = items;
        this.numbers = numbers;
        this.people = people;
        this.processes = processes;
        this.standards = standards;
        this.directory = directory;
        this.units = units;
        this.events = events;
        this.clock = clock;
        this.officeCloses = officeCloses;
    }

    // ---- looked at

    /** Whether spot checks are the person's concern. */
    @Transactional(readOnly = true)
    public boolean concern(Actor actor) {
        return !people.sightOf(actor).regions().isEmpty();
    }

    /** The spot checks that the person may see, newest first. */
    @Transactional(readOnly = true)
    public List<SpotCheck> of(Actor actor) {
        List<SpotCheck> all =
                rows.findByRegionIdInOrderByNumberDesc(people.sightOf(actor).regionsForQuery());
        all.forEach(check -> check.deliveries().size());
        return all;
    }

    @Transactional(readOnly = true)
    public Optional<SpotCheck> find(String number, Actor actor) {
        return rows.findById(number)
                .filter(check -> people.sightOf(actor).overlooks(check.regionId()))
                .map(SpotChecks::read);
    }

    /** The spot check, for work on one of its tasks, which the engine has allowed. */
    @Transactional(readOnly = true)
    public SpotCheck get(String number) {
        return read(rows.findById(number).orElseThrow());
    }

    private static SpotCheck read(SpotCheck check) {
        check.deliveries().size();
        return check;
    }

    /** What is inspected, in the order of the draw. */
    @Transactional(readOnly = true)
    public List<SpotItem> itemsOf(String number) {
        List<SpotItem> all = items.findByCheckNumberOrderByPlace(number);
        all.forEach(item -> item.records().size());
        return all;
    }

    /** The regulator for which the person plans spot checks. */
    @Transactional(readOnly = true)
    public Optional<Unit> plannedBy(Actor actor) {
        return people.arrangedBy(actor);
    }

    /** Whether the person puts the list of the spot check together. */
    @Transactional(readOnly = true)
    public boolean mayBringList(SpotCheck check, Actor actor) {
        String regulator = units.inCharge(check.regulatorUnitId());
        return check.state() == SpotCheck.State.LISTING
                && (actor.holds(Role.SECTIONHEAD, regulator) || actor.holds(Role.OFFICE, regulator));
    }

    /** Those who can inspect for the regulator. */
    @Transactional(readOnly = true)
    public List<Person> inspectors(String regulatorUnitId) {
        return directory.holdersOf(Role.REVIEWER, regulatorUnitId);
    }

    // ---- plan

    /** Plans a spot check; its number is put into the given list. */
    public List<Objection> plan(SpotPlan plan, Actor actor, List<String> made) {
        Unit regulator = people.arrangedBy(actor).orElseThrow();
        List<Objection> objections = objectionsTo(plan, regulator);
        if (!objections.isEmpty()) {
            return objections;
        }
        String number = numbers.next(regulator.regionId(), LocalDate.now(clock).getYear());
        SpotCheck check = rows.save(new SpotCheck(
                number,
                regulator.regionId(),
                regulator.id(),
                standards.regime(),
                plan,
                actor.userId(),
                clock.instant()));
        events.publishEvent(new SpotCheckRecorded(number, "spotcheck.planned", said(plan)));
        processes.start(SpotCheckProcess.SPOT_CHECK, number, SpotCheckProcess.variables(check, endOf(plan.endsOn())));
        made.add(number);
        return List.of();
    }

    private Instant endOf(LocalDate day) {
        return day.atTime(officeCloses).atZone(clock.getZone()).toInstant();
    }

    private List<Objection> objectionsTo(SpotPlan plan, Unit regulator) {
        List<Objection> objections = new ArrayList<>();
        text(objections, "title", plan.title(), LONGEST_TITLE);
        text(objections, "focus", plan.focus(), LONGEST_FOCUS);
        if (plan.fieldWords().length() > LONGEST_LINE) {
            objections.add(Objection.at("fields", "spotcheck.tooLong", LONGEST_LINE));
        }
        if (plan.regions().isEmpty() || !units.visibleFrom(regulator.regionId()).containsAll(plan.regions())) {
            objections.add(Objection.at("regions", "spotcheck.regionsMissing"));
        }
        plan.units().stream()
                .filter(id -> units.find(id).isEmpty())
                .findFirst()
                .ifPresent(id -> objections.add(Objection.at("units", "spotcheck.unitUnknown")));
        if (plan.sampleSize() < 0 || plan.sampleSize() > MOST) {
            objections.add(Objection.at("sampleSize", "spotcheck.sizeOutside", MOST));
        }
        LocalDate today = LocalDate.now(clock);
        if (plan.endsOn().isBefore(today) || plan.endsOn().isBefore(plan.startsOn())) {
            objections.add(Objection.at("endsOn", "spotcheck.endsTooEarly"));
        }
        if (plan.issuedFrom() != null
                && plan.issuedUntil() != null
                && plan.issuedUntil().isBefore(plan.issuedFrom())) {
            objections.add(Objection.at("issuedUntil", "spotcheck.issuedBackwards"));
        }
        inspectors(objections, plan, regulator);
        seed(objections, plan, today);
        return objections;
    }

    private void inspectors(List<Objection> objections, SpotPlan plan, Unit regulator) {
        List<String> known =
                inspectors(regulator.id()).stream().map(Person::userId).toList();
        if (!known.contains(plan.firstInspector())) {
            objections.add(Objection.at("firstInspector", "spotcheck.inspectorMissing"));
        }
        if (!known.contains(plan.secondInspector())) {
            objections.add(Objection.at("secondInspector", "spotcheck.inspectorMissing"));
        } else if (plan.firstInspector().equals(plan.secondInspector())) {
            objections.add(Objection.at("secondInspector", "spotcheck.inspectorsEqual"));
        }
    }

    /** A public number must be known to nobody yet: else the list, or the number, could be chosen for its result. */
    private static void seed(List<Objection> objections, SpotPlan plan, LocalDate today) {
        if (plan.seedSource() == SeedSource.PRODUCT) {
            return;
        }
        if (plan.seedAnnouncement().isBlank() || plan.seedAnnouncement().length() > LONGEST_LINE) {
            objections.add(Objection.at("seedAnnouncement", "spotcheck.announcementMissing"));
        }
        if (plan.seedKnownOn() == null || !plan.seedKnownOn().isAfter(today)) {
            objections.add(Objection.at("seedKnownOn", "spotcheck.seedKnownAlready"));
        }
    }

    private static void text(List<Objection> objections, String field, String text, int most) {
        if (text.isBlank()) {
            objections.add(Objection.at(field, "spotcheck." + field + "Missing"));
        } else if (text.length() > most) {
            objections.add(Objection.at(field, "spotcheck.tooLong", most));
        } else if (ClassificationMark.isIn(text)) {
            objections.add(Objection.at(field, "spotcheck.classified"));
        }
    }

    private static Map<String, Object> said(SpotPlan plan) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("title", plan.title());
        said.put("focus", plan.focus());
        said.put("sampleSize", plan.sampleSize());
        said.put("stratum", plan.stratum() == null ? "" : plan.stratum().word());
        said.put("regions", plan.regions());
        said.put("inspectUntil", plan.endsOn().toString());
        said.put("inspectors", plan.inspectors());
        said.put("seedSource", plan.seedSource().name());
        said.put("seedAnnouncement", plan.seedAnnouncement());
        said.put(
                "seedKnownOn",
                plan.seedKnownOn() == null ? "" : plan.seedKnownOn().toString());
        return said;
    }

    public Optional<Refusal> signPlan(String number, boolean agreed, String remark, String userId) {
        if (remark.length() > LONGEST_REMARK) {
            return Optional.of(Refusal.at("remark", "spotcheck.tooLong", LONGEST_REMARK));
        }
        Optional<Refusal> refusal =
                rows.hold(number).orElseThrow().signPlan(agreed, remark, userId, LocalDate.now(clock), clock.instant());
        if (refusal.isEmpty()) {
            events.publishEvent(new SpotCheckRecorded(
                    number, agreed ? "spotcheck.planSigned" : "spotcheck.planRefused", Map.of("remark", remark)));
        }
        return refusal;
    }

    /** The section head gives the check up before its list is fixed, with a reason. */
    public Optional<Refusal> giveUp(String number, String reason, String userId) {
        if (reason.isBlank() || reason.length() > LONGEST_REMARK) {
            return Optional.of(Refusal.at("giveUpReason", "spotcheck.giveUpReasonMissing", LONGEST_REMARK));
        }
        Optional<Refusal> refusal = rows.hold(number).orElseThrow().giveUp(reason, userId, clock.instant());
        if (refusal.isEmpty()) {
            events.publishEvent(new SpotCheckRecorded(number, "spotcheck.givenUp", Map.of("reason", reason)));
        }
        return refusal;
    }

    /** The last day of the inspection has passed while somebody still inspects. */
    public void noteLate(String number) {
        rows.hold(number).orElseThrow().late(clock.instant());
        events.publishEvent(new SpotCheckRecorded(number, "spotcheck.late", Map.of()));
    }
}
