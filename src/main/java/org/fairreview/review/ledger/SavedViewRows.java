package org.fairreview.review.ledger;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface SavedViewRows extends JpaRepository<SavedView, Long> {

    List<SavedView> findByUserIdOrderByName(String userId);

    List<SavedView> findByUserIdAndPageOrderByName(String userId, String page);

    void deleteByIdAndUserId(Long id, String userId);
}
