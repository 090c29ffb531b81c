package org.fairreview.conference;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fairreview.conference.Consultation.Kind;
import org.fairreview.conference.Consultation.Position;
import org.fairreview.workflow.Recall;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The opinions asked of members of the joint conference and of the next-higher regulator. */
@Service
@Transactional
public class Consultations {

    private final ConsultationRows rows;
    private final CanvassRows canvasses;
    private final Remits remits;
    private final Clock clock;

    Consultations(ConsultationRows rows, CanvassRows canvasses, Remits remits, Clock clock) {
        this.rows = rows;
        this.canvasses = canvasses;
        this.remits = remits;
        this.clock = clock;
    }

    public Consultation ask(String caseNumber, Kind kind, String unitId, String question, String requestedBy) {
        return rows.save(new Consultation(caseNumber, kind, unitId, question, requestedBy, clock.instant()));
    }

    public Optional<Refusal> give(String id, String userId, Position position, String opinion) {
        return rows.findById(id).orElseThrow().give(userId, position, opinion, clock.instant());
    }

    /**
     * Takes what a member says, also after its limit.
     *
     * @param byOffice whether the office of the conference enters what came on paper
     */
    public Optional<Refusal> give(String id, String userId, MemberOpinion said, boolean byOffice) {
        Consultation asked = rows.findById(id).orElseThrow();
        List<String> expected = remits.of(asked.remit().orElse(null)).questions().stream()
                .map(Remit.Question::id)
                .toList();
        if (!said.answers().stream().map(RemitAnswer::question).toList().equals(expected)) {
            return Optional.of(Refusal.at("answers", "consultation.answer.missing"));
        }
        for (RemitAnswer answer : said.answers()) {
            if (answer.said() == RemitAnswer.Said.PROBLEM
                    && (answer.note() == null || answer.note().isBlank())) {
                return Optional.of(Refusal.at("answers", "consultation.answer.noteMissing"));
            }
        }
        return asked.give(userId, said, byOffice, clock.instant());
    }

    /** Takes the question back before it is answered. */
    public void recall(String id, String userId, String reason) {
        rows.findById(id).orElseThrow().recall(new Recall(userId, clock.instant(), reason));
    }

    @Transactional(readOnly = true)
    public Consultation get(String id) {
        return rows.findById(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Consultation> find(String id) {
        return rows.findById(id);
    }

    @Transactional(readOnly = true)
    public List<Consultation> of(String caseNumber) {
        return rows.findByCaseNumberOrderByRequestedAt(caseNumber);
    }

    /** The cases in which one of the units was asked, and the question was not taken back. */
    @Transactional(readOnly = true)
    public List<String> casesOf(Collection<String> units) {
        return rows.findByAskedUnitIdIn(units).stream()
                .filter(consultation -> consultation.recall().isEmpty())
                .map(Consultation::caseNumber)
                .distinct()
                .toList();
    }

    /** Destroys what was asked and said in a case. */
    public void destroyOf(String caseNumber) {
        rows.deleteAll(rows.findByCaseNumberOrderByRequestedAt(caseNumber));
        rows.flush();
        canvasses.deleteAll(canvasses.findByCaseNumberOrderByRequestedAt(caseNumber));
    }
}
