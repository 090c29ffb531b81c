package org.fairreview.evaluation;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface EvaluationRows extends JpaRepository<Evaluation, String> {

    List<Evaluation> findByCaseNumberOrderByRequestedAt(String caseNumber);

    List<Evaluation> findByEvaluatorUnitIdInAndAcceptedAtIsNullOrderByRequestedAt(Collection<String> units);
}
