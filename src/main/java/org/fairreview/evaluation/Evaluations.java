package org.fairreview.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.document.FileStore;
import org.fairreview.evaluation.Evaluation.Use;
import org.fairreview.evaluation.Plan.State;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.standard.Regime;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.Recall;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The evaluations commissioned from outside institutions. */
@Service
@Transactional
public class Evaluations {

    /** A finding as it is typed: the standard is one of those in force. */
    public record FoundItem(String quotation, String item, String effect, String suggestion) {}

    /** What becomes of one finding, by its place in the report, from 0. */
    public record UseOfFinding(int place, FindingUse use, String note) {}

    private final EvaluationRows rows;
    private final LeadRows leads;
    private final PlanRows plans;
    private final Institutions institutions;
    private final FileStore files;
    private final Standards standards;
    private final Units units;
    private final ObjectProvider<CommissionedCases> cases;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Evaluations(
            EvaluationRows rows,
            LeadRows leads,
            PlanRows plans,
            Institutions institutions,
            FileStore files,
            Standards standards,
            Units units,
            ObjectProvider<CommissionedCases> cases,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.leads = leads;
        this.plans = plans;
        this.institutions = institutions;
        this.files = files;
        this.standards = standards;
        this.units = units;
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    /** Why it cannot be commissioned. */
    @Transactional(readOnly = true)
    public Optional<Refusal> objectionTo(Commission commission) {
        if (commission.question().isBlank()) {
            return Optional.of(Refusal.at("evaluationQuestion", "evaluation.questionMissing"));
        }
        if (commission.material().isEmpty()) {
            return Optional.of(Refusal.at("evaluationMaterial", "evaluation.materialMissing"));
        }
        return institutions.objection(
                commission.evaluatorUnitId(), commission.regionId(), commission.evaluatedUnitId());
    }

    /** Commissions an institution, to which nothing is objected. */
    public Evaluation commission(Commission commission) {
        objectionTo(commission).ifPresent(refusal -> {
            throw new IllegalArgumentException(refusal.key());
        });
        turn(commission.caseNumber(), State.PLANNED, State.COMMISSIONED);
        return rows.save(new Evaluation(commission, clock.instant()));
    }

    /**
     * Takes the report.
     *
     * @param fileId the report as a file that the person staged
     * @param dueAt until when it was asked for
     */
    public Optional<Refusal> report(
            String id, String userId, String summary, String fileId, List<FoundItem> found, @Nullable Instant dueAt) {
        Evaluation evaluation = rows.findById(id).orElseThrow();
        Regime regime = standards.regimeOn(LocalDate.now(clock)).orElseThrow();
        for (int place = 0; place < found.size(); place++) {
            if (regime.item(found.get(place).item()).isEmpty()) {
                return Optional.of(
                        Refusal.at("findings[%d].item".formatted(place), "evaluation.itemUnknown", place + 1));
            }
        }
        if (files.takeStaged(fileId, userId).isEmpty()) {
            return Optional.of(Refusal.at("report", "evaluation.reportMissing"));
        }
        List<ReportFinding> findings = found.stream()
                .map(each ->
                        new ReportFinding(each.quotation(), regime.id(), each.item(), each.effect(), each.suggestion()))
                .toList();
        Optional<Refusal> refusal = evaluation.report(userId, summary, fileId, findings, dueAt, clock.instant());
        if (refusal.isEmpty()) {
            files.bind(fileId, evaluation.caseNumber(), "EVALUATION_REPORT");
        }
        return refusal;
    }

    /** Accepts the report; from then on the institution sees nothing of the matter any more. */
    public Optional<Refusal> accept(String id, String userId, List<UseOfFinding> uses) {
        Evaluation evaluation = rows.findById(id).orElseThrow();
        boolean planned = plans.existsById(evaluation.caseNumber());
        Map<Integer, Use> decided = new HashMap<>();
        for (UseOfFinding each : uses) {
            if (planned && each.use() == FindingUse.REVIEW) {
                return Optional.of(Refusal.at("uses[%d].use".formatted(each.place()), "evaluation.noReview"));
            }
            decided.put(each.place(), new Use(each.use(), each.note()));
        }
        Instant now = clock.instant();
        Optional<Refusal> refusal = evaluation.accept(userId, decided, now);
        if (refusal.isEmpty()) {
            evaluation.findings().forEach(finding -> finding.use()
                    .filter(use -> use == FindingUse.LEAD || use == FindingUse.LETTER)
                    .ifPresent(use -> events.publishEvent(
                            new LeadNoted(leads.saveAndFlush(new Lead(evaluation, finding, use, userId, now))))));
            turn(evaluation.caseNumber(), State.COMMISSIONED, State.DONE);
        }
        return refusal;
    }

    /** Gives the report back to the institution, which owes another. */
    public Optional<Refusal> giveBack(String id, String userId, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            return Optional.of(Refusal.at("returnReason", "evaluation.returnReasonMissing"));
        }
        return rows.findById(id).orElseThrow().giveBack(userId, reason, clock.instant());
    }

