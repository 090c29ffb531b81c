package org.fairreview.reminder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.fairreview.review.DeliveryWay;

/** How a letter reached its addressee, with the receipt (送达回证). */
@Embeddable
public record LetterDelivery(
        @Column(name = "delivered_on") LocalDate on,
        @Column(name = "delivered_to") String to,
        @Enumerated(EnumType.STRING) @Column(name = "delivery_way") DeliveryWay way,
        @Column(name = "receipt_file_id") String receiptFileId) {}
