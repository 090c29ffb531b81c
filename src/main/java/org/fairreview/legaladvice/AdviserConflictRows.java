package org.fairreview.legaladvice;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface AdviserConflictRows extends JpaRepository<AdviserConflict, Long> {

    List<AdviserConflict> findByUserIdInOrderByIdDesc(Collection<String> userIds);
}
