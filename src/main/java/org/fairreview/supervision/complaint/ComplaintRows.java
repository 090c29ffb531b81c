package org.fairreview.supervision.complaint;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ComplaintRows extends JpaRepository<Complaint, String> {

    List<Complaint> findByRegionIdInOrderByRegisteredAtDescNumberDesc(Collection<String> regions);

    Optional<Complaint> findByFormKey(String formKey);

    @Query("select c.number from Complaint c where c.number in :numbers and c.regionId in :regions")
    Set<String> numbersIn(Collection<String> numbers, Collection<String> regions);
}
