package org.fairreview.conference;

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

/** An opinion asked of another body (征求意见); unchangeable once given. */
@Entity
@Table(name = "consultation")
public class Consultation {

    /** Whom the opinion is asked of. */
    public enum Kind {
        /** 联席会议成员单位. */
        MEMBER,
        /** 上级市场监督管理部门: a county's regulator asks the city's for its view (提级). */
        HIGHER_REGULATOR
    }

    /** Where the body stands. */
    public enum Position {
        /** 同意,无意见. */
        AGREES,
        /** 提出修改意见. */
        WANTS_CHANGES,
        /** 不同意. */
        DISAGREES
    }

    @Id
    private String id;

    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String askedUnitId;

    @Column(length = 20000)
    private String question;

    private String requestedBy;

    private Instant requestedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Position position;

    @Column(length = 20000)
    private @Nullable String opinion;

    private @Nullable String givenBy;

    private @Nullable Instant givenAt;

    @Embedded
    private @Nullable Recall recall;

    protected Consultation() {}

    Consultation(
            String caseNumber,
            Kind kind,
            String askedUnitId,
            String question,
            String requestedBy,
            Instant requestedAt) {
        this.id = UUID.randomUUID().toString();
        this.caseNumber = caseNumber;
        this.kind = kind;
        this.askedUnitId = askedUnitId;
        this.question = question;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
    }

    Optional<Refusal> give(String userId, Position stand, String text, Instant now) {
        if (recall != null) {
            return Optional.of(Refusal.of("recall.recalled"));
        }
        if (opinion != null) {
            return Optional.of(Refusal.of("consultation.givenAlready"));
        }
        if (stand != Position.AGREES && text.isBlank()) {
            return Optional.of(Refusal.at("opinion", "consultation.opinionMissing"));
        }
        position = stand;
        opinion = text;
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

    public Kind kind() {
        return kind;
    }

    public String askedUnitId() {
        return askedUnitId;
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

    public Optional<Position> position() {
        return Optional.ofNullable(position);
    }

    public Optional<String> opinion() {
        return Optional.ofNullable(opinion);
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
