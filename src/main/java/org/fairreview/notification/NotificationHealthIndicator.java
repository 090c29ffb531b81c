package org.fairreview.notification;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** What waits to leave the system and what could not; a mail server that is down does not take the product down. */
@Component
class NotificationHealthIndicator implements HealthIndicator {

    private final Outbox outbox;

    NotificationHealthIndicator(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Health health() {
        Health.Builder up = Health.up()
                .withDetail("waiting", outbox.count(SendingState.WAITING))
                .withDetail("undelivered", outbox.count(SendingState.DEAD));
        outbox.oldestWaiting().ifPresent(since -> up.withDetail("waitingSince", since));
        return up.build();
    }
}
