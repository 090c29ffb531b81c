package org.fairreview.measure;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * One version of a measure: a manifest (版本清单) of files and the drafting unit's statement, fixed at submission.
 *
 * <p>The digest is that of the canonical manifest, a line per file: role, place, SHA-256, size, name. A conclusion
 * belongs to one version.
 */
@Entity
@Table(name = "measure_version")
public class MeasureVersion {

    @Id
    private String id;

    private String measureId;

    private int number;

    @Embedded
    private DraftersStatement statement;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "manifest_entry", joinColumns = @JoinColumn(name = "version_id"))
    @OrderColumn(name = "line")
    private List<ManifestEntry> manifest = new ArrayList<>();

    private String digest;

    private String submittedBy;

    private Instant submittedAt;

    protected MeasureVersion() {}

    MeasureVersion(
            String measureId,
            int number,
            DraftersStatement statement,
            List<ManifestEntry> manifest,
            String submittedBy,
            Instant submittedAt) {
        this.id = UUID.randomUUID().toString();
        this.measureId = measureId;
        this.number = number;
        this.statement = statement;
        this.manifest = new ArrayList<>(manifest);
        this.digest = digestOf(manifest);
        this.submittedBy = submittedBy;
        this.submittedAt = submittedAt;
    }

    static String digestOf(List<ManifestEntry> manifest) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            manifest.forEach(entry -> sha256.update(entry.canonical().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Destroys what was submitted; number, day and digest stay. */
    void destroy() {
        statement = new DraftersStatement(statement.heard(), "", "", "");
        manifest.clear();
    }

    public String id() {
        return id;
    }

    public String measureId() {
        return measureId;
    }

    /** 1 for the first submission. */
    public int number() {
        return number;
    }

    public DraftersStatement statement() {
        return statement;
    }

    public List<ManifestEntry> manifest() {
        return List.copyOf(manifest);
    }

    /** The files whose clauses are reviewed: body first, then attachments in order. */
    public List<ManifestEntry> reviewedFiles() {
        return manifest.stream().filter(entry -> entry.role().isReviewed()).toList();
    }

    /** SHA-256 of the canonical manifest, in hexadecimal. */
    public String digest() {
        return digest;
    }

    public String submittedBy() {
        return submittedBy;
    }

    public Instant submittedAt() {
        return submittedAt;
    }
}
