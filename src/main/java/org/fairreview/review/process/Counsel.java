package org.fairreview.review.process;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.conference.Consultation;
import org.fairreview.conference.Consultations;
import org.fairreview.evaluation.Commission;
import org.fairreview.evaluation.Evaluation.Purpose;
import org.fairreview.evaluation.Evaluations;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.ReviewProcess;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks those whose opinion a reviewer wants before concluding: adviser, member, higher regulator, evaluator. */
@Component
class Counsel {

    private final LegalAdvices advices;
    private final Consultations consultations;
    private final Evaluations evaluations;
    private final CaseFile cases;
    private final Measures measures;
    private final Directory directory;
    private final Units units;

    Counsel(
            LegalAdvices advices,
            Consultations consultations,
            Evaluations evaluations,
            CaseFile cases,
            Measures measures,
            Directory directory,
            Units units) {
        this.advices = advices;
        this.consultations = consultations;
        this.evaluations = evaluations;
        this.cases = cases;
        this.measures = measures;
        this.directory = directory;
        this.units = units;
    }

    /** Asks everybody whom the answer names; the first that cannot be asked is refused. */
    Optional<Refusal> ask(DelegateTask task, ReviewMeasure.Form answer) {
        boolean consultation = Boolean.TRUE.equals(answer.consultationWanted());
        boolean higher = Boolean.TRUE.equals(answer.higherWanted());
        boolean evaluation = Boolean.TRUE.equals(answer.evaluationWanted());
        ReviewProcess.CONSULTATION_WANTED.set(task, consultation);
        ReviewProcess.HIGHER_WANTED.set(task, higher);
        ReviewProcess.EVALUATION_WANTED.set(task, evaluation);
        return when(answer.adviceWanted(), () -> askAdviser(task, answer))
                .or(() -> when(consultation, () -> askMember(task, answer)))
                .or(() -> when(higher, () -> askHigherRegulator(task, answer)))
                .or(() -> when(evaluation, () -> commission(task, answer)));
    }

    private static Optional<Refusal> when(boolean wanted, Supplier<Optional<Refusal>> act) {
        return wanted ? act.get() : Optional.empty();
    }

    private Optional<Refusal> askAdviser(DelegateTask task, ReviewMeasure.Form answer) {
        if (isBlank(answer.adviceQuestion())) {
            return Optional.of(Refusal.at("adviceQuestion", "advice.question.missing"));
        }
        Optional<Actor> adviser = Optional.ofNullable(answer.adviser())
                .flatMap(directory::actor)
                .filter(actor -> !actor.belongsTo(ReviewProcess.DRAFTING_UNIT.in(task)))
                .filter(actor -> adviserUnit(actor, region(task)).isPresent());
        if (adviser.isEmpty()) {
            return Optional.of(Refusal.at("adviser", "advice.adviser.missing"));
        }
        var advice = advices.request(
                caseNumber(task), answer.adviceQuestion(), adviser.get().userId(), task.getAssignee());
        ReviewProcess.ADVICE_ID.set(task, advice.id());
        ReviewProcess.ADVISER.set(task, adviser.get().userId());
        ReviewProcess.ADVISER_UNIT.set(
                task, adviserUnit(adviser.get(), region(task)).orElseThrow());
        return Optional.empty();
    }

    /** The unit for which the person advises in the region of the case. */
    private Optional<String> adviserUnit(Actor adviser, String region) {
        return adviser.unitsAs(Role.ADVISER).stream()
                .filter(unit -> isIn(unit, region))
                .findFirst();
    }

    private Optional<Refusal> askMember(DelegateTask task, ReviewMeasure.Form answer) {
        if (isBlank(answer.consultationQuestion())) {
            return Optional.of(Refusal.at("consultationQuestion", "consultation.questionMissing"));
        }
        String unit = answer.memberUnit();
        if (unit == null || !mayBeAsked(unit, Role.MEMBER, task)) {
            return Optional.of(Refusal.at("memberUnit", "consultation.memberMissing"));
        }
        var consultation = consultations.ask(
                caseNumber(task), Consultation.Kind.MEMBER, unit, answer.consultationQuestion(), task.getAssignee());
        ReviewProcess.CONSULTATION_ID.set(task, consultation.id());
        ReviewProcess.MEMBER_UNIT.set(task, unit);
        return Optional.empty();
    }

