package org.fairreview.cleanup.work;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface JobRows extends JpaRepository<Job, String> {

    List<Job> findByCampaignNumberOrderByAskedAtDesc(String campaign);

    @Query("select j.id from Job j where j.state in"
            + " (org.fairreview.cleanup.work.Job.State.WAITING, org.fairreview.cleanup.work.Job.State.RUNNING)"
            + " and (j.heldUntil is null or j.heldUntil < :now) order by j.askedAt")
    List<String> due(Instant now, Pageable most);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select j from Job j where j.id = :id")
    Optional<Job> hold(String id);
}
