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
    private final Clock clock;

    Consultations(ConsultationRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public Consultation ask(String caseNumber, Kind kind, String unitId, String question, String requestedBy) {
        return rows.save(new Consultation(caseNumber, kind, unitId, question, requestedBy, clock.instant()));
    }

    public Optional<Refusal> give(String id, String userId, Position position, String opinion) {
        return rows.findById(id).orElseThrow().give(userId, position, opinion, clock.instant());
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
    }
}
