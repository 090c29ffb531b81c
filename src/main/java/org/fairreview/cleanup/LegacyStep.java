package org.fairreview.cleanup;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That a case of a clean-up came into a stage. */
@Entity
@Table(name = "legacy_step")
class LegacyStep {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String caseNumber;

    private String campaignNumber;

    @Enumerated(EnumType.STRING)
    private LegacyStage stage;

    private Instant since;

    @SuppressWarnings("NullAway.Init")
    protected LegacyStep() {}

    LegacyStep(LegacyCase legacy) {
        this.caseNumber = legacy.number();
        this.campaignNumber = legacy.campaignNumber();
        this.stage = legacy.stage();
        this.since = legacy.stageSince();
    }
}
