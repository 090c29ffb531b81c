package org.fairreview.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/** An exception in force (适用例外期限): from the issue of the measure to its last day, or until its condition is met (Measures 25). */
@Entity
@Table(name = "exception_term")
public class ExceptionTerm {

    /** Whether the exception is in force. */
    public enum State {
        /** 实施中. */
        IN_FORCE,
        /** 已由新的审查结论接替. */
        SUCCEEDED,
        /** 已停止执行. */
        STOPPED
    }

    @Id
    private String caseNumber;

    @Version
    private int revision;

    private String regionId;

    private String draftingUnitId;

    private String regulatorUnitId;

    private LocalDate beganOn;

    private @Nullable LocalDate endsOn;

    private String endCondition;

    @Enumerated(EnumType.STRING)
    private State state = State.IN_FORCE;

    @Column(length = 20000)
    private @Nullable String statement;

    private boolean renewed;

    private @Nullable String successorCase;

    private @Nullable String noticeFileId;

    private @Nullable LocalDate stoppedOn;

    private @Nullable String stopRemark;

    protected ExceptionTerm() {}

    ExceptionTerm(ReviewCase review, LocalDate beganOn, ExceptionClaim claim) {
        this.caseNumber = review.number();
        this.regionId = review.regionId();
        this.draftingUnitId = review.draftingUnitId();
        this.regulatorUnitId = review.regulatorUnitId();
        this.beganOn = beganOn;
        this.endsOn = claim.endsOn();
        this.endCondition = claim.endCondition();
    }

    /** Destroys what was said about it. */
    void destroy() {
        endCondition = "";
        statement = null;
        noticeFileId = null;
        stopRemark = null;
    }

    /** What the drafting unit says before the end: that it stops, that the condition is not met yet, or that it goes on. */
    Optional<Refusal> state(Reassessment decision, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.of(Refusal.at("statement", "exception.statementMissing"));
        }
        if (decision == Reassessment.CONDITION_NOT_MET && endsOn != null) {
            return Optional.of(Refusal.at("decision", "exception.endsOnADay"));
        }
        statement = text;
        renewed = decision == Reassessment.RENEW;
        return Optional.empty();
    }

    /** Whether the drafting unit last said that the exception is to go on. */
    boolean isRenewed() {
        return renewed;
    }

    void renewedBy(String newCase) {
        successorCase = newCase;
    }

    void succeed() {
        state = State.SUCCEEDED;
    }

    void notice(String fileId) {
        if (noticeFileId == null) {
            noticeFileId = fileId;
        }
    }

    Optional<Refusal> stop(LocalDate on, String remark, LocalDate today) {
        if (on.isAfter(today)) {
            return Optional.of(Refusal.at("servedOn", "exception.servedInTheFuture"));
        }
        state = State.STOPPED;
        stoppedOn = on;
        stopRemark = remark;
        return Optional.empty();
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String regionId() {
        return regionId;
    }

    public String draftingUnitId() {
        return draftingUnitId;
    }

    public String regulatorUnitId() {
        return regulatorUnitId;
    }

    public LocalDate beganOn() {
        return beganOn;
    }

    /** The last day; absent where a condition ends the exception. */
    public Optional<LocalDate> endsOn() {
        return Optional.ofNullable(endsOn);
    }

    public String endCondition() {
        return endCondition;
    }

    public State state() {
        return state;
    }

    public Optional<String> statement() {
        return Optional.ofNullable(statement);
    }

    /** The case in which the exception is reviewed again. */
    public Optional<String> successorCase() {
        return Optional.ofNullable(successorCase);
    }

    public Optional<String> noticeFileId() {
        return Optional.ofNullable(noticeFileId);
    }

    public Optional<LocalDate> stoppedOn() {
        return Optional.ofNullable(stoppedOn);
    }

    public Optional<String> stopRemark() {
        return Optional.ofNullable(stopRemark);
    }
}
