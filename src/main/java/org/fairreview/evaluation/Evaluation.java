package org.fairreview.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fairreview.workflow.Recall;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/** An evaluation commissioned from an outside institution (第三方评估, Measures 35): a report and its summary. */
@Entity
@Table(name = "evaluation")
public class Evaluation {

    /** What is evaluated (Measures 35). */
    public enum Purpose {
        /** 拟出台措施的预期影响. */
        EXPECTED_EFFECT,
        /** 措施实施后的影响. */
        EFFECT_AFTER,
        /** 本地区公平竞争审查制度实施情况. */
        STATE_OF_REGIME
    }

    @Id
    private String id;

    private String caseNumber;

    private String evaluatorUnitId;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Column(length = 20000)
    private String question;

    private String requestedBy;

    private Instant requestedAt;

    @Column(length = 20000)
    private @Nullable String summary;

    private @Nullable String reportFileId;

    private @Nullable String givenBy;

    private @Nullable Instant givenAt;

    @Embedded
    private @Nullable Recall recall;

    protected Evaluation() {}

    Evaluation(
            String caseNumber,
            String evaluatorUnitId,
            Purpose purpose,
            String question,
            String requestedBy,
            Instant requestedAt) {
        this.id = UUID.randomUUID().toString();
        this.caseNumber = caseNumber;
        this.evaluatorUnitId = evaluatorUnitId;
        this.purpose = purpose;
        this.question = question;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
    }

    Optional<Refusal> report(String userId, String text, String fileId, Instant now) {
        if (recall != null) {
            return Optional.of(Refusal.of("recall.recalled"));
        }
        if (summary != null) {
            return Optional.of(Refusal.of("evaluation.givenAlready"));
        }
        summary = text;
        reportFileId = fileId;
        givenBy = userId;
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

    public String evaluatorUnitId() {
        return evaluatorUnitId;
    }

    public Purpose purpose() {
        return purpose;
    }

    public String question() {
        return question;
    }

    public String requestedBy() {
        return requestedBy;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Optional<String> summary() {
        return Optional.ofNullable(summary);
    }

    public Optional<String> reportFileId() {
        return Optional.ofNullable(reportFileId);
    }

    public Optional<String> givenBy() {
        return Optional.ofNullable(givenBy);
    }

    public Optional<Instant> givenAt() {
        return Optional.ofNullable(givenAt);
    }

    /** Who took the question back before it was answered, and why. */
    public Optional<Recall> recall() {
        return Optional.ofNullable(recall);
    }
}
