package org.fairreview.review.destruction;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface DestructionRows extends JpaRepository<DestructionList, Long> {

    List<DestructionList> findByUnitIdInOrderByIdDesc(Collection<String> units);

    /** All lists that a case stands on or stood on, the newest first. */
    @Query("select l from DestructionList l join l.lines z where z.caseNumber = :caseNumber order by l.id desc")
    List<DestructionList> findHolding(String caseNumber);

    /** The list, on which nobody else acts until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from DestructionList l where l.id = :id")
    Optional<DestructionList> findAlone(long id);
}
