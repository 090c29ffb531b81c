package org.fairreview.screening;

import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface RuleTrialRows extends JpaRepository<RuleTrial, String> {

    @Query("select t.id from RuleTrial t where t.state = 'PENDING' or (t.state = 'RUNNING' and t.heldUntil < :now)"
            + " order by t.uploadedAt")
    List<String> due(Instant now, Pageable page);

    /** Takes a trial that is due; of several workers that try, one gets 1. */
    @Modifying(clearAutomatically = true)
    @Query("update RuleTrial t set t.state = 'RUNNING', t.worker = :worker, t.heldUntil = :until,"
            + " t.attempts = t.attempts + 1, t.textsDone = 0 where t.id = :id"
            + " and (t.state = 'PENDING' or (t.state = 'RUNNING' and t.heldUntil < :now))")
    int take(String id, String worker, Instant now, Instant until);

    /** Says how far the work is, and holds on to it; 0 where another worker has it now. */
    @Modifying(clearAutomatically = true)
    @Query("update RuleTrial t set t.texts = :texts, t.textsDone = :done, t.heldUntil = :until"
            + " where t.id = :id and t.worker = :worker and t.state = 'RUNNING'")
    int progress(String id, String worker, int texts, int done, Instant until);

    List<RuleTrial> findByOrderByUploadedAtDesc(Pageable page);
}
