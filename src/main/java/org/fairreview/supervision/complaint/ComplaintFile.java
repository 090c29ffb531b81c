package org.fairreview.supervision.complaint;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fairreview.audit.PageLooked;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.supervision.complaint.ComplaintAttachments.Attachment;
import org.fairreview.workflow.InboxTask;
import org.fairreview.workflow.TaskInbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads complaints for those who may see them. The file is for the regulator of the region and its auditors, a city's for
 * its counties' too; the reporter's words are for the handling officers and the heads of the regulator; who the reporter
 * is, for the handling officers alone. Each look at words, attachments and reporter goes on record before it is given.
 */
@Service
public class ComplaintFile {

    private static final Set<Role> REGULATING =
            Set.of(Role.CLERK, Role.REVIEWER, Role.SECTIONHEAD, Role.LEADER, Role.AUDITOR);

    private static final Set<String> TASKS_OF_HANDLER =
            Set.of("Task_AssessComplaint", "Task_SendOnComplaint", "Task_VerifyComplaint", "Task_AnswerReporter");

    /** What the reporter wrote, first and later, and what came with it. */
    public record Content(Words words, List<Supplied> supplements, List<Attachment> attachments) {}

    /** What was supplied on a day. */
    public record Supplied(String on, String text) {}

    private final ComplaintRows rows;
    private final ComplaintAttachments attachments;
    private final SealedReporter reporters;
    private final TaskInbox inbox;
    private final FileStore files;
    private final Units units;
    private final SeparateRecord record;

    ComplaintFile(
            ComplaintRows rows,
            ComplaintAttachments attachments,
            SealedReporter reporters,
            TaskInbox inbox,
            FileStore files,
            Units units,
            SeparateRecord record) {
        this.rows = rows;
        this.attachments = attachments;
        this.reporters = reporters;
        this.inbox = inbox;
        this.files = files;
        this.units = units;
        this.record = record;
    }

    /** The complaints that the person may see, newest first. */
    @Transactional(readOnly = true)
    public List<Complaint> of(Actor actor) {
        Set<String> regions = regionsOf(actor);
        return regions.isEmpty() ? List.of() : rows.findByRegionIdInOrderByRegisteredAtDescNumberDesc(regions);
    }

    /** The complaint, where the person may see it; otherwise it is as if it did not exist. */
    @Transactional(readOnly = true)
    public Optional<Complaint> find(String number, Actor actor) {
        return rows.findById(number).filter(complaint -> regionsOf(actor).contains(complaint.regionId()));
    }

    /** Those of the complaints that the person may see. */
    @Transactional(readOnly = true)
    public Set<String> openAmong(Collection<String> numbers, Actor actor) {
        Set<String> regions = regionsOf(actor);
        return regions.isEmpty() || numbers.isEmpty() ? Set.of() : rows.numbersIn(numbers, regions);
    }

    /** Whether the person reads complaints at all. */
    public boolean reads(Actor actor) {
        return !regionsOf(actor).isEmpty();
    }

    public boolean exists(String number) {
        return rows.existsById(number);
    }

    /** An auditor looks over the list, or at a complaint. */
    public void looked(Actor actor) {
        if (actor.holds(Role.AUDITOR)) {
            record.record(new PageLooked(actor.userId(), "complaints"));
        }
    }

    /**
     * Whether the person handles the complaint: registered it, tests and verifies it, or has claimed the task to do so.
     * Who once held a post and lost it does not.
     */
    @Transactional(readOnly = true)
    public boolean handles(Complaint complaint, Actor actor) {
        String regulator = units.inCharge(complaint.regulatorUnitId());
        boolean reviews = actor.holds(Role.REVIEWER, regulator)
                && (complaint.handler().filter(actor.userId()::equals).isPresent()
                        || inbox.waitingFor(actor, TASKS_OF_HANDLER).stream()
                                .filter(task -> actor.userId().equals(task.assignee()))
                                .map(InboxTask::caseNumber)
                                .anyMatch(complaint.number()::equals));
        boolean registered = actor.holds(Role.CLERK, regulator)
                && complaint.registeredBy().filter(actor.userId()::equals).isPresent();
        return reviews || registered;
    }

    /** Whether the person may read the reporter's words. */
    @Transactional(readOnly = true)
    public boolean readsWords(Complaint complaint, Actor actor) {
        String regulator = units.inCharge(complaint.regulatorUnitId());
        return actor.holds(Role.SECTIONHEAD, regulator)
                || actor.holds(Role.LEADER, regulator)
                || handles(complaint, actor);
    }

    /** The reporter's words; call it where {@link #readsWords} says so. */
    public Content content(Complaint complaint) {
        record(complaint, "read.complaintWords", Map.of());
        return new Content(
                reporters.words(complaint.wordsSealed(), complaint.number()),
                complaint.supplements().stream()
                        .map(given -> new Supplied(
                                given.receivedOn().toString(),
                                reporters
                                        .words(given.wordsSealed(), complaint.number())
                                        .violation()))
                        .toList(),
                attachments.of(complaint.number()));
    }

    /** An attachment with its bytes, where it is one of the complaint; call it where {@link #readsWords} says so. */
    public Optional<Map.Entry<Attachment, byte[]>> attachment(Complaint complaint, String id) {
        return attachments.of(complaint.number()).stream()
                .filter(attachment -> attachment.id().equals(id))
                .findFirst()
                .map(attachment -> {
                    record(complaint, "read.complaintAttachment", Map.of());
                    return Map.entry(
                            attachment,
                            attachments.bytes(complaint.number(), id).orElseThrow());
                });
    }

    /** Who reported; empty where it was anonymous. Call it where {@link #handles} says so. */
    public Optional<Reporter> reporter(Complaint complaint) {
        record(complaint, "read.reporter", Map.of());
        return reporters.reporter(complaint);
    }

    /** A file of the drafting unit's statement. */
    @Transactional(readOnly = true)
    public Optional<StoredFile> statementFile(Complaint complaint, String fileId) {
        return complaint.statementFiles().contains(fileId) ? files.find(fileId) : Optional.empty();
    }

    public void downloaded(Complaint complaint, StoredFile file) {
        record(complaint, "read.downloaded", Map.of("file", file.name(), "sha256", file.sha256()));
    }

    private void record(Complaint complaint, String act, Map<String, ?> details) {
        record.record(ComplaintRecorded.of(complaint.number(), act, details));
    }

    private Set<String> regionsOf(Actor actor) {
        return actor.posts().stream()
                .filter(post -> REGULATING.contains(post.role()))
                .flatMap(post -> units.find(post.unitId()).stream())
                .filter(unit -> unit.isRegulator())
                .flatMap(unit -> units.visibleFrom(unit.regionId()).stream())
                .collect(Collectors.toSet());
    }
}
