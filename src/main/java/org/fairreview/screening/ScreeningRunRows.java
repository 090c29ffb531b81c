package org.fairreview.screening;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ScreeningRunRows extends JpaRepository<ScreeningRun, String> {

    /** What nobody works on: waiting and due, or held by a worker that has not been heard of. */
    @Query(
            "select r.id from ScreeningRun r where (r.state = 'PENDING' and (r.heldUntil is null or r.heldUntil <= :now))"
                    + " or (r.state = 'RUNNING' and r.heldUntil < :now) order by r.requestedAt desc")
    List<String> due(Instant now, Pageable page);

    /** Takes a run that is due; of several workers that try, one gets 1. */
    @Modifying(clearAutomatically = true)
    @Query(
            "update ScreeningRun r set r.state = 'RUNNING', r.worker = :worker, r.heldUntil = :until, r.startedAt = :now,"
                    + " r.attempts = r.attempts + 1, r.passagesDone = 0 where r.id = :id"
                    + " and ((r.state = 'PENDING' and (r.heldUntil is null or r.heldUntil <= :now))"
                    + " or (r.state = 'RUNNING' and r.heldUntil < :now))")
    int take(String id, String worker, Instant now, Instant until);

    /** Says how far the work is, and holds on to it; 0 where another worker has it now. */
    @Modifying(clearAutomatically = true)
    @Query("update ScreeningRun r set r.passages = :passages, r.passagesDone = :done, r.heldUntil = :until"
            + " where r.id = :id and r.worker = :worker and r.state = 'RUNNING'")
    int progress(String id, String worker, int passages, int done, Instant until);

    List<ScreeningRun> findByVersionIdOrderByRequestedAtDesc(String versionId);

    /** Holds the version's runs, so that of several who ask at once the second sees what the first has made. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from ScreeningRun r where r.versionId = :versionId order by r.id")
    List<ScreeningRun> hold(String versionId);

    boolean existsByVersionIdAndStateIn(String versionId, Collection<RunState> states);
}
