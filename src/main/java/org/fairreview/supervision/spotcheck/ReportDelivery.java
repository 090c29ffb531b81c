package org.fairreview.supervision.spotcheck;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That the report went to an addressee.
 *
 * @param receivedBy who took it there
 * @param receiptFileId the scanned receipt; null where there is none
 */
@Embeddable
public record ReportDelivery(
        @Enumerated(EnumType.STRING) @Column(name = "addressee") ReportAddressee addressee,
        @Column(name = "addressee_name") String addresseeName,
        @Column(name = "delivered_on") LocalDate on,
        @Column(name = "received_by") String receivedBy,
        @Column(name = "receipt_file_id") @Nullable String receiptFileId,
        @Column(name = "registered_by") String registeredBy,
        @Column(name = "registered_at") Instant registeredAt) {}
