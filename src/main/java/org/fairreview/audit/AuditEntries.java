package org.fairreview.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AuditEntries extends Repository<AuditEntry, Long> {

    AuditEntry save(AuditEntry entry);

    List<AuditEntry> findBySubjectAndActNotLikeOrderById(String subject, String act);

    List<AuditEntry> findBySubjectAndActLikeOrderById(String subject, String act);

    Optional<AuditEntry> findFirstBySubjectAndActNotLikeOrderByIdDesc(String subject, String act);
}
