package org.fairreview.review;

import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ReviewCases extends JpaRepository<ReviewCase, String> {

    @Query(
            """
            select c from ReviewCase c
            where c.regulatorUnitId in :regulators or c.draftingUnitId in :drafters or c.number in :numbers
              or c.regionId in :regions
            order by c.submittedAt desc""")
    List<ReviewCase> findVisible(
            Collection<String> regulators,
            Collection<String> drafters,
            Collection<String> numbers,
            Collection<String> regions,
            Pageable page);
}
