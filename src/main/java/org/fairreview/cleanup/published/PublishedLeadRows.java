package org.fairreview.cleanup.published;

import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface PublishedLeadRows extends JpaRepository<PublishedLead, Long> {

    List<PublishedLead> findByRegionIdInOrderByFoundAtDescIdDesc(Collection<String> regions, Limit most);

    List<PublishedLead> findAllByOrderById();

    boolean existsByRegionIdAndTitleKeyAndNumberKey(String region, String title, String number);
}
