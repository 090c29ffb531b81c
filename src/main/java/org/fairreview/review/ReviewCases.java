package org.fairreview.review;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ReviewCases extends JpaRepository<ReviewCase, String> {

    @Query(
            nativeQuery = true,
            value = "select c.* from review_case c"
                    + " where (c.regulator_unit_id in (:regulators) or c.drafting_unit_id in (:drafters)"
                    + " or c.number in (:numbers) or c.region_id in (:regions))"
                    + " and c.number not in (" + Restriction.CLOSED + ")"
                    + " order by c.submitted_at desc")
    List<ReviewCase> findVisible(
            Collection<String> regulators,
            Collection<String> drafters,
            Collection<String> numbers,
            Collection<String> regions,
            String user,
            Collection<String> heads,
            Collection<String> unitHeads,
            Collection<String> audited,
            Pageable page);

    /** Whether the case is closed to a person by its circulation: 1 or 0. */
    @Query(nativeQuery = true, value = "select count(*) from (" + Restriction.CLOSED + ") z where z.number = :number")
    long countClosed(
            String number,
            String user,
            Collection<String> heads,
            Collection<String> unitHeads,
            Collection<String> audited);

    @Query(
            nativeQuery = true,
            value = "select c.number from review_case c join measure m on m.id = c.measure_id"
                    + " where c.number in (:numbers) and m.circulation = 'RESTRICTED'")
    Set<String> restrictedAmong(Collection<String> numbers);

    /** For an act that must not happen at the same moment as a change of the case. */
    @Lock(LockModeType.OPTIMISTIC_FORCE_INCREMENT)
    Optional<ReviewCase> findLockedByNumber(String number);

    List<ReviewCase> findByMeasureIdOrderByNumber(String measureId);

    List<ReviewCase> findByDraftingUnitIdInOrderBySubmittedAtDesc(Collection<String> units, Pageable page);
}
