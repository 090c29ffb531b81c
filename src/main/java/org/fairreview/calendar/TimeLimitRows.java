package org.fairreview.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface TimeLimitRows extends Repository<TimeLimit, Long> {

    /** The newest first. */
    List<TimeLimit> findByStepAndValidFromLessThanEqualOrderByValidFromDescIdDesc(String step, LocalDate day);

    /** The newest first. */
    List<TimeLimit> findByOrderByValidFromDescIdDesc();

    /** As they came into the table. */
    List<TimeLimit> findByOrderById();

    Optional<TimeLimit> findById(long id);

    TimeLimit save(TimeLimit limit);
}
