package org.fairreview.review.ledger;

import java.util.Collection;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PastReviewRows extends JpaRepository<PastReview, Long> {

    @Query("select p.entryKey from PastReview p where p.regionId in :regions")
    Set<String> keysOf(Collection<String> regions);
}
