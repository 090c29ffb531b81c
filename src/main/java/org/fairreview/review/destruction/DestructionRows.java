package org.fairreview.review.destruction;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface DestructionRows extends JpaRepository<DestructionList, Long> {

    List<DestructionList> findByUnitIdInOrderByIdDesc(Collection<String> units);

    /** The list that a case stands on, not counting those that were withdrawn or sent back. */
    @Query("select l from DestructionList l join l.lines z where z.caseNumber = :caseNumber"
            + " and l.state in ('DRAFTED', 'SIGNED', 'EXECUTED')")
    Optional<DestructionList> findStanding(String caseNumber);
}
