package org.fairreview.document;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All stored files. */
interface StoredFiles extends ListCrudRepository<StoredFile, String> {

    List<StoredFile> findByUploadedByAndBoundToIsNullOrderByUploadedAt(String uploadedBy);

    List<StoredFile> findByBoundToOrderByUploadedAt(String boundTo);

    List<StoredFile> findByBoundToIsNullAndUploadedAtBefore(Instant before);

    @Query("select distinct f.sha256 from StoredFile f")
    Set<String> digests();
}
