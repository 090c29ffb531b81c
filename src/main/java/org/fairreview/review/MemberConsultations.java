package org.fairreview.review;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.conference.Canvasses;
import org.fairreview.conference.Consultation;
import org.fairreview.conference.Consultations;
import org.fairreview.conference.MemberOpinion;
import org.fairreview.document.ClassificationMark;
import org.fairreview.identity.Actor;
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
    private final Units units;
    private final ApplicationEventPublisher events;

    MemberConsultations(
            Canvasses canvasses, Consultations consultations, Units units, ApplicationEventPublisher events) {
        this.canvasses = canvasses;
        this.consultations = consultations;
        this.units = units;
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

    /** An opinion that the person's unit did not give until its limit, and may still give as long as nothing is concluded. */
    @Transactional(readOnly = true)
    public Optional<Consultation> owed(ReviewCase review, String opinionId, Actor actor) {
        return find(review, opinionId)
                .filter(asked -> asked.silentAt().isPresent() && asked.opinion().isEmpty())
                .filter(asked -> !review.isConcluded())
                .filter(asked -> actor.holds(Role.MEMBER, units.inCharge(asked.askedUnitId())));
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
        if (said.passages().stream()
                .anyMatch(each -> each.quotation().isBlank() || each.remark().isBlank())) {
            return Optional.of(Refusal.at("passages", "consultation.passage.incomplete"));
        }
        Optional<Refusal> refusal = consultations.give(opinionId, actor.userId(), said, false);
        if (refusal.isEmpty()) {
            events.publishEvent(new CaseRecorded(
                    review.number(),
                    "consultation.late",
                    Map.of(
                            "unit", consultations.get(opinionId).askedUnitId(),
                            "position", said.position(),
                            "opinion", said.text())));
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
