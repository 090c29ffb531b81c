package org.fairreview.conference;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface CanvassRows extends JpaRepository<Canvass, String> {

    List<Canvass> findByCaseNumberOrderByRequestedAt(String caseNumber);
}
