package org.fairreview.document;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All stored files. */
interface StoredFiles extends JpaRepository<StoredFile, String> {

    List<StoredFile> findByUploadedByAndBoundToIsNullOrderByUploadedAt(String uploadedBy);

    boolean existsBySha256(String sha256);

    List<StoredFile> findByBoundToOrderByUploadedAt(String boundTo);

    List<StoredFile> findByBoundToIsNullAndUploadedAtBefore(Instant before);

    /** Others who want the file wait until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from StoredFile f where f.id = :id")
    Optional<StoredFile> lock(String id);

    @Query("select distinct f.sha256 from StoredFile f")
    Set<String> digests();
}
