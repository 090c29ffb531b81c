package org.fairreview.document;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps many texts in one act, as {@link Uploads} keeps one: the bytes of all are safe on disk before the first row that
 * names them, and are synced together. They belong to nothing until they are bound.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class BulkTexts {

    /** A file that was read before. */
    public record Fresh(String name, byte[] bytes, ExtractedText text) {}

    private final BlobStore blobs;
    private final StoredFiles files;
    private final Extractions extractions;
    private final EntityManager entities;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BulkTexts(
            BlobStore blobs,
            StoredFiles files,
            Extractions extractions,
            EntityManager entities,
            JdbcTemplate jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.blobs = blobs;
        this.files = files;
        this.extractions = extractions;
        this.entities = entities;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps the files and their texts; gives back the files in the same order. */
    public List<StoredFile> keep(List<Fresh> all) {
        List<byte[]> bytes = new ArrayList<>();
        for (Fresh fresh : all) {
            bytes.add(fresh.bytes());
            bytes.add(fresh.text().text().getBytes(StandardCharsets.UTF_8));
        }
        List<BlobStore.Blob> kept = blobs.putAll(bytes);
        Instant now = clock.instant();
        List<StoredFile> stored = new ArrayList<>();
        Map<String, Extraction> texts = new LinkedHashMap<>();
        Map<String, ExtractedText> passages = new LinkedHashMap<>();
        for (int place = 0; place < all.size(); place++) {
            Fresh fresh = all.get(place);
            BlobStore.Blob blob = kept.get(2 * place);
            StoredFile file = new StoredFile(blob, FileName.of(fresh.name()), mediaType(fresh.name()), null, now);
            entities.persist(file);
            stored.add(file);
            texts.put(
                    blob.sha256(),
                    new Extraction(
                            blob.sha256(), fresh.text(), kept.get(2 * place + 1).sha256(), now));
            passages.put(blob.sha256(), fresh.text());
        }
        Set<String> known = extractions.findAllById(texts.keySet()).stream()
                .map(Extraction::fileSha256)
                .collect(Collectors.toSet());
        texts.keySet().removeAll(known);
        passages.keySet().removeAll(known);
        texts.values().forEach(entities::persist);
        entities.flush();
        write(passages);
        return stored;
    }

    /** Rows of which there are many, and which nobody looks at in this act. */
    private void write(Map<String, ExtractedText> texts) {
        List<Object[]> rows = new ArrayList<>();
        texts.forEach((sha256, text) -> text.passages()
                .forEach(passage -> rows.add(new Object[] {
                    sha256,
                    passage.ordinal(),
                    passage.address(),
                    passage.kind().name(),
                    passage.start(),
                    passage.end(),
                    passage.text()
                })));
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into passage (file_sha256, ordinal, address, kind, start_offset, end_offset, text)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    rows);
        }
    }

    private static String mediaType(String name) {
        return MediaTypeFactory.getMediaType(FileName.of(name))
                .orElse(MediaType.APPLICATION_OCTET_STREAM)
                .toString();
    }

    /** Gives each of the files to the one thing that it belongs to from now on, as a text of it. */
    public void bind(Map<String, String> ownerOfFile, String kind) {
        for (StoredFile file : files.findAllById(ownerOfFile.keySet())) {
            String owner = String.valueOf(ownerOfFile.get(file.id()));
            file.bind(owner, kind);
            events.publishEvent(new FileKept(owner, file.id(), file.name(), file.sha256(), kind));
        }
    }

    /** Forgets files that belong to nothing yet; their bytes go with the next sweep. */
    public void forget(List<String> ids) {
        files.deleteAll(
                files.findAllById(ids).stream().filter(StoredFile::isStaged).toList());
    }
}
