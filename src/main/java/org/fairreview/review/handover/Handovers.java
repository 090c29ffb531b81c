package org.fairreview.review.handover;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairreview.identity.Accounts;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.DirectoryEntry;
import org.fairreview.identity.Person;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.identity.Scope;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.review.CaseRestricted;
import org.fairreview.workflow.HeldTask;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.TaskTransfers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands everything that a person who leaves has taken to a successor (移交): arranged by the head of the unit, or by the
 * system administrator of the region.
 */
@Service
@Transactional
public class Handovers {

    private static final Set<Role> HEADS = Set.of(Role.SECTIONHEAD, Role.UNITHEAD);
    private static final int LONGEST_REASON = 2_000;

    private final HandoverRows rows;
    private final TaskTransfers transfers;
    private final Directory directory;
    private final Accounts accounts;
    private final Units units;
    private final Clock clock;

    Handovers(
            HandoverRows rows,
            TaskTransfers transfers,
            Directory directory,
            Accounts accounts,
            Units units,
            Clock clock) {
        this.rows = rows;
        this.transfers = transfers;
        this.directory = directory;
        this.accounts = accounts;
        this.units = units;
        this.clock = clock;
    }

    /** Whether the person arranges handovers at all. */
    public static boolean arranges(Actor actor) {
        return actor.holds(Role.SYSADMIN) || HEADS.stream().anyMatch(actor::holds);
    }

    /** The people whose tasks the person may hand over. */
    @Transactional(readOnly = true)
    public List<Person> leavers(Actor by) {
        Set<String> within = unitsOf(by);
        return directory.everybody().stream()
                .filter(entry -> works(entry, within))
                .map(DirectoryEntry::person)
                .toList();
    }

    /** The people who may take over. */
    @Transactional(readOnly = true)
    public List<Person> successors(Actor by, String leaver) {
        Set<String> disabled = accounts.disabled();
        return leavers(by).stream()
                .filter(person -> !person.userId().equals(leaver) && !disabled.contains(person.userId()))
                .toList();
    }

    /** What the leaver has taken by a post in the units for which the person arranges handovers. */
    @Transactional(readOnly = true)
    public List<HeldTask> tasks(Actor by, String leaver) {
        Set<String> within = unitsOf(by);
        return directory.actor(leaver).stream()
                .flatMap(actor -> transfers.heldBy(actor).stream())
                .filter(task -> task.posts().stream().anyMatch(post -> within.contains(post.unitId())))
                .toList();
    }

    /** Who of the successors may do the task. */
    @Transactional(readOnly = true)
    public List<Person> ableTo(HeldTask task, List<Person> successors) {
        Set<String> holders = task.posts().stream()
                .flatMap(post -> directory.holdersOf(post.role(), post.unitId()).stream())
                .map(Person::userId)
                .collect(Collectors.toSet());
        return successors.stream()
                .filter(person -> holders.contains(person.userId()))
                .toList();
    }

    /**
     * Hands over everything for which the successor holds a post; the rest stays and is listed.
     *
     * @throws Refusal where something is not said, or the successor may do nothing of it
     */
    public Handover handOver(Actor by, String leaver, String successor, String reason) {
        Person from = among(leavers(by), leaver).orElseThrow(() -> Refusal.at("person", "handover.personMissing"));
        Person to = among(successors(by, leaver), successor)
                .orElseThrow(() -> Refusal.at("successor", "handover.successorMissing"));
        if (reason.isBlank()) {
            throw Refusal.at("reason", "handover.reasonMissing");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.at("reason", "handover.reasonTooLong", LONGEST_REASON);
        }
        List<HeldTask> held = tasks(by, leaver);
        Set<String> within = unitsOf(by);
        Set<Post> posts = directory.actor(successor).stream()
                .flatMap(actor -> actor.posts().stream())
                .filter(post -> within.contains(post.unitId()))
                .collect(Collectors.toSet());
        List<HeldTask> able = held.stream()
                .filter(task -> task.posts().stream().anyMatch(posts::contains))
                .toList();
        Set<String> moved = transfers.handOver(leaver, successor, able, reason);
        if (moved.isEmpty()) {
            throw Refusal.at("successor", "handover.nothing", to.name());
        }
        return rows.save(new Handover(
                unitOf(leaver, within),
                from,
                to,
                new Person(by.userId(), by.name()),
                reason,
                clock.instant(),
                held.stream()
                        .map(task -> new HandoverLine(
                                task.caseNumber(), task.title(), task.name(), task.dueAt(), moved.contains(task.id())))
                        .toList()));
    }

    /** The list, where the person arranges handovers for its unit. */
    @Transactional(readOnly = true)
    public Optional<Handover> find(long id, Actor by) {
        return rows.findById(id).filter(handover -> unitsOf(by).contains(handover.unitId()));
    }

    /** The latest lists of the units for which the person arranges handovers. */
    @Transactional(readOnly = true)
    public List<Handover> latest(Actor by) {
        return rows.findTop20ByUnitIdInOrderByHandedAtDesc(unitsOf(by));
    }

    /** A list names the case that became restricted, and no longer its measure. */
    @EventListener
    void forget(CaseRestricted restricted) {
        rows.forgetTitle(restricted.caseNumber());
    }

    private Set<String> unitsOf(Actor by) {
        Scope administered = units.scopeOf(by, Role.SYSADMIN);
        Set<String> own =
                HEADS.stream().flatMap(role -> by.unitsAs(role).stream()).collect(Collectors.toSet());
        return Stream.concat(
                        own.stream(),
                        units.all().stream().filter(administered::contains).map(Unit::id))
                .collect(Collectors.toUnmodifiableSet());
    }

    private String unitOf(String leaver, Set<String> within) {
        return directory.actor(leaver).stream()
                .flatMap(actor -> actor.posts().stream())
                .map(Post::unitId)
                .filter(within::contains)
                .findFirst()
                .orElseThrow();
    }

    private static boolean works(DirectoryEntry entry, Set<String> within) {
        return entry.posts().stream().anyMatch(post -> within.contains(post.unitId()));
    }

    private static Optional<Person> among(List<Person> people, String userId) {
        return people.stream().filter(person -> person.userId().equals(userId)).findFirst();
    }
}