    private Optional<Refusal> askHigherRegulator(DelegateTask task, ReviewMeasure.Form answer) {
        if (isBlank(answer.higherQuestion())) {
            return Optional.of(Refusal.at("higherQuestion", "consultation.questionMissing"));
        }
        Optional<Unit> higher = units.regulatorAbove(region(task));
        if (higher.isEmpty()) {
            return Optional.of(Refusal.at("higherWanted", "consultation.noHigherRegulator"));
        }
        var consultation = consultations.ask(
                caseNumber(task),
                Consultation.Kind.HIGHER_REGULATOR,
                higher.get().id(),
                answer.higherQuestion(),
                task.getAssignee());
        ReviewProcess.HIGHER_ID.set(task, consultation.id());
        ReviewProcess.HIGHER_UNIT.set(task, higher.get().id());
        return Optional.empty();
    }

    private Optional<Refusal> commission(DelegateTask task, ReviewMeasure.Form answer) {
        if (answer.evaluationPurpose() == null) {
            return Optional.of(Refusal.at("evaluationPurpose", "evaluation.purposeMissing"));
        }
        if (answer.evaluationPurpose() == Purpose.STATE_OF_REGIME) {
            return Optional.of(Refusal.at("evaluationPurpose", "evaluation.purposeOfPlan"));
        }
        String unit = answer.evaluatorUnit();
        if (unit == null) {
            return Optional.of(Refusal.at("evaluatorUnit", "evaluation.evaluatorMissing"));
        }
        ReviewCase review = cases.get(caseNumber(task));
        List<ManifestEntry> files = measures.version(review.versionId()).manifest();
        Set<String> released = released(answer, files);
        Commission commission = new Commission(
                review.number(),
                review.regionId(),
                review.regulatorUnitId(),
                review.draftingUnitId(),
                measures.get(review.measureId()).facts().title(),
                unit,
                answer.evaluationPurpose(),
                Objects.requireNonNullElse(answer.evaluationQuestion(), ""),
                files.stream()
                        .map(ManifestEntry::fileId)
                        .filter(released::contains)
                        .toList(),
                task.getAssignee(),
                Role.REVIEWER);
        Optional<Refusal> refusal = evaluations.objectionTo(commission);
        if (refusal.isEmpty()) {
            ReviewProcess.EVALUATION_ID.set(
                    task, evaluations.commission(commission).id());
            ReviewProcess.EVALUATOR_UNIT.set(task, unit);
        }
        return refusal;
    }

    /** What the reviewer releases; a form that does not ask releases what is reviewed. */
    private static Set<String> released(ReviewMeasure.Form answer, List<ManifestEntry> files) {
        return answer.evaluationMaterial() == null
                ? files.stream()
                        .filter(entry -> entry.role().isReviewed())
                        .map(ManifestEntry::fileId)
                        .collect(Collectors.toSet())
                : answer.evaluationMaterial().stream()
                        .filter(ReviewMeasure.Material::released)
                        .map(ReviewMeasure.Material::fileId)
                        .collect(Collectors.toSet());
    }

    private boolean mayBeAsked(String unit, Role role, DelegateTask task) {
        return isIn(unit, region(task))
                && !unit.equals(units.inCharge(ReviewProcess.DRAFTING_UNIT.in(task)))
                && directory.hasHolders(role, unit);
    }

    private boolean isIn(String unit, String region) {
        return units.find(unit).filter(found -> found.regionId().equals(region)).isPresent();
    }

    private static String caseNumber(DelegateTask task) {
        return CaseVariables.CASE_NUMBER.in(task);
    }

    private static String region(DelegateTask task) {
        return CaseVariables.REGION.in(task);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
