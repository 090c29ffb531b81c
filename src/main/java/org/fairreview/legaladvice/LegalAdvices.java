package org.fairreview.legaladvice;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.fairreview.workflow.Recall;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The opinions asked for from legal advisers. */
@Service
@Transactional
public class LegalAdvices {

    private final LegalAdviceRows rows;
    private final Clock clock;

    LegalAdvices(LegalAdviceRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public LegalAdvice request(String caseNumber, String question, String adviserId, String requestedBy) {
        return rows.save(new LegalAdvice(caseNumber, question, adviserId, requestedBy, clock.instant()));
    }

    /** Passes a question on to a colleague of the adviser who was asked and cannot answer any more. */
    public void passOn(String id, String userId) {
        rows.findById(id).orElseThrow().passOn(userId);
    }

    public Optional<Refusal> give(String id, String userId, String opinion) {
        return rows.findById(id).orElseThrow().give(userId, opinion, clock.instant());
    }

    /** Takes the question back before it is answered. */
    public void recall(String id, String userId, String reason) {
        rows.findById(id).orElseThrow().recall(new Recall(userId, clock.instant(), reason));
    }

    @Transactional(readOnly = true)
    public LegalAdvice get(String id) {
        return rows.findById(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public List<LegalAdvice> of(String caseNumber) {
        return rows.findByCaseNumberOrderByRequestedAt(caseNumber);
    }

    /** Whether the person was asked for an opinion in the case. */
    @Transactional(readOnly = true)
    public boolean isAsked(String caseNumber, String userId) {
        return of(caseNumber).stream()
                .anyMatch(advice ->
                        advice.recall().isEmpty() && advice.adviserId().equals(userId));
    }

    /** The cases in which the person was asked, and the question was not taken back. */
    @Transactional(readOnly = true)
    public List<String> casesOf(String userId) {
        return rows.findByAdviserId(userId).stream()
                .filter(advice -> advice.recall().isEmpty())
                .map(LegalAdvice::caseNumber)
                .distinct()
                .toList();
    }

    /** Destroys what was asked and said in a case. */
    public void destroyOf(String caseNumber) {
        rows.deleteAll(rows.findByCaseNumberOrderByRequestedAt(caseNumber));
    }
}
