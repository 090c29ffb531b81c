package org.fairreview.cleanup.work;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface JobItemRows extends JpaRepository<JobItem, JobItem.Id> {

    /** The first that waits at the place or after it: those before are done, and a database may still have to pass over them. */
    @Query("select i from JobItem i where i.id.jobId = :job and i.id.place >= :from"
            + " and i.state = org.fairreview.cleanup.work.JobItem.State.WAITING order by i.id.place limit 1")
    Optional<JobItem> firstWaiting(String job, int from);

    @Query("select i from JobItem i where i.id.jobId = :job and i.state = :state order by i.id.place")
    List<JobItem> of(String job, JobItem.State state, Pageable most);
}
