package org.fairreview.review;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fairreview.conference.Canvasses;
import org.fairreview.conference.Consultation;
import org.fairreview.conference.Consultations;
import org.fairreview.conference.MemberOpinion;
import org.fairreview.document.ClassificationMark;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What may be changed in the consultation of members of a case, by whom, and their answers after the limit. */
@Service
@Transactional
public class MemberConsultations {

    private final Canvasses canvasses;
    private final Consultations consultations;
    /** The stages in which nothing is concluded, so that an answer may still come. */
    private static final Set<Stage> OPEN =
            Set.of(Stage.ACCEPTED, Stage.IN_REVIEW, Stage.DRAFTING, Stage.AMENDING, Stage.SIGNING);

    private final Directory directory;
    private final Units units;
    private final Validator validator;
    private final ApplicationEventPublisher events;

    MemberConsultations(
            Canvasses canvasses,
            Consultations consultations,
            Directory directory,
            Units units,
            Validator validator,
            ApplicationEventPublisher events) {
        this.canvasses = canvasses;
        this.consultations = consultations;
        this.directory = directory;
        this.units = units;
        this.validator = validator;
        this.events = events;
    }

    /** Whether the person may add members and send answers back: the office of the conference, or the section head. */
    public boolean mayChange(ReviewCase review, Actor actor) {
        String regulator = units.inCharge(review.regulatorUnitId());
        return actor.holds(Role.OFFICE, regulator) || actor.holds(Role.SECTIONHEAD, regulator);
    }

    @Transactional(readOnly = true)
    public boolean isRunning(String canvassId) {
        return canvasses.isRunning(canvassId);
    }

    public Optional<Refusal> add(ReviewCase review, String canvassId, String unitId) {
        if (canvasses.of(review.number()).stream()
                .noneMatch(canvass -> canvass.id().equals(canvassId))) {
            return Optional.of(Refusal.of("canvass.over"));
        }
        return canvasses.add(
                canvassId, unitId, review.draftingUnitId(), review.route().name());
    }

    public Optional<Refusal> sendBack(ReviewCase review, String opinionId, @Nullable String reason, Actor actor) {
        if (find(review, opinionId).isEmpty()) {
            return Optional.of(Refusal.of("canvass.back.tooLate"));
        }
        if (ClassificationMark.isIn(reason)) {
            return Optional.of(Refusal.at("reason", "recall.classified"));
        }
        return canvasses.sendBack(
                opinionId, actor.userId(), reason, review.route().name());
    }

    /**
     * An opinion that a unit did not give until its limit, and may still give as long as the conclusion is not signed: its
     * member, or for a unit without accounts the office of the conference.
     */
    @Transactional(readOnly = true)
    public Optional<Consultation> owed(ReviewCase review, String opinionId, Actor actor) {
        return find(review, opinionId)
                .filter(asked ->
                        OPEN.contains(review.stage()) && review.caseEnd().isEmpty())
                .filter(asked -> canvasses.silent(asked.canvassId().orElseThrow()).stream()
                        .anyMatch(silent -> silent.id().equals(opinionId)))
                .filter(asked -> mayAnswer(review, asked, actor));
    }

    private boolean mayAnswer(ReviewCase review, Consultation asked, Actor actor) {
        String unit = units.inCharge(asked.askedUnitId());
        return actor.holds(Role.MEMBER, unit) || (mayChange(review, actor) && !directory.hasHolders(Role.MEMBER, unit));
    }

    /** Takes an answer after its limit; it is kept, and marked as late. */
    public Optional<Refusal> giveLate(ReviewCase review, String opinionId, MemberOpinion said, Actor actor) {
        if (owed(review, opinionId, actor).isEmpty()) {
            return Optional.of(Refusal.of("canvass.late.over"));
        }
        boolean classified = Stream.concat(
                        Stream.of(said.text()),
                        Stream.concat(
                                said.passages().stream().flatMap(each -> Stream.of(each.quotation(), each.remark())),
                                said.answers().stream().map(each -> each.note() == null ? "" : each.note())))
                .anyMatch(ClassificationMark::isIn);
        if (classified) {
            return Optional.of(Refusal.of("recall.classified"));
        }
        Optional<String> wrong = validator.validate(said).stream()
                .map(ConstraintViolation::getMessage)
                .sorted()
                .findFirst();
        if (wrong.isPresent()) {
            return Optional.of(Refusal.of("task.literal", wrong.get()));
        }
        Consultation asked = consultations.get(opinionId);
        boolean byOffice = !actor.holds(Role.MEMBER, units.inCharge(asked.askedUnitId()));
        Optional<Refusal> refusal = consultations.give(opinionId, actor.userId(), said, byOffice);
        if (refusal.isEmpty()) {
            canvasses.noteLate(asked.canvassId().orElseThrow());
            events.publishEvent(new CaseRecorded(
                    review.number(),
                    "consultation.late",
                    Map.of(
                            "unit", asked.askedUnitId(),
                            "position", said.position(),
                            "opinion", said.text(),
                            "passages", said.passages(),
                            "answers", said.answers())));
        }
        return refusal;
    }

    private Optional<Consultation> find(ReviewCase review, String opinionId) {
        return consultations.of(review.number()).stream()
                .filter(asked ->
                        asked.id().equals(opinionId) && asked.canvassId().isPresent())
                .findFirst();
    }
}
