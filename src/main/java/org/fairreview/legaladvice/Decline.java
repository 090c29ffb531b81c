package org.fairreview.legaladvice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** An adviser who was asked and stands aside (申请回避). */
@Embeddable
public record Decline(String adviserId, @Column(length = 4000) String reason, Instant declinedAt) {}
