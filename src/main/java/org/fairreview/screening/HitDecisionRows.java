package org.fairreview.screening;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface HitDecisionRows extends JpaRepository<HitDecision, Long> {

    List<HitDecision> findByMeasureIdOrderById(String measureId);

    @Modifying
    @Query("update HitDecision d set d.reason = '' where d.measureId = :measureId")
    void forgetReasons(String measureId);

    /** How often the decision that counts of a hit went which way, by rule. */
    @Query("select d.ruleName as rule, d.decision as choice, count(d) as times from HitDecision d"
            + " where not exists (select e.id from HitDecision e where e.measureId = d.measureId"
            + " and e.hitKey = d.hitKey and e.id > d.id) group by d.ruleName, d.decision")
    List<Tally> tally();

    /** A row of {@link #tally}. */
    interface Tally {

        String getRule();

        HitChoice getChoice();

        long getTimes();
    }
}
