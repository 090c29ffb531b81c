package org.fairreview.supervision.spotcheck;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface SpotLetterRows extends JpaRepository<SpotLetter, SpotLetter.Id> {

    List<SpotLetter> findByIdCheckNumberOrderByIdUnitId(String checkNumber);
}
