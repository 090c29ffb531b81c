package org.fairreview.procedure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Unit;
import org.fairreview.procedure.ProcedurePeople.Sight;
import org.fairreview.workflow.CaseProcesses;
import org.fairreview.workflow.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens procedures, and shows them to those who may see them. */
@Service
@Transactional
public class Procedures {

    public static final int LONGEST_TITLE = 500;
    public static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 4_000;

    private static final int MOST = 2_000;

    /**
     * What is looked for; an empty text is any.
     *
     * @param words in the title or the number
     */
    public record Query(String words, String unit, String kind, String state, boolean late) {

        boolean matches(ProcedureCase procedure, Instant now) {
            String text = (procedure.number() + " " + procedure.title()).toLowerCase(Locale.ROOT);
            return text.contains(words.strip().toLowerCase(Locale.ROOT))
                    && (unit.isEmpty() || unit.equals(procedure.draftingUnitId()))
                    && (kind.isEmpty() || kind.equals(procedure.kind().name()))
                    && (state.isEmpty() || state.equals(procedure.state().name()))
                    && (!late || procedure.isLate(now));
        }
    }

    private final ProcedureRows rows;
    private final ProcedureNumbers numbers;
    private final ProcedurePeople people;
    private final ProcedureLimits limits;
    private final CaseProcesses processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Procedures(
            ProcedureRows rows,
            ProcedureNumbers numbers,
            ProcedurePeople people,
            ProcedureLimits limits,
            CaseProcesses processes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.people = people;
        this.limits = limits;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a procedure for a drafter.
     *
     * @param made takes its number
     * @return what speaks against it; empty where it was opened
     */
    public List<Objection> open(ProcedureDraft draft, Actor by, List<String> made) {
        List<Objection> objections = objectionsTo(draft, by);
        if (!objections.isEmpty()) {
            return objections;
        }
        Instant now = clock.instant();
        String region = unitOf(draft, by).orElseThrow().regionId();
        ProcedureCase procedure = new ProcedureCase(
                numbers.next(region, LocalDate.now(clock).getYear()), region, draft, by.userId(), now);
        procedure.begin(StepKind.OPEN_COMMENT, now, limits.dueFromNow(procedure, StepKind.OPEN_COMMENT));
        rows.saveAndFlush(procedure);
        events.publishEvent(new ProcedureRecorded(
                procedure.number(),
                "procedure.opened",
                Map.of(
                        "title", draft.title(),
                        "procedureKind", draft.kind().name(),
                        "decider", draft.decider().name(),
                        "decidingBody", draft.decidingBody(),
                        "business", draft.business(),
                        "legalUnit", draft.legalUnitId()),
                false));
        processes.start(ProcedureProcess.CONTRACT, procedure.number(), ProcedureProcess.variables(procedure));
        made.add(procedure.number());
        return List.of();
    }

    /** What speaks against opening it. */
    @Transactional(readOnly = true)
    public List<Objection> objectionsTo(ProcedureDraft draft, Actor by) {
        List<Objection> objections = new ArrayList<>();
        Optional<Unit> unit = unitOf(draft, by);
        if (unit.isEmpty()) {
            objections.add(Objection.at("unit", "procedure.unitUnknown"));
        }
        if (draft.title().isBlank()) {
            objections.add(Objection.at("title", "procedure.titleMissing"));
        } else if (draft.title().length() > LONGEST_TITLE) {
            objections.add(Objection.at("title", "procedure.tooLong", LONGEST_TITLE));
        }
        if (draft.decidingBody().isBlank()) {
            objections.add(Objection.at("decidingBody", "procedure.decidingBodyMissing"));
        } else if (draft.decidingBody().length() > LONGEST_NAME) {
            objections.add(Objection.at("decidingBody", "procedure.tooLong", LONGEST_NAME));
        }
        boolean known = unit.filter(each -> people.legalUnits(each.regionId()).stream()
                        .anyMatch(legal -> legal.id().equals(draft.legalUnitId())))
                .isPresent();
        if (!known) {
            objections.add(Objection.at("legalUnit", "procedure.legalUnitMissing"));
        }
        return objections;
    }

    private Optional<Unit> unitOf(ProcedureDraft draft, Actor by) {
        return people.openedFor(by).stream()
                .filter(each -> each.id().equals(draft.draftingUnitId()))
                .findFirst();
    }

    /**
     * Stops a procedure for its drafting unit, before the publication.
     *
     * @throws ConcurrencyFailureException where somebody acted on it at the same moment and was first
     */
    public Optional<Refusal> stop(String number, String reason, Actor by) {
        ProcedureCase procedure = rows.hold(number).orElseThrow();
        if (!people.speaksForDrafter(procedure, by)) {
            throw new IllegalStateException("%s is not of the drafting unit".formatted(by.userId()));
        }
        if (reason.isEmpty()) {
            return Optional.of(Refusal.at("reason", "procedure.stopReasonMissing"));
        }
        if (reason.length() > LONGEST_REASON) {
            return Optional.of(Refusal.at("reason", "procedure.textTooLong"));
        }
        Optional<Refusal> refusal = procedure.stop(reason, clock.instant());
        if (refusal.isEmpty()) {
            events.publishEvent(new ProcedureRecorded(number, "procedure.stopped", Map.of("reason", reason), false));
            processes.tell(ProcedureProcess.STOPPED, number);
        }
        return refusal;
    }

    /** The procedures that the person sees and that match, the newest first. */
    @Transactional(readOnly = true)
    public List<ProcedureCase> list(Query query, Actor actor) {
        Sight sight = people.sightOf(actor);
        Instant now = clock.instant();
        return rows.findVisible(sight.regions(), sight.drafting(), sight.legal(), Limit.of(MOST)).stream()
                .filter(procedure -> query.matches(procedure, now))
                .toList();
    }

    /** The procedure, where the person may see it; otherwise it is as if it did not exist. */
    @Transactional(readOnly = true)
    public Optional<ProcedureCase> find(String number, Actor actor) {
        return rows.findById(number).filter(people.sightOf(actor)::covers);
    }

    /** The procedure, for work on one of its tasks, which the engine has allowed. */
    @Transactional(readOnly = true)
    public ProcedureCase get(String number) {
        return rows.findById(number).orElseThrow();
    }
}
