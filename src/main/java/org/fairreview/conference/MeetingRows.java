package org.fairreview.conference;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface MeetingRows extends JpaRepository<Meeting, Long> {

    List<Meeting> findByRegionIdOrderByHeldOnDescIdDesc(String regionId);

    @Query("select m from Meeting m join m.items i where i.caseNumber = ?1 and m.closedAt is not null"
            + " order by m.heldOn, m.id")
    List<Meeting> closedAbout(String caseNumber);
}
