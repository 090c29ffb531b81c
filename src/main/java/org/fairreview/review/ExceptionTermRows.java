package org.fairreview.review;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ExceptionTermRows extends JpaRepository<ExceptionTerm, String> {

    @Query(
            """
            select t from ExceptionTerm t
            where t.regulatorUnitId in :regulators or t.draftingUnitId in :drafters or t.regionId in :regions
            order by case when t.state = org.fairreview.review.ExceptionTerm.State.IN_FORCE then 0 else 1 end,
              t.endsOn, t.caseNumber""")
    List<ExceptionTerm> findVisible(
            Collection<String> regulators, Collection<String> drafters, Collection<String> regions);
}
