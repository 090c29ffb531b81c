package org.fairreview.supervision.complaint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Uploads;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/**
 * What comes with complaints: checked like every document, then sealed with its name, and never read for a search.
 *
 * <p>What was brought and not filed within a day is forgotten.
 */
@Service
@Transactional
public class ComplaintAttachments {

    /** As many come with one complaint. */
    public static final int MOST = 5;

    private static final String SEALED_NAME = "attachment.sealed";
    private static final String KIND = "COMPLAINT_ATTACHMENT";
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST_NAME = 200;

    /** A file as its reader sees it. */
    public record Attachment(String id, String name, long size) {}

    /** What came of bringing a file: it, or why it is not taken. */
    public record Brought(Optional<Attachment> file, Optional<MessageSourceResolvable> refused) {}

    private final ComplaintAttachmentRows rows;
    private final ReporterKey key;
    private final Uploads uploads;
    private final FileStore files;
    private final DataSize largest;
    private final Clock clock;

    ComplaintAttachments(
            ComplaintAttachmentRows rows,
            ReporterKey key,
            Uploads uploads,
            FileStore files,
            @Value("${fairreview.complaint.max-attachment}") DataSize largest,
            Clock clock) {
        this.rows = rows;
        this.key = key;
        this.uploads = uploads;
        this.files = files;
        this.largest = largest;
        this.clock = clock;
    }

    /** Checks a file and keeps it sealed until it is filed; who knows the id may file it. */
    public Brought bring(String fileName, byte[] bytes) {
        if (bytes.length > largest.toBytes()) {
            return new Brought(
                    Optional.empty(),
                    Optional.of(new DefaultMessageSourceResolvable(
                            new String[] {"complaint.attachmentTooLarge"}, new Object[] {largest.toMegabytes()})));
        }
        Optional<MessageSourceResolvable> refused =
                uploads.refuse(fileName, bytes).map(reason -> reason);
        if (refused.isPresent()) {
            return new Brought(Optional.empty(), refused);
        }
        forgetStale();
        String id = UUID.randomUUID().toString();
        StoredFile stored = files.store(SEALED_NAME, key.seal(bytes, id));
        String name =
                fileName.length() > LONGEST_NAME ? fileName.substring(fileName.length() - LONGEST_NAME) : fileName;
        rows.save(new ComplaintAttachment(id, key.seal(name, id), bytes.length, stored.id(), clock.instant()));
        return new Brought(Optional.of(new Attachment(id, name, bytes.length)), Optional.empty());
    }

    /** What was brought and is not filed yet, of these. */
    @Transactional(readOnly = true)
    public List<Attachment> brought(List<String> ids) {
        return ids.stream()
                .flatMap(id -> rows.findById(id).stream())
                .filter(ComplaintAttachment::isFree)
                .map(this::shown)
                .toList();
    }

    void file(List<String> ids, String number) {
        ids.stream()
                .limit(MOST)
                .flatMap(id -> rows.findById(id).stream())
                .filter(ComplaintAttachment::isFree)
                .forEach(attachment -> {
                    attachment.belongTo(number);
                    files.bind(attachment.fileId(), number, KIND);
                });
    }

    List<Attachment> of(String number) {
        return rows.findByComplaintNumberOrderByBroughtAtAscIdAsc(number).stream()
                .map(this::shown)
                .toList();
    }

    /** The bytes of an attachment of the complaint. */
    Optional<byte[]> bytes(String number, String id) {
        return rows.findByComplaintNumberOrderByBroughtAtAscIdAsc(number).stream()
                .filter(attachment -> attachment.id().equals(id))
                .findFirst()
                .map(attachment -> key.open(
                        files.bytes(
                                files.find(attachment.fileId()).orElseThrow().sha256()),
                        id));
    }

    private void forgetStale() {
        Instant before = clock.instant().minus(KEPT);
        rows.findByComplaintNumberIsNullAndBroughtAtBefore(before).forEach(stale -> {
            rows.delete(stale);
            files.discard(stale.fileId());
        });
    }

    private Attachment shown(ComplaintAttachment attachment) {
        return new Attachment(attachment.id(), key.open(attachment.nameSealed(), attachment.id()), attachment.size());
    }
}
