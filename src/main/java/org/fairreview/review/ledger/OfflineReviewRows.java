package org.fairreview.review.ledger;

import org.springframework.data.jpa.repository.JpaRepository;

interface OfflineReviewRows extends JpaRepository<OfflineReview, Long> {

    boolean existsByRegionIdAndPaperNumber(String regionId, String paperNumber);
}
