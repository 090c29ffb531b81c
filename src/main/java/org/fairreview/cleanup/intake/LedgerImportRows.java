package org.fairreview.cleanup.intake;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface LedgerImportRows extends JpaRepository<LedgerImport, String> {

    /** The import, held against others until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from LedgerImport i where i.id = :id")
    Optional<LedgerImport> hold(String id);

    List<LedgerImport> findByCampaignNumberOrderByBroughtAtDesc(String campaign);
}
