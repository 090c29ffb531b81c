package org.fairreview.identity;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface AbsenceRows extends JpaRepository<Absence, Long> {

    List<Absence> findByUserIdOrderByFromDayDescIdDesc(String userId);

    @Query("select a from Absence a where a.endedAt is null and a.fromDay <= :day and a.untilDay >= :day order by a.id")
    List<Absence> inForceOn(LocalDate day);
}
