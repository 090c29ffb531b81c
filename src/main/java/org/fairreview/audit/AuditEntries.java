package org.fairreview.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AuditEntries extends Repository<AuditEntry, Long> {

    String RECORDED = "select new org.fairreview.audit.RecordedAct(e.id, e.subject, e.occurredAt, e.act, e.actorId,"
            + " e.actorName, e.actorUnit, substring(e.details, 1, " + RecordedAct.KEPT + ")) from AuditEntry e"
            + " where e.occurredAt >= :from and e.occurredAt < :until";

    AuditEntry save(AuditEntry entry);

    List<AuditEntry> findBySubjectAndActNotLikeOrderById(String subject, String act);

    List<AuditEntry> findBySubjectAndActLikeOrderById(String subject, String act);

    Optional<AuditEntry> findFirstBySubjectAndActNotLikeOrderByIdDesc(String subject, String act);

    @Query(RECORDED + " and e.actorId is not null order by e.id desc")
    List<RecordedAct> findActs(Instant from, Instant until, Limit most);

    @Query(RECORDED + " and e.actorId = :person order by e.id desc")
    List<RecordedAct> findActsOfPerson(String person, Instant from, Instant until, Limit most);

    @Query(RECORDED + " and e.actorUnit = :unit order by e.id desc")
    List<RecordedAct> findActsOfUnit(String unit, Instant from, Instant until, Limit most);
}
