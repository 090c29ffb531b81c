package org.fairreview.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface UnitRows extends JpaRepository<Unit, String> {

    Optional<Unit> findByRegionIdAndRegulatorTrue(String regionId);

    List<Unit> findAllByOrderById();

    /** Asked with every act of everybody; the query is written out because Hibernate works out a derived one each time anew. */
    @Query("select unit from Unit unit where unit.successorId is not null")
    List<Unit> succeeded();
}
