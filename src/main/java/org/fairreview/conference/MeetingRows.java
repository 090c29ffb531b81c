package org.fairreview.conference;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface MeetingRows extends JpaRepository<Meeting, Long> {

    List<Meeting> findByRegionIdOrderByHeldOnDescIdDesc(String regionId);
}
