package org.fairreview.review;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ExceptionTermRows extends JpaRepository<ExceptionTerm, String> {

    @Query(
            nativeQuery = true,
            value = "select t.* from exception_term t"
                    + " where (t.regulator_unit_id in (:regulators) or t.drafting_unit_id in (:drafters)"
                    + " or t.region_id in (:regions))"
                    + " and t.case_number not in (" + Restriction.CLOSED + ")"
                    + " order by case when t.state = 'IN_FORCE' then 0 else 1 end, t.ends_on nulls last, t.case_number")
    List<ExceptionTerm> findVisible(
            Collection<String> regulators,
            Collection<String> drafters,
            Collection<String> regions,
            String user,
            Collection<String> heads,
            Collection<String> unitHeads,
            Collection<String> audited);
}
