package org.fairreview.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.document.ClassificationMark;
import org.fairreview.document.FileStore;
import org.fairreview.evaluation.Evaluation.Purpose;
import org.fairreview.evaluation.Plan.State;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.workflow.CaseProcesses;
import org.fairreview.workflow.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plans of evaluations (评估计划, Measures 35), made and commissioned by the regulator's section head or office. */
@Service
@Transactional
public class Plans {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_SUBJECT = 2_000;
    private static final int LONGEST_BUDGET = 100;
    private static final int LONGEST_QUESTION = 20_000;

    private final PlanRows rows;
    private final PlanNumbers numbers;
    private final Evaluations evaluations;
    private final Institutions institutions;
    private final CaseProcesses processes;
    private final FileStore files;
    private final Units units;
    private final ObjectProvider<CommissionedCases> cases;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Plans(
            PlanRows rows,
            PlanNumbers numbers,
            Evaluations evaluations,
            Institutions institutions,
            CaseProcesses processes,
            FileStore files,
            Units units,
            ObjectProvider<CommissionedCases> cases,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.evaluations = evaluations;
        this.institutions = institutions;
        this.processes = processes;
        this.files = files;
        this.units = units;
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Plan> of(Collection<String> regions) {
        return rows.findByRegionIdInOrderByNumberDesc(regions);
    }

    @Transactional(readOnly = true)
    public Optional<Plan> find(String number) {
        return rows.findById(number);
    }

    /** Whether the person may commission, or give up, the plan. */
    @Transactional(readOnly = true)
    public boolean mayKeep(Plan plan, Actor actor) {
        return institutions
                .keptBy(actor)
                .filter(unit -> unit.regionId().equals(plan.regionId()))
                .isPresent();
    }

    /** Makes a plan; its number is put into the given list. */
    public List<Objection> make(PlanDraft draft, Actor actor, List<String> made) {
        Unit regulator = institutions.keptBy(actor).orElseThrow();
        List<Objection> objections = objectionsTo(draft, regulator.regionId());
        if (!objections.isEmpty()) {
            return objections;
        }
        String number = numbers.next(regulator.regionId(), draft.year());
        rows.save(new Plan(number, regulator.regionId(), regulator.id(), draft, actor.userId(), clock.instant()));
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("title", draft.title());
        said.put("evaluationPurpose", draft.purpose().name());
        said.put("subject", draft.subject());
        events.publishEvent(new EvaluationRecorded(number, "evaluation.planned", said));
        made.add(number);
        return List.of();
    }

    private List<Objection> objectionsTo(PlanDraft draft, String regionId) {
        List<Objection> objections = new ArrayList<>();
        int thisYear = LocalDate.now(clock).getYear();
        if (draft.year() < thisYear - 1 || draft.year() > thisYear + 1) {
            objections.add(Objection.at("year", "evaluations.yearOutside", thisYear - 1, thisYear + 1));
        }
        text(objections, "title", draft.title(), LONGEST_TITLE);
        text(objections, "subject", draft.subject(), LONGEST_SUBJECT);
        if (draft.budget().length() > LONGEST_BUDGET) {
            objections.add(Objection.at("budget", "evaluations.tooLong", LONGEST_BUDGET));
        }
        String caseNumber = draft.caseNumber();
        boolean unknown =
                caseNumber != null && cases.stream().noneMatch(each -> each.isUnderReview(caseNumber, regionId));
        if (unknown || (draft.purpose() == Purpose.EXPECTED_EFFECT && caseNumber == null)) {
            objections.add(Objection.at("caseNumber", "evaluations.caseMissing"));
        }
        if (draft.purpose() == Purpose.EFFECT_AFTER && draft.evaluatedUnitId() == null) {
            objections.add(Objection.at("evaluatedUnit", "evaluations.unitMissing"));
        }
        if (draft.evaluatedUnitId() != null
                && units.find(draft.evaluatedUnitId()).isEmpty()) {
            objections.add(Objection.at("evaluatedUnit", "evaluations.unitMissing"));
        }
        return objections;
    }

    private static void text(List<Objection> objections, String field, String text, int most) {
        if (text.isBlank()) {
            objections.add(Objection.at(field, "evaluations." + field + "Missing"));
        } else if (text.length() > most) {
            objections.add(Objection.at(field, "evaluations.tooLong", most));
        } else if (ClassificationMark.isIn(text)) {
            objections.add(Objection.at(field, "evaluations.classified"));
        }
    }

    /**
     * Commissions an institution with what is planned.
     *
     * @param material files that the person staged, all of which are released to the institution
     */
    public Optional<Refusal> commission(
            String number, String evaluatorUnitId, String question, List<String> material, Actor actor) {
        Plan plan = rows.findById(number).orElseThrow();
        if (plan.state() != State.PLANNED || !plan.isCommissionedHere()) {
            return Optional.of(Refusal.of("evaluations.notOpen"));
        }
        if (question.length() > LONGEST_QUESTION) {
            return Optional.of(Refusal.at("evaluationQuestion", "evaluations.tooLong", LONGEST_QUESTION));
        }
        if (ClassificationMark.isIn(question)) {
            return Optional.of(Refusal.at("evaluationQuestion", "evaluations.classified"));
        }
        if (material.stream()
                .anyMatch(file -> files.takeStaged(file, actor.userId()).isEmpty())) {
            return Optional.of(Refusal.at("evaluationMaterial", "evaluations.fileUnknown"));
        }
        Role role = actor.holds(Role.SECTIONHEAD, plan.regulatorUnitId()) ? Role.SECTIONHEAD : Role.OFFICE;
        Commission commission = new Commission(
                number,
                plan.regionId(),
                plan.regulatorUnitId(),
                plan.evaluatedUnitId().orElse(null),
                plan.title(),
                evaluatorUnitId,
                plan.purpose(),
                question,
                material,
                actor.userId(),
                role);
        Optional<Refusal> refusal = evaluations.objectionTo(commission);
        if (refusal.isPresent()) {
            return refusal;
        }
        material.forEach(file -> files.bind(file, number, "EVALUATION_MATERIAL"));
        Evaluation evaluation = evaluations.commission(commission);
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("evaluatorUnit", evaluatorUnitId);
        said.put("evaluationQuestion", question);
        said.put("files", material.size());
        events.publishEvent(new EvaluationRecorded(number, "evaluation.commissioned", said));
        processes.start(EvaluationProcess.CONTRACT, number, EvaluationProcess.variables(evaluation));
        return Optional.empty();
    }

    /** Takes the commission back while the institution owes a report. */
    public Optional<Refusal> recall(String number, String reason, Actor actor) {
        if (reason.isBlank()) {
            return Optional.of(Refusal.at("reason", "recall.reasonMissing"));
        }
        if (reason.length() > LONGEST_SUBJECT) {
            return Optional.of(Refusal.at("reason", "recall.reasonTooLong"));
        }
        Optional<Evaluation> waiting = evaluations.of(number).stream()
                .filter(each -> each.isOpen() && each.summary().isEmpty())
                .findFirst();
        if (waiting.isEmpty()
                || !processes.tell(
                        EvaluationProcess.RECALLED,
                        number,
                        EvaluationProcess.EVALUATION_ID.name(),
                        waiting.get().id())) {
            return Optional.of(Refusal.of("recall.tooLate"));
        }
        evaluations.recall(waiting.get().id(), actor.userId(), reason);
        events.publishEvent(new EvaluationRecorded(number, "evaluation.recalled", Map.of("reason", reason)));
        return Optional.empty();
    }

    /** Gives a plan up that was not commissioned. */
    public Optional<Refusal> giveUp(String number, Actor actor) {
        Plan plan = rows.findById(number).orElseThrow();
        if (plan.state() != State.PLANNED) {
            return Optional.of(Refusal.of("evaluations.notOpen"));
        }
        plan.turn(State.CANCELLED);
        events.publishEvent(new EvaluationRecorded(number, "evaluation.planGivenUp", Map.of()));
        return Optional.empty();
    }
}
