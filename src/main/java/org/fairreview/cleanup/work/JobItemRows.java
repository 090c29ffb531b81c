package org.fairreview.cleanup.work;

import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface JobItemRows extends JpaRepository<JobItem, JobItem.Id> {

    @Query("select i from JobItem i where i.id.jobId = :job and i.state = :state order by i.id.place")
    List<JobItem> of(String job, JobItem.State state, Pageable most);
}
