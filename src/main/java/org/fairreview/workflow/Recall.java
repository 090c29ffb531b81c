package org.fairreview.workflow;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** An opinion asked for is wanted no longer (撤回征求): who said so, when and why. */
@Embeddable
public record Recall(
        @Column(name = "recalled_by") String by,
        @Column(name = "recalled_at") Instant at,
        @Column(name = "recall_reason") String reason) {}
