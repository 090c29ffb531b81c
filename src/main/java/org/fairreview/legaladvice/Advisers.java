package org.fairreview.legaladvice;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairreview.identity.Absences;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The legal advisers of a region (法律顾问): of what kind, how busy, and with whom in conflict. */
@Service
@Transactional
public class Advisers {

    /** The chain on which kinds and conflicts are recorded. */
    public static final String SUBJECT = "advisers";

    private static final int LONGEST_NAME = 200;
    private static final int SHORTEST_PART = 4;

    /** Somebody who advises, and the unit in which. */
    public record Adviser(String userId, String name, String unitId) {}

    /** A conflict as it was typed: with a unit, or with somebody named. */
    public record TypedConflict(
            String userId,
            @Nullable String unitId,
            String partyName,
            String reason,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    private final LegalAdviceRows advices;
    private final AdviserConflictRows conflicts;
    private final AdviserProfileRows profiles;
    private final Directory directory;
    private final Units units;
    private final Absences absences;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Advisers(
            LegalAdviceRows advices,
            AdviserConflictRows conflicts,
            AdviserProfileRows profiles,
            Directory directory,
            Units units,
            Absences absences,
            ApplicationEventPublisher events,
            Clock clock) {
        this.advices = advices;
        this.conflicts = conflicts;
        this.profiles = profiles;
        this.directory = directory;
        this.units = units;
        this.absences = absences;
        this.events = events;
        this.clock = clock;
    }

    /** Who advises in the region, each once. */
    @Transactional(readOnly = true)
    public List<Adviser> of(String regionId) {
        return units.all().stream()
                .filter(unit -> !unit.isDissolved() && unit.regionId().equals(regionId))
                .flatMap(unit -> directory.holdersOf(Role.ADVISER, unit.id()).stream()
                        .map(person -> new Adviser(person.userId(), person.name(), unit.id())))
                .collect(Collectors.toMap(
                        Adviser::userId, Function.identity(), (first, second) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Of them, those who may be asked about something in which the party has an interest. */
    @Transactional(readOnly = true)
    public List<Adviser> free(String regionId, Party party) {
        return of(regionId).stream()
                .filter(adviser -> !isBarred(adviser.userId(), party))
                .toList();
    }

    /** Whether the adviser must not advise on the party: the own unit, or one with which a conflict is in force. */
    @Transactional(readOnly = true)
    public boolean isBarred(String userId, Party party) {
        return isOwn(userId, party) || conflict(userId, party).isPresent();
    }

    /** Whether the adviser works for the party. */
    @Transactional(readOnly = true)
    public boolean isOwn(String userId, Party party) {
        return directory.actor(userId).filter(actor -> isOwn(actor, party)).isPresent();
    }

    private boolean isOwn(Actor actor, Party party) {
        if (party.unitId() != null) {
            return actor.belongsTo(party.unitId()) || actor.belongsTo(units.inCharge(party.unitId()));
        }
        return actor.posts().stream().map(Post::unitId).distinct().anyMatch(unit -> isSame(Party.unit(unit), party));
    }

    /** A conflict with the party that is in force today. */
    @Transactional(readOnly = true)
    public Optional<AdviserConflict> conflict(String userId, Party party) {
        LocalDate today = today();
        return conflicts.findByUserIdInOrderByIdDesc(List.of(userId)).stream()
                .filter(conflict -> conflict.isInForceOn(today) && isSame(conflict.party(), party))
                .findFirst();
    }

    /**
     * Whom the load points to: who is not away, then the fewest requests open, then the fewest of this year, then the
     * account.
     */
    @Transactional(readOnly = true)
    public Optional<Adviser> leastBusy(String regionId, Party party, Set<String> except) {
        List<Adviser> free = free(regionId, party).stream()
                .filter(adviser -> !except.contains(adviser.userId()))
                .toList();
        if (free.isEmpty()) {
            return Optional.empty();
        }
        Set<String> away = absences.away();
        Map<String, Long> open = openRequests(free);
        Map<String, Long> year = count(advices.advisersSince(
                ids(free),
                today().withDayOfYear(1).atStartOfDay(clock.getZone()).toInstant()));
        return free.stream()
                .min(Comparator.comparing((Adviser adviser) -> away.contains(adviser.userId()))
                        .thenComparing(adviser -> open.getOrDefault(adviser.userId(), 0L))
                        .thenComparing(adviser -> year.getOrDefault(adviser.userId(), 0L))
                        .thenComparing(Adviser::userId));
    }

    /** How many requests wait for each of the advisers. */
    @Transactional(readOnly = true)
    public Map<String, Long> openRequests(Collection<Adviser> of) {
        return of.isEmpty() ? Map.of() : count(advices.advisersOfOpen(ids(of)));
    }

    /** Whether the person is away today, so that a colleague may answer instead. */
    @Transactional(readOnly = true)
    public boolean isAway(String userId) {
        return absences.away().contains(userId);
    }

    @Transactional(readOnly = true)
    public Optional<AdviserKind> kind(String userId) {
        return profiles.findById(userId).map(AdviserProfile::kind);
    }

    /** All conflicts of the advisers, the latest first. */
    @Transactional(readOnly = true)
    public List<AdviserConflict> conflictsOf(Collection<String> userIds) {
        return userIds.isEmpty() ? List.of() : conflicts.findByUserIdInOrderByIdDesc(userIds);
    }

    /** The regions of whose advisers the person says kinds and conflicts: a section head those of the own regulator. */
    @Transactional(readOnly = true)
    public List<String> regionsKeptBy(Actor actor) {
        return actor.unitsAs(Role.SECTIONHEAD).stream()
                .flatMap(unit -> units.find(unit).stream())
                .filter(unit -> unit.isRegulator() && !unit.isDissolved())
                .map(Unit::regionId)
                .distinct()
                .toList();
    }

    /** Whether the person may say with whom the adviser has a conflict: the adviser, and the section head. */
    @Transactional(readOnly = true)
    public boolean keeps(Actor actor, String adviserId) {
        return (actor.holds(Role.ADVISER) && actor.userId().equals(adviserId)) || keepsKind(actor, adviserId);
    }

    @Transactional(readOnly = true)
    public boolean keepsKind(Actor actor, String adviserId) {
        return regionsKeptBy(actor).stream()
                .flatMap(region -> of(region).stream())
                .anyMatch(adviser -> adviser.userId().equals(adviserId));
    }

    public void setKind(String adviserId, AdviserKind kind) {
        Optional<AdviserProfile> known = profiles.findById(adviserId);
        if (known.filter(profile -> profile.kind() == kind).isPresent()) {
            return;
        }
        known.ifPresentOrElse(
                profile -> profile.become(kind), () -> profiles.save(new AdviserProfile(adviserId, kind)));
        events.publishEvent(
                AdviceRecorded.of(SUBJECT, "advice.kindSet", Map.of("adviser", adviserId, "kind", kind.name())));
    }

    /** Takes a conflict down. */
    public List<Objection> declare(TypedConflict typed, Actor by) {
        String name = typed.partyName().strip();
        String reason = typed.reason().strip();
        boolean unit = typed.unitId() != null && !typed.unitId().isBlank();
        if (unit == !name.isEmpty() || name.length() > LONGEST_NAME) {
            return List.of(Objection.at("party", "advice.conflict.party", LONGEST_NAME));
        }
        if (unit
                && units.find(Objects.requireNonNull(typed.unitId()))
                        .filter(Unit::isAtWork)
                        .isEmpty()) {
            return List.of(Objection.at("party", "advice.conflict.party", LONGEST_NAME));
        }
        if (reason.isEmpty() || reason.length() > LegalAdvice.LONGEST_REASON) {
            return List.of(Objection.at("reason", "advice.conflict.reason", LegalAdvice.LONGEST_REASON));
        }
        if (typed.from() == null) {
            return List.of(Objection.at("from", "advice.conflict.from"));
        }
        if (typed.until() != null && typed.until().isBefore(typed.from())) {
            return List.of(Objection.at("until", "advice.conflict.until"));
        }
        Party party = unit ? Party.unit(Objects.requireNonNull(typed.unitId())) : Party.named(name);
        save(typed.userId(), party, reason, typed.from(), typed.until(), by.userId());
        return List.of();
    }

    /** Takes down the conflict of somebody who stands aside, unless it is known; the reason stands with the case. */
    void declareAside(String userId, Party party) {
        if (conflict(userId, party).isEmpty()) {
            save(userId, party, "", today(), null, userId);
        }
    }

    private void save(String userId, Party party, String reason, LocalDate from, @Nullable LocalDate until, String by) {
        conflicts.save(new AdviserConflict(userId, party, reason, from, until, by, clock.instant()));
        events.publishEvent(AdviceRecorded.of(
                SUBJECT,
                "advice.conflictDeclared",
                Map.of(
                        "adviser",
                        userId,
                        "party",
                        nameOf(party),
                        "from",
                        from.toString(),
                        "until",
                        until == null ? "" : until.toString(),
                        "reason",
                        reason)));
    }

    @Transactional(readOnly = true)
    public Optional<AdviserConflict> findConflict(long id) {
        return conflicts.findById(id);
    }

    /** Whether the person may end the conflict: the section head each, an adviser those that the adviser declared. */
    @Transactional(readOnly = true)
    public boolean mayEnd(Actor actor, AdviserConflict conflict) {
        return keepsKind(actor, conflict.userId())
                || (keeps(actor, conflict.userId()) && conflict.declaredBy().equals(actor.userId()));
    }

    /** Ends a conflict: from now on the adviser may be asked again. */
    public void endConflict(long id) {
        AdviserConflict conflict = conflicts.findById(id).orElseThrow();
        if (conflict.isOverOn(today())) {
            return;
        }
        conflict.end(clock.instant());
        events.publishEvent(AdviceRecorded.of(
                SUBJECT,
                "advice.conflictEnded",
                Map.of("adviser", conflict.userId(), "party", nameOf(conflict.party()))));
    }

    /** What the party is called. */
    @Transactional(readOnly = true)
    public String nameOf(Party party) {
        return party.unitId() != null ? units.name(party.unitId()) : Objects.requireNonNullElse(party.name(), "");
    }

    /** Whether both are the same: one unit, or its successor, or names of which one holds the other. */
    private boolean isSame(Party one, Party other) {
        if (one.unitId() != null && other.unitId() != null) {
            return units.inCharge(one.unitId()).equals(units.inCharge(other.unitId()));
        }
        String first = plain(nameOf(one));
        String second = plain(nameOf(other));
        return first.equals(second) || holds(first, second) || holds(second, first);
    }

    private static boolean holds(String name, String part) {
        return part.length() >= SHORTEST_PART && name.contains(part);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private static List<String> ids(Collection<Adviser> advisers) {
        return advisers.stream().map(Adviser::userId).toList();
    }

    private static Map<String, Long> count(List<String> advisers) {
        return advisers.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
