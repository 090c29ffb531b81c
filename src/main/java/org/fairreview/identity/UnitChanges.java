package org.fairreview.identity;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Units come, change their names and people to call, and go into others; done by system administrators. */
@Service
@Transactional
public class UnitChanges {

    private static final int LONGEST = 200;
    private static final Objection ELSEWHERE = Objection.of("people.elsewhere");

    /** What came of adding a unit: the unit, or why not. */
    public record Added(@Nullable Unit unit, List<Objection> objections) {}

    private final UnitRows rows;
    private final RegionRows regions;
    private final Units units;
    private final Directory directory;
    private final People people;
    private final OpenWork work;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UnitChanges(
            UnitRows rows,
            RegionRows regions,
            Units units,
            Directory directory,
            People people,
            OpenWork work,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.regions = regions;
        this.units = units;
        this.directory = directory;
        this.people = people;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    /** Registers a unit under the next free number: ids never carry names. */
    public Added add(UnitFacts facts, String regionId, Actor by) {
        boolean within = regions.existsById(regionId)
                && !regionId.equals(Region.HOME)
                && units.scopeOf(by, Role.SYSADMIN).regions().contains(regionId);
        List<Objection> objections = Stream.concat(
                        objectionsTo(facts, null).stream(),
                        within ? Stream.empty() : Stream.of(Objection.at("region", "units.region.missing")))
                .toList();
        if (!objections.isEmpty()) {
            return new Added(null, objections);
        }
        Unit unit = new Unit(nextId(), facts.name(), regionId, false);
        unit.describe(facts);
        rows.saveAndFlush(unit);
        directory.establish(unit, Arrays.asList(Role.values()), people.seenFrom(unit));
        events.publishEvent(new UnitEstablished(unit.id()));
        record(unit.id(), "unit.added", detailsOf(facts));
        return new Added(unit, List.of());
    }

    /** Writes the unit's name and people to call anew. */
    public List<Objection> describe(String unitId, UnitFacts facts, Actor by) {
        Unit unit = rows.findById(unitId).orElseThrow();
        if (!units.scopeOf(by, Role.SYSADMIN).contains(unit)) {
            return List.of(ELSEWHERE);
        }
        if (unit.isDissolved()) {
            return List.of(Objection.of("units.dissolve.already"));
        }
        List<Objection> objections = objectionsTo(facts, unitId);
        if (objections.isEmpty()) {
            unit.describe(facts);
            directory.rename(unit);
            record(unitId, "unit.described", detailsOf(facts));
        }
        return objections;
    }

    /** Merges the unit into its successor, which takes over its open tasks, its people's posts and its cases. */
    public Optional<Objection> dissolve(String unitId, String successorId, Actor by) {
        Unit unit = rows.findById(unitId).orElseThrow();
        Scope scope = units.scopeOf(by, Role.SYSADMIN);
        if (!scope.contains(unit)) {
            return Optional.of(ELSEWHERE);
        }
        Optional<Unit> successor = rows.findById(successorId).filter(scope::contains);
        if (successor.isEmpty()) {
            return Optional.of(Objection.at("successor", "units.dissolve.successor"));
        }
        Optional<Objection> objection = AdministrationRules.toDissolve(unit, successor.get());
        if (objection.isEmpty()) {
            dissolve(unit, successor.get());
        }
        return objection;
    }

    private void dissolve(Unit unit, Unit successor) {
        boolean regulator = unit.isRegulator();
        unit.dissolveInto(successor, clock.instant());
        rows.flush();
        directory.establish(successor, Arrays.asList(Role.values()), people.seenFrom(successor));
        if (regulator) {
            events.publishEvent(new UnitEstablished(successor.id()));
        }
        people.move(unit, successor);
        int moved = work.handOver(unit.id(), successor.id());
        events.publishEvent(new UnitDissolved(unit.id(), successor.id()));
        record(unit.id(), "unit.dissolved", Map.of("successor", successor.id(), "tasks", moved));
        record(successor.id(), "unit.tookOver", Map.of("unit", unit.id(), "tasks", moved));
    }

    private List<Objection> objectionsTo(UnitFacts facts, @Nullable String unitId) {
        boolean taken = rows.findAllByOrderById().stream()
                .anyMatch(unit -> !unit.isDissolved()
                        && unit.name().equals(facts.name())
                        && !unit.id().equals(unitId));
        return Stream.of(
                        objectTo(facts.name().isBlank(), "name", "units.name.missing"),
                        objectTo(taken, "name", "units.name.taken"),
                        objectTo(isTooLong(facts.name()), "name", "units.tooLong"),
                        objectTo(isTooLong(facts.liaison()), "liaison", "units.tooLong"),
                        objectTo(isTooLong(facts.deputy()), "deputy", "units.tooLong"),
                        objectTo(isTooLong(facts.supervisingLeader()), "supervisingLeader", "units.tooLong"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isTooLong(String text) {
        return text.length() > LONGEST;
    }

    private static Optional<Objection> objectTo(boolean wrong, String field, String key) {
        return wrong ? Optional.of(Objection.at(field, key)) : Optional.empty();
    }

    private String nextId() {
        int last = rows.findAllByOrderById().stream()
                .map(Unit::id)
                .filter(id -> id.matches("u\\d{1,8}"))
                .mapToInt(id -> Integer.parseInt(id.substring(1)))
                .max()
                .orElse(0);
        return "u" + (last < 99 ? "%02d".formatted(last + 1) : String.valueOf(last + 1));
    }

    private static Map<String, String> detailsOf(UnitFacts facts) {
        return Stream.of(
                        Map.entry("name", facts.name()),
                        Map.entry("liaison", facts.liaison()),
                        Map.entry("deputy", facts.deputy()),
                        Map.entry("supervisingLeader", facts.supervisingLeader()))
                .filter(fact -> !fact.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first, LinkedHashMap::new));
    }

    private void record(String unitId, String act, Map<String, ?> details) {
        events.publishEvent(new Administered(unitId, act, details));
    }
}
