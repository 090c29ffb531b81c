package org.fairreview.supervision.spotcheck;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SpotFindingRows extends JpaRepository<SpotFinding, Long> {

    List<SpotFinding> findByItemNumberOrderById(String itemNumber);

    @Query("select f from SpotFinding f, SpotItem i where f.itemNumber = i.number and i.checkNumber = :check"
            + " order by i.place, f.id")
    List<SpotFinding> ofCheck(String check);
}
