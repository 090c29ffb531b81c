package org.fairreview.conference;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairreview.workflow.Recall;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An opinion asked of another body (征求意见); unchangeable once given.
 *
 * <p>What became of it is on record here too: that the body kept silent until the limit was over, that its answer came
 * late, that it was sent back for clarification and asked for again, and how a wish or a dissent was dealt with.
 */
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

    @Version
    private long version;

    private String caseNumber;

    private @Nullable String canvassId;

    private @Nullable String remit;

    private @Nullable String followsId;

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

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "consultation_passage", joinColumns = @JoinColumn(name = "consultation_id"))
    @OrderColumn(name = "place")
    private List<PassageRemark> passages = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "consultation_answer", joinColumns = @JoinColumn(name = "consultation_id"))
    @OrderColumn(name = "place")
    private List<RemitAnswer> answers = new ArrayList<>();

    private @Nullable Instant silentAt;

    private boolean late;

    private boolean onPaper;

    private @Nullable String returnedBy;

    private @Nullable Instant returnedAt;

    @Column(length = 4000)
    private @Nullable String returnReason;

    @Enumerated(EnumType.STRING)
    private @Nullable Treatment treatment;

    @Column(length = 4000)
    private @Nullable String treatmentReason;

    protected Consultation() {}

    /** Asks a member as part of a canvass, with the form of its remit. */
    Consultation(Canvass canvass, String askedUnitId, String remit, @Nullable Consultation follows, Instant now) {
        this(canvass.caseNumber(), Kind.MEMBER, askedUnitId, canvass.question(), canvass.requestedBy(), now);
        this.canvassId = canvass.id();
        this.remit = remit;
        this.followsId = follows == null ? null : follows.id;
    }

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

    /**
     * Takes what a member says.
     *
     * @param byOffice whether the office of the conference enters what came on paper
     */
    Optional<Refusal> give(String userId, MemberOpinion said, boolean byOffice, Instant now) {
        Optional<Refusal> refusal = give(userId, said.position(), said.text(), now);
        if (refusal.isEmpty()) {
            late = silentAt != null;
            passages.addAll(said.passages());
            answers.addAll(said.answers());
            onPaper = byOffice;
        }
        return refusal;
    }

    void recall(Recall because) {
        recall = because;
    }

    void keepSilent(Instant now) {
        silentAt = now;
    }

    void sendBack(String userId, String reason, Instant now) {
        returnedBy = userId;
        returnReason = reason;
        returnedAt = now;
    }

    void treat(Treatment how, @Nullable String reason) {
        treatment = how;
        treatmentReason = reason;
    }

    /** Whether it is still waited for: neither answered, nor taken back, nor over its limit. */
    public boolean isWaiting() {
        return opinion == null && recall == null && silentAt == null;
    }

    /** Whether it was given and not sent back, so that it may be sent back. */
    public boolean isGiven() {
        return opinion != null && returnedAt == null;
    }

    /** Whether the member does not agree. */
    public boolean isDissent() {
        return position == Position.DISAGREES;
    }

    public String id() {
        return id;
    }

    public String caseNumber() {
        return caseNumber;
    }

    /** The canvass of which it is a part; none for a county that asks the next-higher regulator. */
    public Optional<String> canvassId() {
        return Optional.ofNullable(canvassId);
    }

    /** The remit whose questions the form holds. */
    public Optional<String> remit() {
        return Optional.ofNullable(remit);
    }

    /** The earlier one that was sent back, or not answered, and after which this was asked. */
    public Optional<String> followsId() {
        return Optional.ofNullable(followsId);
    }

    public List<PassageRemark> passages() {
        return List.copyOf(passages);
    }

    public List<RemitAnswer> answers() {
        return List.copyOf(answers);
    }

    /** Since when the silence of the body is on record. */
    public Optional<Instant> silentAt() {
        return Optional.ofNullable(silentAt);
    }

    /** Whether it was given after the limit was over. */
    public boolean isLate() {
        return late;
    }

    /** Whether the office of the conference entered it from paper. */
    public boolean isOnPaper() {
        return onPaper;
    }

    /** When it was sent back for clarification. */
    public Optional<Instant> returnedAt() {
        return Optional.ofNullable(returnedAt);
    }

    public Optional<String> returnedBy() {
        return Optional.ofNullable(returnedBy);
    }

    public Optional<String> returnReason() {
        return Optional.ofNullable(returnReason);
    }

    /** What became of it, once the office has summed up. */
    public Optional<Treatment> treatment() {
        return Optional.ofNullable(treatment);
    }

    public Optional<String> treatmentReason() {
        return Optional.ofNullable(treatmentReason);
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
