package org.fairreview.identity;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface SealedOpeningRows extends JpaRepository<SealedOpening, Long> {

    Optional<SealedOpening> findFirstByEndedAtIsNullOrderByIdDesc();
}
