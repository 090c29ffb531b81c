package org.fairreview.supervision.spotcheck;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface SpotCheckRows extends JpaRepository<SpotCheck, String> {

    List<SpotCheck> findByRegionIdInOrderByNumberDesc(Collection<String> regions);

    /** The spot check, held against others until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from SpotCheck c where c.number = :number")
    Optional<SpotCheck> hold(String number);
}
