package org.fairreview.review.destruction;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairreview.audit.AuditableEvent;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.review.CaseContents;
import org.fairreview.review.CaseContents.Term;
import org.fairreview.review.CaseFile;
import org.fairreview.review.ReviewCase;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The destruction lists of regulators: what may stand on them, who signs, and how they are carried out. */
@Service
public class Destructions {

    /** What comes before the number of a list in the subject of its entries. */
    public static final String SUBJECT = "destruction-";

    private static final Logger LOG = LoggerFactory.getLogger(Destructions.class);
    private static final Set<Role> READING = Set.of(Role.CLERK, Role.SECTIONHEAD, Role.LEADER, Role.AUDITOR);

    /** The ended cases of regulators that stand on no list; the term of each is worked out one by one. */
    private static final String ENDED =
            """
            select c.number from review_case c
            where c.regulator_unit_id in (:units) and c.case_end is not null and c.destroyed_at is null
              and c.ended_at < :before
              and not exists (select 1 from destruction_line z join destruction_list l on l.id = z.list_id
                where z.case_number = c.number and l.state in ('DRAFTED', 'SIGNED', 'EXECUTING', 'EXECUTED'))
            order by c.ended_at
            """;

    private static final String TITLES =
            """
            select c.number, m.title from review_case c join measure m on m.id = c.measure_id
            where c.number in (:numbers) and m.circulation <> 'RESTRICTED'
            """;

    /** The shortest class keeps papers for at least so many years. */
    private static final int SHORTEST_YEARS = 10;

    /** A case whose term is over, as its line would be. */
    public record Due(DestructionLine line, String measureId) {}

    /** What came of drafting: the list, or why there is none. */
    public record Drafted(@Nullable DestructionList list, @Nullable Refusal refusal) {}

    private record Listed(String subject, String act, Map<String, ?> details) implements AuditableEvent {}

