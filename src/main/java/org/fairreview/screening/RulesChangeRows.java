package org.fairreview.screening;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RulesChangeRows extends JpaRepository<RulesChange, Long> {

    Optional<RulesChange> findFirstByOrderByIdDesc();

    List<RulesChange> findAllByOrderByIdDesc();

    /** Holds the newest row until the transaction ends. */
    @Query(
            value = "select id from screening_rules where id = (select max(id) from screening_rules) for update",
            nativeQuery = true)
    Long lockNewest();

    @Query(value = "select version from screening_rules order by id desc fetch first 1 rows only", nativeQuery = true)
    String newestVersion();
}
