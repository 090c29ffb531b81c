package org.fairreview.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** That a reviewer decided about a hit; it holds in every version of the measure in which the passage is unchanged. */
@Entity
@Table(name = "hit_decision")
public class HitDecision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String measureId;

    private String versionId;

    private String caseNumber;

    private String hitKey;

    private String ruleName;

    private String ruleVersion;

    @Enumerated(EnumType.STRING)
    private HitChoice decision;

    @Column(length = 2000)
    private String reason;

    private @Nullable Long findingId;

    private String decidedBy;

    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected HitDecision() {}

    HitDecision(HitDecisions.Subject subject, FoundHit hit, String ruleVersion, Choice choice, Instant at) {
        this.measureId = subject.measureId();
        this.versionId = subject.versionId();
        this.caseNumber = subject.caseNumber();
        this.hitKey = hit.key();
        this.ruleName = hit.rule();
        this.ruleVersion = ruleVersion;
        this.decision = choice.choice();
        this.reason = choice.reason();
        this.findingId = choice.findingId();
        this.decidedBy = subject.userId();
        this.decidedAt = at;
    }

    /** What is decided: the reason where it is dismissed, the finding where it is accepted. */
    public record Choice(HitChoice choice, String reason, @Nullable Long findingId) {

        public static Choice accepted(long findingId) {
            return new Choice(HitChoice.ACCEPTED, "", findingId);
        }

        public static Choice dismissed(String reason) {
            return new Choice(HitChoice.DISMISSED, reason, null);
        }

        public static Choice reopened() {
            return new Choice(HitChoice.REOPENED, "", null);
        }
    }

    boolean says(Choice other) {
        return decision == other.choice() && reason.equals(other.reason());
    }

    public String key() {
        return hitKey;
    }

    /** The version on which it was decided. */
    public String versionId() {
        return versionId;
    }

    public String rule() {
        return ruleName;
    }

    public HitChoice choice() {
        return decision;
    }

    /** Why the hit is no problem; empty unless it was dismissed. */
    public String reason() {
        return reason;
    }

    /** The finding that was made of the hit. */
    public Optional<Long> findingId() {
        return Optional.ofNullable(findingId);
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }
}
