package org.fairreview.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps files: the bytes are safe on disk before the row that names them can commit. */
@Service
@Transactional
public class FileStore {

    private final BlobStore blobs;
    private final StoredFiles files;
    private final Extractions extractions;
    private final PassageRows passages;
    private final DoomedBlobs doomed;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FileStore(
            BlobStore blobs,
            StoredFiles files,
            Extractions extractions,
            PassageRows passages,
            DoomedBlobs doomed,
            ApplicationEventPublisher events,
            Clock clock) {
        this.blobs = blobs;
        this.files = files;
        this.extractions = extractions;
        this.passages = passages;
        this.doomed = doomed;
        this.events = events;
        this.clock = clock;
    }

    /** Stores a file that the product itself made. */
    public StoredFile store(String fileName, InputStream bytes) {
        return store(fileName, bytes, null);
    }

    /** Stores a file that the product itself made. */
    public StoredFile store(String fileName, byte[] bytes) {
        return store(fileName, new ByteArrayInputStream(bytes), null);
    }

    /** Stages what a person uploaded. */
    public StoredFile store(String fileName, byte[] bytes, Uploader uploader) {
        return store(fileName, new ByteArrayInputStream(bytes), uploader);
    }

    private StoredFile store(String fileName, InputStream bytes, @Nullable Uploader uploader) {
        var blob = blobs.put(bytes);
        var name = FileName.of(fileName);
        var mediaType = MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
        return files.save(new StoredFile(blob, name, mediaType.toString(), uploader, clock.instant()));
    }

    @Transactional(readOnly = true)
    public Optional<StoredFile> find(String id) {
        return files.findById(id);
    }

    @Transactional(readOnly = true)
    public List<StoredFile> all(Collection<String> ids) {
        return files.findAllById(ids);
    }

    /** The upload, if it is the person's and belongs to nothing yet; of two acts that want it at once, one gets it. */
    public Optional<StoredFile> takeStaged(String id, String person) {
        return files.lock(id).filter(file -> file.isStagedBy(person));
    }

    /** What a person uploaded and has not yet submitted, oldest first. */
    @Transactional(readOnly = true)
    public List<StoredFile> staged(String person) {
        return files.findByUploadedByAndBoundToIsNullOrderByUploadedAt(person);
    }

    @Transactional(readOnly = true)
    public List<StoredFile> boundTo(String owner) {
        return files.findByBoundToOrderByUploadedAt(owner);
    }

    /** Gives a file to the one thing it belongs to from now on. */
    public StoredFile bind(String id, String owner, @Nullable String kind) {
        var file = files.findById(id).orElseThrow();
        file.bind(owner, kind);
        events.publishEvent(new FileKept(owner, file.id(), file.name(), file.sha256(), kind));
        return file;
    }

    /** Forgets an upload that was not submitted; its bytes go with the next sweep. */
    public void discard(String id) {
        files.findById(id).filter(StoredFile::isStaged).ifPresent(files::delete);
    }

    /**
     * Destroys the files of their owner and the texts taken from them, unless others have the same; the bytes go once the
     * act is committed. Gives back how many files there were.
     */
    public int destroy(String owner) {
        List<StoredFile> owned = files.findByBoundToOrderByUploadedAt(owner);
        files.deleteAll(owned);
        files.flush();
        owned.stream().map(StoredFile::sha256).distinct().forEach(this::forget);
        return owned.size();
    }

    private void forget(String sha256) {
        if (files.existsBySha256(sha256)) {
            return;
        }
        extractions.findById(sha256).ifPresent(extraction -> {
            passages.deleteAllOf(sha256);
            extractions.delete(extraction);
            extractions.flush();
            if (!extractions.existsByTextSha256(extraction.textSha256())) {
                doomed.add(extraction.textSha256());
            }
        });
        doomed.add(sha256);
    }

    @Transactional(readOnly = true)
    public InputStream open(String sha256) {
        return blobs.open(sha256);
    }

    /** The bytes, checked against their digest. */
    @Transactional(readOnly = true)
    public byte[] bytes(String sha256) {
        try (var in = blobs.open(sha256)) {
            var bytes = in.readAllBytes();
            if (!Sha256.of(bytes).equals(sha256)) {
                throw new IllegalStateException("The bytes of %s were changed on disk".formatted(sha256));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets staged uploads that nobody submitted before the given time. */
    public int discardStagedBefore(Instant before) {
        var stale = files.findByBoundToIsNullAndUploadedAtBefore(before).stream()
                .filter(file -> file.uploadedBy().isPresent())
                .toList();
        files.deleteAll(stale);
        return stale.size();
    }

    /**
     * Removes bytes, and texts of files, older than the given time that no file and nothing in the given set refers to.
     */
    public int sweep(Set<String> referenced, Instant olderThan) {
        extractions.orphansBefore(olderThan).stream()
                .filter(file -> !referenced.contains(file))
                .forEach(file -> {
                    passages.deleteAllOf(file);
                    extractions.deleteById(file);
                });
        var kept = new HashSet<>(referenced);
        kept.addAll(files.digests());
        kept.addAll(extractions.textDigests());
        return blobs.sweep(kept, olderThan);
    }
}
