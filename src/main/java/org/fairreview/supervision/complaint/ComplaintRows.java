package org.fairreview.supervision.complaint;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ComplaintRows extends JpaRepository<Complaint, String> {

    List<Complaint> findByRegionIdInOrderByRegisteredAtDescNumberDesc(Collection<String> regions);

    Optional<Complaint> findByFormKey(String formKey);
}
