package org.fairreview.conference;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ConsultationRows extends JpaRepository<Consultation, String> {

    List<Consultation> findByCaseNumberOrderByRequestedAt(String caseNumber);

    List<Consultation> findByCanvassId(String canvassId);

    List<Consultation> findByAskedUnitIdIn(Collection<String> units);
}
