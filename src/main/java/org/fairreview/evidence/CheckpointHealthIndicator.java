package org.fairreview.evidence;

import org.fairreview.audit.CheckpointMail;
import org.fairreview.audit.Checkpoints;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** How far checkpoints have left the machine, among the details of the health; nothing of it takes the product down. */
@Component("checkpointsHealthIndicator")
class CheckpointHealthIndicator implements HealthIndicator {

    private final Checkpoints checkpoints;
    private final CheckpointMail mail;

    CheckpointHealthIndicator(Checkpoints checkpoints, CheckpointMail mail) {
        this.checkpoints = checkpoints;
        this.mail = mail;
    }

    @Override
    public Health health() {
        Health.Builder up = Health.up().withDetail("filed", checkpoints.isFiled());
        checkpoints.goneFiles().ifPresent(gone -> up.withDetail("gone", gone));
        CheckpointMail.Standing standing = mail.standing();
        if (standing.to() != null) {
            up.withDetail("mailedTo", standing.to())
                    .withDetail("mailed", standing.sent())
                    .withDetail("notMailed", standing.waiting());
            if (standing.problem() != null) {
                up.withDetail("mailProblem", standing.problem());
            }
        }
        return up.build();
    }
}
