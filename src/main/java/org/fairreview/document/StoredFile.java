package org.fairreview.document;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file under its name, whose bytes are kept by digest; until it is bound to something it is a staged upload. */
@Entity
@Table(name = "stored_file")
public class StoredFile {

    @Id
    private String id;

    private String sha256;
    private String name;
    private long size;
    private String mediaType;
    private @Nullable String kind;
    private @Nullable String uploadedBy;
    private Instant uploadedAt;
    private @Nullable String unitId;
    private @Nullable String region;
    private @Nullable String boundTo;

    @SuppressWarnings("NullAway")
    protected StoredFile() {}

    StoredFile(BlobStore.Blob blob, String name, String mediaType, @Nullable Uploader uploader, Instant uploadedAt) {
        this.id = UUID.randomUUID().toString();
        this.sha256 = blob.sha256();
        this.size = blob.size();
        this.name = name;
        this.mediaType = mediaType;
        this.uploadedAt = uploadedAt;
        if (uploader != null) {
            this.uploadedBy = uploader.person();
            this.unitId = uploader.unitId();
            this.region = uploader.region();
        }
    }

    public String id() {
        return id;
    }

    public String sha256() {
        return sha256;
    }

    public String name() {
        return name;
    }

    public long size() {
        return size;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What the file is for the one it is bound to: body, attachment, explanation. */
    public Optional<String> kind() {
        return Optional.ofNullable(kind);
    }

    /** Empty when the product itself made the file. */
    public Optional<String> uploadedBy() {
        return Optional.ofNullable(uploadedBy);
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }

    public Optional<String> unitId() {
        return Optional.ofNullable(unitId);
    }

    public Optional<String> region() {
        return Optional.ofNullable(region);
    }

    public Optional<String> boundTo() {
        return Optional.ofNullable(boundTo);
    }

    public boolean isStaged() {
        return boundTo == null;
    }

    /** Whether this is an upload of the person that belongs to nothing yet. */
    public boolean isStagedBy(String person) {
        return boundTo == null && person.equals(uploadedBy);
    }

    void bind(String owner, @Nullable String kind) {
        if (boundTo != null && !boundTo.equals(owner)) {
            throw new IllegalStateException("File %s already belongs to %s".formatted(id, boundTo));
        }
        this.boundTo = owner;
        this.kind = kind;
    }
}
