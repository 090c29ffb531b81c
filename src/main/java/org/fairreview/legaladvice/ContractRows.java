package org.fairreview.legaladvice;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ContractRows extends JpaRepository<Contract, String> {

    /** The contracts of the regions, and those on which the person is asked, newest first. */
    @Query(
            "select c from Contract c where c.regionId in :regionIds or c.number in :numbers order by c.submittedAt desc")
    List<Contract> findVisible(Collection<String> regionIds, Collection<String> numbers);
}
