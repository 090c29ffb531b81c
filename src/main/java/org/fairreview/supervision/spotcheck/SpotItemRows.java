package org.fairreview.supervision.spotcheck;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface SpotItemRows extends JpaRepository<SpotItem, String> {

    List<SpotItem> findByCheckNumberOrderByPlace(String checkNumber);

    /** The item, held against others: both inspectors may send at the same moment. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from SpotItem i where i.number = :number")
    Optional<SpotItem> hold(String number);
}