    /** Takes the commission back before it is answered. */
    public void recall(String id, String userId, String reason) {
        Evaluation evaluation = rows.findById(id).orElseThrow();
        evaluation.recall(new Recall(userId, clock.instant(), reason));
        turn(evaluation.caseNumber(), State.COMMISSIONED, State.PLANNED);
    }

    /** A plan that names the case, or the plan from which the commission comes, is one step further. */
    private void turn(String origin, State from, State to) {
        plans.findByCaseNumberAndState(origin, from).forEach(plan -> plan.turn(to));
        plans.findById(origin).filter(plan -> plan.state() == from).ifPresent(plan -> plan.turn(to));
    }

    @Transactional(readOnly = true)
    public Evaluation get(String id) {
        return rows.findById(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public List<Evaluation> of(String caseNumber) {
        return rows.findByCaseNumberOrderByRequestedAt(caseNumber);
    }

    /** The commissions on which the person's institution works now: its people see these, and nothing once one is closed. */
    @Transactional(readOnly = true)
    public List<Evaluation> openFor(Actor actor) {
        return rows
                .findByEvaluatorUnitIdInAndAcceptedAtIsNullOrderByRequestedAt(
                        units.withPredecessors(actor.unitsAs(Role.EVALUATOR)))
                .stream()
                .filter(evaluation -> evaluation.recall().isEmpty())
                .filter(evaluation -> cases.stream()
                        .noneMatch(each -> each.hasEnded(evaluation.caseNumber())
                                || each.isClosedTo(evaluation.caseNumber(), actor)))
                .toList();
    }

    /** The commission, while the person's institution works on it; otherwise it is as if it did not exist. */
    @Transactional(readOnly = true)
    public Optional<Evaluation> openFor(Actor actor, String id) {
        return openFor(actor).stream()
                .filter(evaluation -> evaluation.id().equals(id))
                .findFirst();
    }

    /** What reports pointed at, newest first, of the regions; not of cases that are closed to the person. */
    @Transactional(readOnly = true)
    public List<Lead> leads(Collection<String> regions, Actor actor) {
        return leads.findByRegionIdInOrderByIdDesc(regions).stream()
                .filter(lead -> cases.stream().noneMatch(each -> each.isClosedTo(lead.origin(), actor)))
                .toList();
    }

    /** All that reports ever pointed at. */
    @Transactional(readOnly = true)
    public List<Lead> allLeads() {
        return leads.findAll();
    }

    /** Destroys what was asked, shown, said and found in a case. */
    public void destroyOf(String caseNumber) {
        leads.deleteAll(leads.findByOrigin(caseNumber));
        leads.flush();
        rows.deleteAll(rows.findByCaseNumberOrderByRequestedAt(caseNumber));
    }
}
