package org.fairreview.review.process;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.conference.Canvasses;
import org.fairreview.conference.Consultation;
import org.fairreview.conference.Consultations;
import org.fairreview.conference.JointConferences;
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
import org.fairreview.review.CaseAdvice;
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
    private final Directory directory;
    private final Units units;

    Counsel(
            LegalAdvices advices,
            CaseAdvice caseAdvice,
            Consultations consultations,
            Canvasses canvasses,
            JointConferences conferences,
            Evaluations evaluations,
            Directory directory,
            Units units) {
        this.advices = advices;
        this.caseAdvice = caseAdvice;
        this.consultations = consultations;
        this.canvasses = canvasses;
        this.conferences = conferences;
        this.evaluations = evaluations;
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
        if (isBlank(answer.evaluationQuestion())) {
            return Optional.of(Refusal.at("evaluationQuestion", "evaluation.questionMissing"));
        }
        String unit = answer.evaluatorUnit();
        if (unit == null || !mayBeAsked(unit, Role.EVALUATOR, task)) {
            return Optional.of(Refusal.at("evaluatorUnit", "evaluation.evaluatorMissing"));
        }
        var evaluation = evaluations.commission(
                caseNumber(task), unit, answer.evaluationPurpose(), answer.evaluationQuestion(), task.getAssignee());
        ReviewProcess.EVALUATION_ID.set(task, evaluation.id());
        ReviewProcess.EVALUATOR_UNIT.set(task, unit);
        return Optional.empty();
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