    private final DestructionRows rows;
    private final CaseContents contents;
    private final CaseFile cases;
    private final Units units;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Destructions(
            DestructionRows rows,
            CaseContents contents,
            CaseFile cases,
            Units units,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.contents = contents;
        this.cases = cases;
        this.units = units;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Whether the person may read lists. */
    public boolean mayRead(Actor actor) {
        return READING.stream().anyMatch(actor::holds);
    }

    /** The cases that the clerk may put on a list: of the own regulator and those merged into it, the oldest first. */
    public List<Due> due(Actor clerk) {
        return inTransaction(() -> dueOf(unitsAs(clerk, Role.CLERK)));
    }

    private List<Due> dueOf(Collection<String> regulators) {
        if (regulators.isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        return jdbc
                .sql(ENDED)
                .param("units", regulators)
                .param(
                        "before",
                        LocalDate.of(today.getYear() - SHORTEST_YEARS, 1, 1)
                                .atStartOfDay(clock.getZone())
                                .toOffsetDateTime())
                .query(String.class)
                .list()
                .stream()
                .map(cases::get)
                .filter(contents::isOver)
                .map(this::line)
                .toList();
    }

    private Due line(ReviewCase review) {
        Term term = contents.termOf(review).orElseThrow();
        return new Due(
                new DestructionLine(
                        review.number(), term.retention(), term.endedOn(), Objects.requireNonNull(term.dueOn())),
                review.measureId());
    }

    /** The titles of the cases that may be read today; those of restricted cases are left out. */
    public Map<String, String> titles(Collection<String> caseNumbers) {
        Map<String, String> titles = new HashMap<>();
        if (!caseNumbers.isEmpty()) {
            jdbc.sql(TITLES).param("numbers", caseNumbers).query((ResultSet row) -> {
                titles.put(row.getString(1), row.getString(2));
            });
        }
        return titles;
    }

    /** Drafts a list; whatever belongs to the same measures comes onto it too. */
    public Drafted draft(Collection<String> caseNumbers, String reason, Actor clerk) {
        return inTransaction(() -> {
            Optional<Refusal> refusal = DestructionList.checkReason("reason", reason);
            if (refusal.isPresent()) {
                return new Drafted(null, refusal.get());
            }
            Map<String, Due> due = new TreeMap<>();
            Set<String> regulators = unitsAs(clerk, Role.CLERK);
            lock(regulators);
            dueOf(regulators).forEach(each -> due.put(each.line().caseNumber(), each));
            if (caseNumbers.isEmpty() || !due.keySet().containsAll(caseNumbers)) {
                return new Drafted(
                        null,
                        Refusal.at(
                                "cases",
                                caseNumbers.isEmpty() ? "destruction.refused.nothing" : "destruction.refused.notDue"));
            }
            Set<String> chosen = new HashSet<>();
            caseNumbers.forEach(number -> chosen.add(due.get(number).measureId()));
            List<DestructionLine> lines = due.values().stream()
                    .filter(each -> chosen.contains(each.measureId()))
                    .map(Due::line)
                    .toList();
            if (!isWhole(chosen, lines)) {
                return new Drafted(null, Refusal.at("cases", "destruction.refused.sister"));
            }
            String unit = clerk.unitsAs(Role.CLERK).stream()
                    .filter(id -> units.find(id).filter(Unit::isRegulator).isPresent())
                    .findFirst()
                    .orElseThrow();
            DestructionList list = rows.saveAndFlush(
                    new DestructionList(unit, clerk.userId(), clock.instant(), reason.strip(), lines));
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("reason", list.reason());
            said.put("cases", lines.stream().map(DestructionLine::caseNumber).toList());
            record(list, "destruction.drafted", said);
            lines.forEach(line ->
                    events.publishEvent(new Listed(line.caseNumber(), "case.listed", Map.of("list", list.subject()))));
            return new Drafted(list, null);
        });
    }

    /** Lets drafts of the same regulators wait for each other, so that no case comes onto two lists. */
    private void lock(Set<String> regulators) {
        if (!regulators.isEmpty()) {
            jdbc.sql("select id from unit where id in (:units) order by id for update")
                    .param("units", regulators)
                    .query(String.class)
                    .list();
        }
    }

    /** Whether all that is left of the measures stands on the lines: their texts go for all their cases. */
    private boolean isWhole(Collection<String> measureIds, List<DestructionLine> lines) {
        Set<String> listed = lines.stream().map(DestructionLine::caseNumber).collect(Collectors.toSet());
        return measureIds.stream().allMatch(measure -> listed.containsAll(contents.remainingOf(measure)));
    }

    /** The lists that the person may read: those of the own regulator, an auditor's those of the audited regions. */
    public List<DestructionList> lists(Actor actor) {
        return inTransaction(() -> {
            Set<String> seen = seenBy(actor);
            return seen.isEmpty() ? List.of() : rows.findByUnitIdInOrderByIdDesc(seen);
        });
    }

    public Optional<DestructionList> find(long id, Actor actor) {
        return inTransaction(
                () -> rows.findById(id).filter(list -> seenBy(actor).contains(list.unitId())));
    }

    /** The list under which a case was destroyed. */
    public Optional<DestructionList> listOf(String caseNumber) {
        return inTransaction(
                () -> rows.findHolding(caseNumber).stream().min(Comparator.comparingInt(list -> switch (list.state()) {
                    case EXECUTED -> 0;
                    case EXECUTING -> 1;
                    case CLOSED -> 2;
                    default -> 3;
                })));
    }

    /** Whether it is the person's turn to sign. */
    public boolean mayBeSignedBy(DestructionList list, Actor actor) {
        return list.nextSigner()
                .filter(role -> unitsAs(actor, role).contains(list.unitId()))
                .isPresent();
    }

    /** Signs in the role in which the person was asked, or sends back. */
    public Optional<Refusal> sign(long id, @Nullable Role role, boolean agreed, String remark, Actor actor) {
        return inTransaction(() -> {
            DestructionList list = rows.findById(id).orElseThrow();
            if (role == null || (list.nextSigner().isPresent() && !mayBeSignedBy(list, actor))) {
                return Optional.of(Refusal.of("destruction.refused.notYourTurn"));
            }
            Optional<Refusal> refusal = list.sign(role, actor.userId(), agreed, remark.strip(), clock.instant());
            if (refusal.isEmpty()) {
                Map<String, Object> said = new LinkedHashMap<>();
                said.put("role", role.name());
                said.put("remark", remark.strip());
                record(list, agreed ? "destruction.signed" : "destruction.returned", said);
            }
            return refusal;
        });
    }

    public Optional<Refusal> withdraw(long id, Actor clerk) {
        return inTransaction(() -> {
            DestructionList list = rows.findById(id).orElseThrow();
            Optional<Refusal> refusal = list.withdraw(clerk.userId(), clock.instant());
            if (refusal.isEmpty()) {
                record(list, "destruction.withdrawn", Map.of());
            }
            return refusal;
        });
    }

    /** Whether the person is clerk of the regulator whose list it is. */
    public boolean keeps(DestructionList list, Actor actor) {
        return unitsAs(actor, Role.CLERK).contains(list.unitId());
    }

    /**
     * Carries a signed list out, case by case: each is destroyed whole or not at all. Where it ends in between, it is
     * carried out again from there.
     */
    public Optional<Refusal> execute(long id, Actor clerk) {
        Optional<Refusal> refusal = inTransaction(() -> {
            DestructionList list = rows.findAlone(id).orElseThrow();
            return list.mayExecute(clerk.userId())
                    .or(() -> notOverAnyMore(list, list.lines()))
                    .or(() -> begin(list, clerk));
        });
        if (refusal.isPresent()) {
            return refusal;
        }
        DestructionList list = inTransaction(() -> rows.findById(id).orElseThrow());
        for (DestructionLine line : list.lines()) {
            try {
                Optional<Refusal> stopped = inTransaction(() -> destroy(id, line));
                if (stopped.isPresent()) {
                    return stopped;
                }
            } catch (DataAccessException e) {
                LOG.error("Case {} of destruction list {} was not destroyed", line.caseNumber(), id, e);
                return Optional.of(Refusal.of("destruction.refused.failed", line.caseNumber()));
            }
        }
        return inTransaction(() -> {
            DestructionList done = rows.findAlone(id).orElseThrow();
            if (done.isExecuting()) {
                done.executed(clerk.userId(), clock.instant());
                record(
                        done,
                        "destruction.executed",
                        Map.of("cases", done.lines().size()));
            }
            return Optional.empty();
        });
    }

    private Optional<Refusal> begin(DestructionList list, Actor clerk) {
        boolean goesOn = list.isExecuting();
        Optional<Refusal> refusal = list.begin(clerk.userId());
        if (refusal.isEmpty() && !goesOn) {
            record(list, "destruction.begun", Map.of("cases", list.lines().size()));
        }
        return refusal;
    }

    /** Ends a list whose execution has stopped; its cases that are still there may come onto another one. */
    public Optional<Refusal> close(long id, Actor clerk) {
        return inTransaction(() -> {
            DestructionList list = rows.findAlone(id).orElseThrow();
            List<String> left = left(list);
            if (list.isExecuting() && left.isEmpty()) {
                return Optional.of(Refusal.of("destruction.refused.nothingLeft"));
            }
            Optional<Refusal> refusal = list.close(clerk.userId(), clock.instant());
            if (refusal.isEmpty()) {
                record(list, "destruction.closed", Map.of("left", left));
            }
            return refusal;
        });
    }

    /** The cases of the list that are not destroyed. */
    public List<String> left(DestructionList list) {
        return list.lines().stream()
                .map(DestructionLine::caseNumber)
                .filter(number -> cases.get(number).destroyedAt().isEmpty())
                .toList();
    }

    private Optional<Refusal> notOverAnyMore(DestructionList list, List<DestructionLine> lines) {
        return lines.stream()
                .map(line -> cases.get(line.caseNumber()))
                .filter(review -> review.destroyedAt().isEmpty()
                        && (!contents.isOver(review) || !isWhole(List.of(review.measureId()), list.lines())))
                .findFirst()
                .map(review -> Refusal.of("destruction.refused.notOver", review.number()));
    }

    /** Destroys a case of a list that is being carried out; one that is destroyed already, is left alone. */
    private Optional<Refusal> destroy(long id, DestructionLine line) {
        DestructionList list = rows.findAlone(id).orElseThrow();
        ReviewCase review = cases.get(line.caseNumber());
        if (!list.isExecuting() || review.destroyedAt().isPresent()) {
            return Optional.empty();
        }
        Optional<Refusal> refusal = notOverAnyMore(list, List.of(line));
        if (refusal.isEmpty()) {
            contents.destroy(review, list.subject(), line.retention());
        }
        return refusal;
    }

    private void record(DestructionList list, String act, Map<String, ?> details) {
        events.publishEvent(new Listed(list.subject(), act, details));
    }

    /** The regulators in which the person holds the role, and those merged into them. */
    private Set<String> unitsAs(Actor actor, Role role) {
        return units.withPredecessors(actor.unitsAs(role).stream()
                .filter(id -> units.find(id).filter(Unit::isRegulator).isPresent())
                .toList());
    }

    private Set<String> seenBy(Actor actor) {
        Set<String> seen = new HashSet<>();
        Stream.of(Role.CLERK, Role.SECTIONHEAD, Role.LEADER).forEach(role -> seen.addAll(unitsAs(actor, role)));
        Collection<String> audited = cases.sightOf(actor).audited();
        units.all().stream()
                .filter(unit -> unit.isRegulator() && audited.contains(unit.regionId()))
                .map(Unit::id)
                .forEach(seen::add);
        return seen;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
