package org.fairreview.screening;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface RulesChangeRows extends JpaRepository<RulesChange, Long> {

    Optional<RulesChange> findFirstByOrderByIdDesc();

    List<RulesChange> findAllByOrderByIdDesc();
}
