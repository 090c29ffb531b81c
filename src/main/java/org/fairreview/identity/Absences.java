package org.fairreview.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands in for whom while somebody is away (外出委托). A deputy gets no power by it: for each post only somebody
 * who holds the same post stands in.
 */
@Service
@Transactional
public class Absences {

    /** The longest period, in days: who is away for longer hands over. */
    public static final int LONGEST_DAYS = 92;

    private final AbsenceRows rows;
    private final Turn turn;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Absences(AbsenceRows rows, Turn turn, Directory directory, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.turn = turn;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /** Names a deputy for a period that begins today or later. */
    public List<Objection> name(@Nullable LocalDate from, @Nullable LocalDate until, String deputyId, Actor by) {
        LocalDate today = LocalDate.now(clock);
        List<Objection> objections = Stream.of(
                        objectTo(
                                deputies(by).stream()
                                        .noneMatch(each -> each.userId().equals(deputyId)),
                                "deputy",
                                "absence.deputy.missing"),
                        objectTo(from == null, "from", "absence.from.missing"),
                        objectTo(from != null && from.isBefore(today), "from", "absence.from.past"),
                        objectTo(from != null && from.isAfter(today.plusYears(1)), "from", "absence.from.late"),
                        objectTo(until == null, "until", "absence.until.missing"),
                        objectTo(from != null && until != null && until.isBefore(from), "until", "absence.until.early"),
                        objectTo(
                                from != null && until != null && ChronoUnit.DAYS.between(from, until) >= LONGEST_DAYS,
                                "until",
                                "absence.until.late"))
                .flatMap(Optional::stream)
                .toList();
        if (!objections.isEmpty() || from == null || until == null) {
            return objections;
        }
        turn.await();
        if (of(by.userId()).stream().anyMatch(each -> each.overlaps(from, until))) {
            return List.of(Objection.at("from", "absence.overlaps"));
        }
        rows.save(new Absence(by.userId(), deputyId, from, until, clock.instant()));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("standIn", deputyId);
        details.put("absentFrom", from.toString());
        details.put("absentUntil", until.toString());
        events.publishEvent(new Administered(by.userId(), "account.absenceNamed", details));
        return List.of();
    }

    /** The person is back, or does not go; what the deputy has taken stays there. */
    public Optional<Objection> end(long id, Actor by) {
        turn.await();
        Optional<Absence> found = rows.findById(id)
                .filter(absence -> absence.userId().equals(by.userId()))
                .filter(absence -> !absence.isOverOn(LocalDate.now(clock)));
        if (found.isEmpty()) {
            return Optional.of(Objection.of("absence.over"));
        }
        found.get().end(clock.instant());
        events.publishEvent(new Administered(
                by.userId(),
                "account.absenceEnded",
                Map.of("standIn", found.get().deputyId())));
        return Optional.empty();
    }

    /** The person's own, the latest first. */
    @Transactional(readOnly = true)
    public List<Absence> of(String userId) {
        return rows.findByUserIdOrderByFromDayDescIdDesc(userId);
    }

    /** Those in which somebody is away today. */
    @Transactional(readOnly = true)
    public List<Absence> today() {
        return rows.inForceOn(LocalDate.now(clock));
    }

    /** Who could stand in for the person: everybody else who holds one of the person's posts. */
    @Transactional(readOnly = true)
    public List<Person> deputies(Actor person) {
        return person.posts().stream()
                .flatMap(post -> directory.holdersOf(post.role(), post.unitId()).stream())
                .filter(holder -> !holder.userId().equals(person.userId()))
                .distinct()
                .toList();
    }

    /** Everybody who is away today. */
    @Transactional(readOnly = true)
    public Set<String> away() {
        return deputiesOfToday().keySet();
    }

    /**
     * Who does today what somebody of the post would do: the person, or while that one is away the deputy, or the
     * deputy's deputy. Empty where whoever that is does not hold the post.
     */
    @Transactional(readOnly = true)
    public Optional<String> inChargeFor(String userId, Role role, String unitId) {
        Map<String, String> deputies = deputiesOfToday();
        if (!deputies.containsKey(userId)) {
            return Optional.of(userId);
        }
        Set<String> holders = new HashSet<>();
        directory.holdersOf(role, unitId).forEach(holder -> holders.add(holder.userId()));
        Set<String> asked = new HashSet<>();
        String now = userId;
        while (deputies.containsKey(now) && asked.add(now)) {
            now = deputies.get(now);
        }
        return Optional.of(now).filter(person -> holders.contains(person) && !deputies.containsKey(person));
    }

    private Map<String, String> deputiesOfToday() {
        Map<String, String> deputies = new HashMap<>();
        today().forEach(absence -> deputies.put(absence.userId(), absence.deputyId()));
        return deputies;
    }

    private static Optional<Objection> objectTo(boolean wrong, String field, String key) {
        return wrong ? Optional.of(Objection.at(field, key)) : Optional.empty();
    }
}
