package org.fairreview.document;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The extracted texts of stored files, each kept once and never computed anew. */
@Service
@Transactional
public class Texts {

    private final BlobStore blobs;
    private final Extractions extractions;
    private final PassageRows passages;
    private final EntityManager entities;
    private final Clock clock;

    Texts(BlobStore blobs, Extractions extractions, PassageRows passages, EntityManager entities, Clock clock) {
        this.blobs = blobs;
        this.extractions = extractions;
        this.passages = passages;
        this.entities = entities;
        this.clock = clock;
    }

    /** Keeps the text of a file; does nothing when that file's text is kept already, whatever read it then. */
    public void keep(String sha256, ExtractedText text) {
        if (extractions.existsById(Sha256.checked(sha256))) {
            return;
        }
        var blob = blobs.put(new ByteArrayInputStream(text.text().getBytes(StandardCharsets.UTF_8)));
        entities.persist(new Extraction(sha256, text, blob.sha256(), clock.instant()));
        entities.flush();
        text.passages().forEach(passage -> entities.persist(new PassageRow(sha256, passage)));
    }

    @Transactional(readOnly = true)
    public List<Passage> passages(String sha256) {
        return passages.findByFileSha256OrderByOrdinal(sha256).stream()
                .map(PassageRow::passage)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Extraction> extraction(String sha256) {
        return extractions.findById(sha256);
    }

    /** The full text in which the offsets of passages and findings count. */
    @Transactional(readOnly = true)
    public Optional<String> fullText(String sha256) {
        return extractions.findById(sha256).map(extraction -> {
            try (var in = blobs.open(extraction.textSha256())) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
