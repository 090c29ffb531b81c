package org.fairreview.reminder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Whether the matter was put right, judged over the whole measure (整改认定). */
@Embeddable
public record Judgement(
        @Column(name = "rectified") Boolean rectified,
        @Column(name = "judgement") String reasons,
        @Column(name = "judged_by") String by,
        @Column(name = "judged_at") Instant at) {}
