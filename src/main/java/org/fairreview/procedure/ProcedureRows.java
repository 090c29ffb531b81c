package org.fairreview.procedure;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ProcedureRows extends JpaRepository<ProcedureCase, String> {

    /** Those of the regions, of the drafting units and of the legal units, the newest first; no collection is empty. */
    @Query("select p from ProcedureCase p where p.regionId in (:regions) or p.draftingUnitId in (:drafting)"
            + " or p.legalUnitId in (:legal) order by p.openedAt desc, p.number desc")
    List<ProcedureCase> findVisible(
            Collection<String> regions, Collection<String> drafting, Collection<String> legal, Limit most);

    /** The procedure, held against others until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from ProcedureCase p where p.number = :number")
    Optional<ProcedureCase> hold(String number);

    /** The procedures in which the case is the review of the present draft. */
    @Query("select p.number from ProcedureCase p where p.reviewCase = :reviewCase")
    List<String> numbersLinkedTo(String reviewCase);

    /** Whether any procedure may be about to name its review. */
    boolean existsByReviewCaseIsNullAndEndedAtIsNull();

    boolean existsByReviewCaseAndNumberNot(String reviewCase, String number);
}
