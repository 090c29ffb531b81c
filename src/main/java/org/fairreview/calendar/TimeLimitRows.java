package org.fairreview.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.repository.Repository;

interface TimeLimitRows extends Repository<TimeLimit, Long> {

    /** The newest first. */
    List<TimeLimit> findByStepAndValidFromLessThanEqualOrderByValidFromDescIdDesc(String step, LocalDate day);

    /** By step, the newest first. */
    List<TimeLimit> findByOrderByStepAscValidFromDescIdDesc();

    TimeLimit save(TimeLimit limit);
}
