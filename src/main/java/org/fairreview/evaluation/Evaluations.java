package org.fairreview.evaluation;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fairreview.document.FileStore;
import org.fairreview.evaluation.Evaluation.Purpose;
import org.fairreview.workflow.Recall;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The evaluations commissioned from outside institutions. */
@Service
@Transactional
public class Evaluations {

    private final EvaluationRows rows;
    private final FileStore files;
    private final Clock clock;

    Evaluations(EvaluationRows rows, FileStore files, Clock clock) {
        this.rows = rows;
        this.files = files;
        this.clock = clock;
    }

    public Evaluation commission(
            String caseNumber, String unitId, Purpose purpose, String question, String requestedBy) {
        return rows.save(new Evaluation(caseNumber, unitId, purpose, question, requestedBy, clock.instant()));
    }

    /**
     * Takes the report.
     *
     * @param fileId the report as a file that the person staged
     */
    public Optional<Refusal> report(String id, String userId, String summary, String fileId) {
        Evaluation evaluation = rows.findById(id).orElseThrow();
        if (files.takeStaged(fileId, userId).isEmpty()) {
            return Optional.of(Refusal.at("report", "evaluation.reportMissing"));
        }
        Optional<Refusal> refusal = evaluation.report(userId, summary, fileId, clock.instant());
        if (refusal.isEmpty()) {
            files.bind(fileId, evaluation.caseNumber(), "EVALUATION_REPORT");
        }
        return refusal;
    }

    /** Takes the question back before it is answered. */
    public void recall(String id, String userId, String reason) {
        rows.findById(id).orElseThrow().recall(new Recall(userId, clock.instant(), reason));
    }

    @Transactional(readOnly = true)
    public Evaluation get(String id) {
        return rows.findById(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public List<Evaluation> of(String caseNumber) {
        return rows.findByCaseNumberOrderByRequestedAt(caseNumber);
    }

    /** The cases in which one of the units was commissioned, and that was not taken back. */
    @Transactional(readOnly = true)
    public List<String> casesOf(Collection<String> units) {
        return rows.findByEvaluatorUnitIdIn(units).stream()
                .filter(evaluation -> evaluation.recall().isEmpty())
                .map(Evaluation::caseNumber)
                .distinct()
                .toList();
    }

    /** Destroys what was asked and said in a case. */
    public void destroyOf(String caseNumber) {
        rows.deleteAll(rows.findByCaseNumberOrderByRequestedAt(caseNumber));
    }
}
