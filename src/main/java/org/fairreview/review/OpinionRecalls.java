package org.fairreview.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.conference.Consultation;
import org.fairreview.conference.Consultations;
import org.fairreview.document.ClassificationMark;
import org.fairreview.evaluation.EvaluationProcess;
import org.fairreview.evaluation.Evaluations;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.legaladvice.LegalAdvice;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.workflow.CaseProcesses;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back opinions that were asked for and not given, so that a case does not wait for ever (撤回征求).
 *
 * <p>The task of the person who was asked disappears; the review goes on when all others have answered. The models know
 * nothing of it: the called process is led behind its task.
 */
@Service
@Transactional
public class OpinionRecalls {

    private static final int LONGEST_REASON = 4_000;

    /** A question that nobody has answered yet: who was asked, and by which task and variable the process waits. */
    private record Open(String id, String askedOf, String taskKey, String variable) {}

    private final ReviewCases cases;
    private final LegalAdvices advices;
    private final Consultations consultations;
    private final Evaluations evaluations;
    private final CaseProcesses processes;
    private final Directory directory;
    private final Units units;
    private final ApplicationEventPublisher events;

    OpinionRecalls(
            ReviewCases cases,
            LegalAdvices advices,
            Consultations consultations,
            Evaluations evaluations,
            CaseProcesses processes,
            Directory directory,
            Units units,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.advices = advices;
        this.consultations = consultations;
        this.evaluations = evaluations;
        this.processes = processes;
        this.directory = directory;
        this.units = units;
        this.events = events;
    }

    /**
     * Whether the person may take opinions of the case back: who asked or reviews it, the section head, or the office of
     * the conference.
     */
    @Transactional(readOnly = true)
    public boolean mayRecall(ReviewCase review, Actor actor) {
        String regulator = units.inCharge(review.regulatorUnitId());
        return actor.holds(Role.OFFICE, regulator)
                || actor.holds(Role.SECTIONHEAD, regulator)
                || (actor.holds(Role.REVIEWER, regulator)
                        && (review.reviewerId().filter(actor.userId()::equals).isPresent()
                                || hasAsked(review.number(), actor.userId())));
    }

    private boolean hasAsked(String caseNumber, String userId) {
        return Stream.of(
                        advices.of(caseNumber).stream().map(advice -> advice.requestedBy()),
                        consultations.of(caseNumber).stream().map(asked -> asked.requestedBy()),
                        evaluations.of(caseNumber).stream().map(evaluation -> evaluation.requestedBy()))
                .flatMap(each -> each)
                .anyMatch(userId::equals);
    }

    /** Takes one opinion back; a refusal where it was given or taken back meanwhile. */
    public Optional<Refusal> recall(String caseNumber, String opinionId, @Nullable String reason, Actor actor) {
        if (!mayRecall(cases.findById(caseNumber).orElseThrow(), actor)) {
            return Optional.of(Refusal.of("recall.notYours"));
        }
        if (reason == null || reason.isBlank()) {
            return Optional.of(Refusal.at("reason", "recall.reasonMissing"));
        }
        if (reason.strip().length() > LONGEST_REASON) {
            return Optional.of(Refusal.at("reason", "recall.reasonTooLong"));
        }
        if (ClassificationMark.isIn(reason)) {
            return Optional.of(Refusal.at("reason", "recall.classified"));
        }
        Optional<Open> found = open(caseNumber).stream()
                .filter(asked -> asked.id().equals(opinionId))
                .findFirst();
        if (found.isEmpty()) {
            return Optional.of(Refusal.of("recall.tooLate"));
        }
        Open asked = found.get();
        if (!isPassedOver(caseNumber, asked)) {
            return Optional.of(Refusal.of("recall.tooLate"));
        }
        mark(asked, actor.userId(), reason.strip());
        events.publishEvent(new CaseRecorded(
                caseNumber, "case.opinionRecalled", Map.of("askedOf", asked.askedOf(), "reason", reason.strip())));
        return Optional.empty();
    }

    /** Marks what nobody has answered as taken back, where the case itself is withdrawn and its process ends. */
    void caseWithdrawn(String caseNumber, String userId, String reason) {
        open(caseNumber).forEach(asked -> mark(asked, userId, reason));
    }

    /** The model of an evaluation shows what happens when it is taken back; others know nothing of it. */
    private boolean isPassedOver(String caseNumber, Open asked) {
        return asked.variable().equals(EvaluationProcess.EVALUATION_ID.name())
                ? processes.tell(EvaluationProcess.RECALLED, caseNumber, asked.variable(), asked.id())
                : processes.passOver(caseNumber, asked.taskKey(), asked.variable(), asked.id());
    }

    private void mark(Open asked, String userId, String reason) {
        switch (asked.variable()) {
            case "adviceId" -> advices.recall(asked.id(), userId, reason);
            case "evaluationId" -> evaluations.recall(asked.id(), userId, reason);
            default -> consultations.recall(asked.id(), userId, reason);
        }
    }

    private List<Open> open(String caseNumber) {
        Stream<Open> legal = advices.of(caseNumber).stream()
                .filter(LegalAdvice::isOpen)
                .map(advice -> new Open(
                        advice.id(),
                        advice.adviserId().map(directory::nameOf).orElse(""),
                        advice.adviserId().isPresent() ? "Task_GiveOpinion" : "Task_NameAdviser",
                        "adviceId"));
        Stream<Open> consulted = consultations.of(caseNumber).stream()
                .filter(asked -> asked.opinion().isEmpty() && asked.recall().isEmpty())
                .map(asked -> new Open(
                        asked.id(),
                        units.name(asked.askedUnitId()),
                        asked.kind() == Consultation.Kind.MEMBER ? "Task_GiveMemberOpinion" : "Task_GiveHigherOpinion",
                        "consultationId"));
        Stream<Open> evaluated = evaluations.of(caseNumber).stream()
                .filter(evaluation ->
                        evaluation.isOpen() && evaluation.summary().isEmpty())
                .map(evaluation -> new Open(
                        evaluation.id(),
                        units.name(evaluation.evaluatorUnitId()),
                        "Task_SubmitReport",
                        "evaluationId"));
        return Stream.of(legal, consulted, evaluated).flatMap(each -> each).toList();
    }
}
