package org.fairreview.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The record of everything that was done: written in the transaction of the act, read by case. */
@Service
public class AuditTrail {

    /** The subject of the entries about backups; no account or unit can have this id. */
    public static final String BACKUPS = "data-folder";

    /** The acts that changed nothing: somebody looked something up, printed it, or took it away. */
    private static final String READS = "read.%";

    /** The subjects of what the person of the parameter did, reads left out: a part of queries over many cases. */
    public static final String SUBJECTS_OF_PERSON =
            "select y.subject from audit_entry y where y.actor_id = :person and y.act not like 'read.%'";

    private final AuditEntries entries;
    private final ActingPersons persons;
    private final ObjectMapper json;
    private final Clock clock;

    AuditTrail(AuditEntries entries, ActingPersons persons, ObjectMapper json, Clock clock) {
        this.entries = entries;
        this.persons = persons;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditableEvent event) {
        entries.save(new AuditEntry(
                event.subject(), clock.instant(), event.act(), persons.current(), write(event.details())));
    }

    /** The entries about one subject, oldest first; without reads. */
    @Transactional(readOnly = true)
    public List<AuditEntry> of(String subject) {
        return entries.findBySubjectAndActNotLikeOrderById(subject, READS);
    }

    /** Who read, printed or took away what of one subject, oldest first: acts whose key begins with {@code read.}. */
    @Transactional(readOnly = true)
    public List<AuditEntry> readsOf(String subject) {
        return entries.findBySubjectAndActLikeOrderById(subject, READS);
    }

    /** The newest entry about one subject; no read. */
    @Transactional(readOnly = true)
    public Optional<AuditEntry> lastOf(String subject) {
        return entries.findFirstBySubjectAndActNotLikeOrderByIdDesc(subject, READS);
    }

    /** What people did between two moments, reads included, the newest first; the system's own acts are left out. */
    @Transactional(readOnly = true)
    public List<RecordedAct> acts(Instant from, Instant until, int most) {
        return entries.findActs(from, until, Limit.of(most));
    }

    /** What one person did between two moments, reads included, the newest first. */
    @Transactional(readOnly = true)
    public List<RecordedAct> actsOfPerson(String userId, Instant from, Instant until, int most) {
        return entries.findActsOfPerson(userId, from, until, Limit.of(most));
    }

    /** What the people of a unit did between two moments, by the name that the unit had then, the newest first. */
    @Transactional(readOnly = true)
    public List<RecordedAct> actsOfUnit(String unitName, Instant from, Instant until, int most) {
        return entries.findActsOfUnit(unitName, from, until, Limit.of(most));
    }

    private String write(Object details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The details of an audit entry cannot be written", e);
        }
    }
}
