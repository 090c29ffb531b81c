package org.fairreview.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.repository.Repository;

interface TimeLimitRows extends Repository<TimeLimit, Long> {

    List<TimeLimit> findByStepAndValidFromLessThanEqualOrderByValidFromDesc(String step, LocalDate day);
}
