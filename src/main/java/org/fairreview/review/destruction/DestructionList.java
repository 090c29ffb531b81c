package org.fairreview.review.destruction;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fairreview.identity.Role;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A destruction list (销毁清册): cases whose papers a regulator no longer keeps. A clerk drafts it, the section head and
 * then a leader sign it, three different persons; only then is it carried out.
 */
@Entity
@Table(name = "destruction_list")
public class DestructionList {

    /** Where a list stands. */
    public enum State {
        /** 待签署. */
        DRAFTED,
        /** 已由两人签署，待执行. */
        SIGNED,
        /** 正在执行：已开始销毁，不能再撤回. */
        EXECUTING,
        /** 已退回. */
        RETURNED,
        /** 已撤回. */
        WITHDRAWN,
        /** 已执行. */
        EXECUTED,
        /** 执行中断后结束：未销毁的案卷不再按此清册销毁. */
        CLOSED
    }

    /** Who signs, in this order. */
    static final List<Role> SIGNERS = List.of(Role.SECTIONHEAD, Role.LEADER);

    private static final int LONGEST = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int revision;

    private String unitId;

    private String draftedBy;

    private Instant draftedAt;

    @Column(length = LONGEST)
    private String reason;

    @Enumerated(EnumType.STRING)
    private State state = State.DRAFTED;

    private @Nullable String closedBy;

    private @Nullable Instant closedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "destruction_line", joinColumns = @JoinColumn(name = "list_id"))
    @OrderColumn(name = "place")
    private List<DestructionLine> lines = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "destruction_signature", joinColumns = @JoinColumn(name = "list_id"))
    @OrderColumn(name = "place")
    private List<DestructionSignature> signatures = new ArrayList<>();

    protected DestructionList() {}

    DestructionList(String unitId, String draftedBy, Instant draftedAt, String reason, List<DestructionLine> lines) {
        this.unitId = unitId;
        this.draftedBy = draftedBy;
        this.draftedAt = draftedAt;
        this.reason = reason;
        this.lines = new ArrayList<>(lines);
    }

    /** Why the reason of a list, or the remark of whoever sends it back, is none. */
    static Optional<Refusal> checkReason(String field, String reason) {
        return reason.isBlank() || reason.length() > LONGEST
                ? Optional.of(Refusal.at(field, "destruction.refused." + field, LONGEST))
                : Optional.empty();
    }

    /** The next signer agrees, or sends the list back, which ends it. */
    Optional<Refusal> sign(Role role, String userId, boolean agreed, String remark, Instant now) {
        if (state != State.DRAFTED) {
            return Optional.of(Refusal.of("destruction.refused.notOpen"));
        }
        if (role != nextSigner().orElse(null)) {
            return Optional.of(Refusal.of("destruction.refused.notYourTurn"));
        }
        if (userId.equals(draftedBy)) {
            return Optional.of(Refusal.of("destruction.refused.ownList"));
        }
        if (signatures.stream().anyMatch(signature -> signature.userId().equals(userId))) {
            return Optional.of(Refusal.of("destruction.refused.signedAlready"));
        }
        Optional<Refusal> refusal =
                agreed && remark.length() <= LONGEST ? Optional.empty() : checkReason("remark", remark);
        if (refusal.isPresent()) {
            return refusal;
        }
        signatures.add(new DestructionSignature(role, userId, agreed, remark, now));
        if (!agreed) {
            close(State.RETURNED, userId, now);
        } else if (signatures.size() == SIGNERS.size()) {
            state = State.SIGNED;
        }
        return Optional.empty();
    }

    /** Takes the list back before it is carried out. */
    Optional<Refusal> withdraw(String userId, Instant now) {
        if (state == State.EXECUTING) {
            return Optional.of(Refusal.of("destruction.refused.executing"));
        }
        if (state != State.DRAFTED && state != State.SIGNED) {
            return Optional.of(Refusal.of("destruction.refused.notOpen"));
        }
        close(State.WITHDRAWN, userId, now);
        return Optional.empty();
    }

    /** Whether it may be carried out, or gone on with: two have signed, and neither of them does it. */
    Optional<Refusal> mayExecute(String userId) {
        if (state != State.SIGNED && state != State.EXECUTING) {
            return Optional.of(Refusal.of(
                    switch (state) {
                        case EXECUTED -> "destruction.refused.executed";
                        case RETURNED, WITHDRAWN, CLOSED -> "destruction.refused.closed";
                        default -> "destruction.refused.notSigned";
                    }));
        }
        return signatures.stream().anyMatch(signature -> signature.userId().equals(userId))
                ? Optional.of(Refusal.of("destruction.refused.signerExecutes"))
                : Optional.empty();
    }

    /** Begins to carry it out; from now on it is not withdrawn. */
    Optional<Refusal> begin(String userId) {
        Optional<Refusal> refusal = mayExecute(userId);
        if (refusal.isEmpty()) {
            state = State.EXECUTING;
        }
        return refusal;
    }

    /** Whether its cases may be destroyed now. */
    public boolean isExecuting() {
        return state == State.EXECUTING;
    }

    /** Ends a list that was begun and is not gone on with. */
    Optional<Refusal> close(String userId, Instant now) {
        if (state != State.EXECUTING) {
            return Optional.of(Refusal.of("destruction.refused.notBegun"));
        }
        close(State.CLOSED, userId, now);
        return Optional.empty();
    }

    void executed(String userId, Instant now) {
        if (state != State.EXECUTING) {
            throw new IllegalStateException("List %d is not carried out".formatted(id));
        }
        close(State.EXECUTED, userId, now);
    }

    private void close(State how, String userId, Instant now) {
        state = how;
        closedBy = userId;
        closedAt = now;
    }

    /** Who has to sign next; empty where nobody has. */
    public Optional<Role> nextSigner() {
        return state == State.DRAFTED ? Optional.of(SIGNERS.get(signatures.size())) : Optional.empty();
    }

    public Long id() {
        if (id == null) {
            throw new IllegalStateException("The list is not stored yet");
        }
        return id;
    }

    /** Under which subject it is on record. */
    public String subject() {
        return Destructions.SUBJECT + id();
    }

    public String unitId() {
        return unitId;
    }

    public String draftedBy() {
        return draftedBy;
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    /** Why these papers need no longer be kept (鉴定意见). */
    public String reason() {
        return reason;
    }

    public State state() {
        return state;
    }

    /** Who withdrew, sent back, carried out or closed it. */
    public Optional<String> closedBy() {
        return Optional.ofNullable(closedBy);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public List<DestructionLine> lines() {
        return List.copyOf(lines);
    }

    public List<DestructionSignature> signatures() {
        return List.copyOf(signatures);
    }
}
