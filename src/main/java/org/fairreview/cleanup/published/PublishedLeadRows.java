package org.fairreview.cleanup.published;

import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface PublishedLeadRows extends JpaRepository<PublishedLead, Long> {

    List<PublishedLead> findByRegionIdInAndStateOrderByFoundAtDescIdDesc(
            Collection<String> regions, PublishedLead.State state, Pageable most);

    boolean existsByRegionIdAndTitleKeyAndNumberKey(String region, String title, String number);
}
