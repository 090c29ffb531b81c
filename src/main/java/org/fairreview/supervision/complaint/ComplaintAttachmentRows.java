package org.fairreview.supervision.complaint;

import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ComplaintAttachmentRows extends JpaRepository<ComplaintAttachment, String> {

    List<ComplaintAttachment> findByComplaintNumberOrderByBroughtAtAscIdAsc(String number);

    List<ComplaintAttachment> findByComplaintNumberIsNullAndBroughtAtBefore(Instant before);
}
