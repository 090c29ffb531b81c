package org.fairreview.review.process;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.conference.Canvasses;
import org.fairreview.conference.Consultation;
import org.fairreview.conference.Consultations;
import org.fairreview.conference.JointConferences;
import org.fairreview.evaluation.Commission;
import org.fairreview.evaluation.Evaluation.Purpose;
import org.fairreview.evaluation.Evaluations;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.legaladvice.AdviceRequest;
import org.fairreview.legaladvice.Advisers.Adviser;
import org.fairreview.legaladvice.LegalAdvice;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.legaladvice.Party;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseAdvice;
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
    private final CaseAdvice caseAdvice;
    private final Consultations consultations;
    private final Canvasses canvasses;
    private final JointConferences conferences;
    private final Evaluations evaluations;
    private final CaseFile cases;
    private final Measures measures;
    private final Directory directory;
    private final Units units;

    Counsel(
            LegalAdvices advices,
            CaseAdvice caseAdvice,
            Consultations consultations,
            Canvasses canvasses,
            JointConferences conferences,
            Evaluations evaluations,
            CaseFile cases,
            Measures measures,
            Directory directory,
            Units units) {
        this.advices = advices;
        this.caseAdvice = caseAdvice;
        this.consultations = consultations;
        this.canvasses = canvasses;
        this.conferences = conferences;
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
        Optional<Refusal> unadvised = answer.adviceWanted()
                ? askAdviser(task, answer)
                : caseAdvice.mayGoUnadvised(caseNumber(task), !answer.findings().isEmpty());
        return unadvised
                .or(() -> when(consultation, () -> askMembers(task, answer)))
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
        AdviceRequest asked = new AdviceRequest(
                caseNumber(task),
                LegalAdvice.Kind.MEASURE,
                region(task),
                ReviewProcess.REGULATOR_UNIT.in(task),
                Party.unit(ReviewProcess.DRAFTING_UNIT.in(task)),
                answer.adviceQuestions(),
                isBlank(answer.adviser()) ? null : answer.adviser(),
                task.getAssignee());
        Optional<Refusal> refusal = advices.check(asked);
        if (refusal.isEmpty()) {
            LegalAdvice advice = advices.request(asked);
            Optional<Adviser> adviser = advices.adviserOf(advice);
            ReviewProcess.ADVICE_ID.set(task, advice.id());
            ReviewProcess.ADVISER.set(task, adviser.map(Adviser::userId).orElse(null));
            ReviewProcess.ADVISER_UNIT.set(task, adviser.map(Adviser::unitId).orElse(null));
        }
        return refusal;
    }

    /** Has members of the joint conference asked; whom, the office of the conference chooses. */
    private Optional<Refusal> askMembers(DelegateTask task, ReviewMeasure.Form answer) {
        if (isBlank(answer.consultationQuestion())) {
            return Optional.of(Refusal.at("consultationQuestion", "consultation.questionMissing"));
        }
        String suggested = isBlank(answer.memberUnit()) ? null : answer.memberUnit();
        boolean isMember = conferences.askable(region(task), ReviewProcess.DRAFTING_UNIT.in(task)).stream()
                .anyMatch(member -> member.unitId().equals(suggested));
        if (suggested != null && !isMember) {
            return Optional.of(Refusal.at("memberUnit", "consultation.memberMissing"));
        }
        var canvass = canvasses.begin(
                caseNumber(task), region(task), answer.consultationQuestion(), suggested, task.getAssignee());
        ReviewProcess.CANVASS_ID.set(task, canvass.id());
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
