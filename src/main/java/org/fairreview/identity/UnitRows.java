package org.fairreview.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface UnitRows extends JpaRepository<Unit, String> {

    Optional<Unit> findByRegionIdAndRegulatorTrue(String regionId);

    List<Unit> findAllByOrderById();

    List<Unit> findBySuccessorIdNotNull();
}
