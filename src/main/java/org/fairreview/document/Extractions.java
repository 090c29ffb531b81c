package org.fairreview.document;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All extractions. */
interface Extractions extends JpaRepository<Extraction, String> {

    boolean existsByTextSha256(String textSha256);

    @Query("select distinct e.textSha256 from Extraction e")
    Set<String> textDigests();

    @Query("select e.fileSha256 from Extraction e where e.extractedAt < :before"
            + " and not exists (select f.id from StoredFile f where f.sha256 = e.fileSha256)")
    List<String> orphansBefore(Instant before);
}
