package org.fairreview.review.destruction;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.fairreview.identity.Role;

/** What a signer of a list said: agreed, or sent it back. */
@Embeddable
public record DestructionSignature(
        @Enumerated(EnumType.STRING) Role role, String userId, boolean agreed, String remark, Instant signedAt) {}
