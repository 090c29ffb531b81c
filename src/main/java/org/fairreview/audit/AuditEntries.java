package org.fairreview.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AuditEntries extends Repository<AuditEntry, Long> {

    AuditEntry save(AuditEntry entry);

    List<AuditEntry> findBySubjectOrderById(String subject);

    Optional<AuditEntry> findFirstBySubjectOrderByIdDesc(String subject);
}
