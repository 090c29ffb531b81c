package org.fairreview.review;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.measure.Circulation;
import org.fairreview.measure.Measure;
import org.fairreview.measure.Measures;
import org.fairreview.workflow.CaseProcesses;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Raises how far a measure may be known (传阅级别), for all cases about it. */
@Service
@Transactional
public class Circulations {

    public static final int LONGEST_REASON = 2_000;
    public static final int LONGEST_HEARING = 4_000;

    private static final Set<Stage> BEFORE_ACCEPTANCE =
            Set.of(Stage.SUBMITTED, Stage.SUPPLEMENT_ASKED, Stage.SUSPENDED, Stage.SUPPLEMENT_OVERDUE);
    private static final Set<Role> OFFICE = Set.of(Role.CLERK, Role.REVIEWER, Role.SECTIONHEAD);
    private static final Set<Role> OWN_OFFICE = Set.of(Role.DRAFTER, Role.UNITREVIEWER, Role.UNITHEAD);

    private final ReviewCases cases;
    private final CaseHandlers handlers;
    private final InstructionRows instructions;
    private final Measures measures;
    private final CaseProcesses processes;
    private final Units units;
    private final ApplicationEventPublisher events;

    Circulations(
            ReviewCases cases,
            CaseHandlers handlers,
            InstructionRows instructions,
            Measures measures,
            CaseProcesses processes,
            Units units,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.handlers = handlers;
        this.instructions = instructions;
        this.measures = measures;
        this.processes = processes;
        this.units = units;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Circulation of(ReviewCase review) {
        return measures.get(review.measureId()).circulation();
    }

    /**
     * Whether the person, who sees the case, may raise its level now: the drafting unit until the file is accepted, the
     * office that handles the case as long as it runs.
     */
    @Transactional(readOnly = true)
    public boolean mayRaise(ReviewCase review, Actor actor) {
        if (review.caseEnd().isPresent()
                || measures.get(review.measureId()).circulation().higher().isEmpty()) {
            return false;
        }
        String drafting = units.inCharge(review.draftingUnitId());
        if (review.route() == ReviewRoute.OWN) {
            return holdsOneOf(OWN_OFFICE, drafting, actor);
        }
        return holdsOneOf(OFFICE, units.inCharge(review.regulatorUnitId()), actor)
                || (BEFORE_ACCEPTANCE.contains(review.stage()) && actor.holds(Role.DRAFTER, drafting));
    }

    private static boolean holdsOneOf(Set<Role> roles, String unitId, Actor actor) {
        return roles.stream().anyMatch(role -> actor.holds(role, unitId));
    }

    /**
     * Raises the level. Whoever raises a case to restricted, whoever holds a task of it, and whoever is to answer an
     * instruction on it are handlers of it, and on record as such.
     *
     * @param hearingOtherwise how parties were heard in another way than openly; may be empty
     */
    public Optional<Refusal> raise(
            String caseNumber, @Nullable Circulation level, String reason, String hearingOtherwise, Actor actor) {
        ReviewCase review = cases.findById(caseNumber).orElseThrow();
        if (!mayRaise(review, actor)) {
            return Optional.of(Refusal.of("circulation.notYours"));
        }
        Measure measure = measures.get(review.measureId());
        Optional<Refusal> refusal = CirculationRules.check(measure.circulation(), level, reason, hearingOtherwise);
        if (refusal.isPresent() || level == null) {
            return refusal;
        }
        measures.circulate(measure.id(), level, level.isRestricted() ? hearingOtherwise : "");
        for (ReviewCase each : cases.findByMeasureIdOrderByNumber(measure.id())) {
            if (level.isRestricted()) {
                restrict(each, actor);
            }
            Map<String, Object> recorded = new LinkedHashMap<>();
            recorded.put("circulation", level.name());
            recorded.put("reason", reason);
            if (level.isRestricted() && !hearingOtherwise.isBlank()) {
                recorded.put("hearingOtherwise", hearingOtherwise);
            }
            events.publishEvent(new CaseRecorded(each.number(), "case.circulationRaised", recorded));
        }
        return Optional.empty();
    }

    private void restrict(ReviewCase review, Actor actor) {
        Set<String> present = new TreeSet<>(processes.holdersOfTasks(review.number()));
        present.add(actor.userId());
        instructions
                .findByCaseNumberAndAnswerIsNullAndWithdrawnAtIsNull(review.number())
                .forEach(open -> present.add(open.responsibleId()));
        present.forEach(handler -> handlers.join(review.number(), handler));
        processes.hideTitle(review.number());
        events.publishEvent(new CaseRestricted(review.number()));
    }
}
