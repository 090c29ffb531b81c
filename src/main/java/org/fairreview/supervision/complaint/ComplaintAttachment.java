package org.fairreview.supervision.complaint;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file that came with a complaint, its name and its bytes sealed. */
@Entity
@Table(name = "complaint_attachment")
class ComplaintAttachment {

    @Id
    private String id;

    private @Nullable String complaintNumber;

    private String nameSealed;

    private long size;

    private String fileId;

    private Instant broughtAt;

    @SuppressWarnings("NullAway")
    protected ComplaintAttachment() {}

    ComplaintAttachment(String id, String nameSealed, long size, String fileId, Instant broughtAt) {
        this.id = id;
        this.nameSealed = nameSealed;
        this.size = size;
        this.fileId = fileId;
        this.broughtAt = broughtAt;
    }

    void belongTo(String number) {
        complaintNumber = number;
    }

    String id() {
        return id;
    }

    boolean isFree() {
        return complaintNumber == null;
    }

    String nameSealed() {
        return nameSealed;
    }

    long size() {
        return size;
    }

    String fileId() {
        return fileId;
    }
}
