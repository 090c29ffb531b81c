package org.fairreview.backup;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** How old the last backup of the running product is, for whoever watches it; an old one does not take the product down. */
@Component
class BackupHealthIndicator implements HealthIndicator {

    private final AuditTrail trail;
    private final Clock clock;

    BackupHealthIndicator(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Health.Builder up = Health.up();
        Optional<AuditEntry> last = trail.lastOf(AuditTrail.BACKUPS);
        last.ifPresent(made -> up.withDetail("madeAt", made.occurredAt())
                .withDetail(
                        "ageInHours",
                        Duration.between(made.occurredAt(), clock.instant()).toHours()));
        return last.isPresent() ? up.build() : up.withDetail("madeAt", "never").build();
    }
}
