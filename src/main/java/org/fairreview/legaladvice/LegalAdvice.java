package org.fairreview.legaladvice;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fairreview.workflow.Recall;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/** An opinion asked for from a legal adviser (法律顾问意见); unchangeable once given. */
@Entity
@Table(name = "legal_advice")
public class LegalAdvice {

    @Id
    private String id;

    private String caseNumber;

    @Column(length = 20000)
    private String question;

    private String adviserId;

    private String requestedBy;

    private Instant requestedAt;

    @Column(length = 20000)
    private @Nullable String opinion;

    private @Nullable Instant givenAt;

    @Embedded
    private @Nullable Recall recall;

    protected LegalAdvice() {}

    LegalAdvice(String caseNumber, String question, String adviserId, String requestedBy, Instant requestedAt) {
        this.id = UUID.randomUUID().toString();
        this.caseNumber = caseNumber;
        this.question = question;
        this.adviserId = adviserId;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
    }

    void passOn(String userId) {
        if (opinion == null) {
            adviserId = userId;
        }
    }

    Optional<Refusal> give(String userId, String text, Instant now) {
        if (!adviserId.equals(userId)) {
            return Optional.of(Refusal.of("advice.notTheAdviser"));
        }
        if (recall != null) {
            return Optional.of(Refusal.of("recall.recalled"));
        }
        if (opinion != null) {
            return Optional.of(Refusal.of("advice.givenAlready"));
        }
        opinion = text;
        givenAt = now;
        return Optional.empty();
    }

    void recall(Recall because) {
        recall = because;
    }

    public String id() {
        return id;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String question() {
        return question;
    }

    public String adviserId() {
        return adviserId;
    }

    public String requestedBy() {
        return requestedBy;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Optional<String> opinion() {
        return Optional.ofNullable(opinion);
    }

    public Optional<Instant> givenAt() {
        return Optional.ofNullable(givenAt);
    }

    /** Who took the question back before it was answered, and why. */
    public Optional<Recall> recall() {
        return Optional.ofNullable(recall);
    }
}
