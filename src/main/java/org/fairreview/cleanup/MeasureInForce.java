package org.fairreview.cleanup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A measure in the register of what is in force (现行有效政策措施台账): its number and days, whose it is, and when it is
 * looked at next.
 */
@Entity
@Table(name = "measure_in_force")
public class MeasureInForce {

    /** Whether it is in force. */
    public enum State {
        /** 现行有效. */
        IN_FORCE,
        /** 已修订: another text took its place. */
        REVISED,
        /** 已废止. */
        REPEALED,
        /** 已失效. */
        LAPSED,
        /** 停止执行. */
        SUSPENDED;

        static State after(Outcome outcome) {
            return switch (outcome) {
                case KEEP -> IN_FORCE;
                case REVISE -> REVISED;
                case REPEAL -> REPEALED;
                case LAPSE -> LAPSED;
                case SUSPEND -> SUSPENDED;
            };
        }
    }

    /** How it came into the register. */
    public enum Origin {
        /** 由表格导入. */
        IMPORTED,
        /** 审查后出台. */
        REVIEWED
    }

    @Id
    private String measureId;

    @Version
    private int revision;

    private String regionId;

    private String unitId;

    private @Nullable String issuerUnitId;

    private String title;

    private String titleKey;

    private String documentNumber;

    private String numberKey;

    private @Nullable LocalDate issuedOn;

    private @Nullable LocalDate validUntil;

    private String link;

    private @Nullable String versionId;

    private @Nullable String textFingerprint;

    @Enumerated(EnumType.STRING)
    private State state = State.IN_FORCE;

    private LocalDate stateSince;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    private @Nullable String originCase;

    private @Nullable LocalDate evaluatedOn;

    private @Nullable LocalDate nextEvaluationOn;

    private @Nullable LocalDate exceptionUntil;

    @Column(length = 4000)
    private String exceptionCondition = "";

    private @Nullable String exceptionCase;

    private @Nullable LocalDate expiryLookedAt;

    private @Nullable LocalDate exceptionLookedAt;

    private @Nullable String enteredBy;

    private Instant enteredAt;

    @SuppressWarnings("NullAway.Init")
    protected MeasureInForce() {}

    MeasureInForce(EntryInForce entry, Origin origin, LocalDate today, Instant now) {
        this.measureId = entry.measureId();
        this.regionId = entry.regionId();
        this.unitId = entry.unitId();
        this.issuerUnitId = entry.issuerUnitId();
        this.title = entry.title();
        this.titleKey = LedgerKeys.title(entry.title());
        this.documentNumber = entry.documentNumber();
        this.numberKey = LedgerKeys.number(entry.documentNumber());
        this.issuedOn = entry.issuedOn();
        this.validUntil = entry.validUntil();
        this.link = entry.link();
        this.versionId = entry.versionId();
        this.textFingerprint = entry.textFingerprint();
        this.origin = origin;
        this.originCase = entry.originCase();
        this.stateSince = entry.issuedOn() == null ? today : entry.issuedOn();
        this.nextEvaluationOn = entry.nextEvaluationOn();
        this.enteredBy = entry.enteredBy();
        this.enteredAt = now;
    }

    /** Its text was handed in. */
    void take(String version, String fingerprint) {
        versionId = version;
        textFingerprint = fingerprint;
    }

    /** The measure was looked at and stays in force; an earlier exception is over. */
    void keep(LocalDate on, LocalDate next) {
        evaluatedOn = on;
        nextEvaluationOn = next;
        exceptionUntil = null;
        exceptionCondition = "";
        exceptionCase = null;
    }

    /** It stays in force under an exception (Measures 25), until its last day or until a condition is met. */
    void except(@Nullable LocalDate until, String condition, String caseNumber) {
        exceptionUntil = until;
        exceptionCondition = condition;
        exceptionCase = caseNumber;
    }

    void leave(State after, LocalDate on) {
        state = after;
        stateSince = on;
        nextEvaluationOn = null;
        exceptionUntil = null;
        exceptionCondition = "";
        exceptionCase = null;
    }

    /** A case is opened for the occasion; once for each end. */
    void lookedAt(Occasion occasion) {
        switch (occasion) {
            case EXPIRY -> expiryLookedAt = validUntil;
            case EXCEPTION_END -> exceptionLookedAt = exceptionUntil;
            case EVALUATION -> nextEvaluationOn = null;
            case CAMPAIGN -> {
                // a clean-up looks at everything, whenever it is due
            }
        }
    }

    /** Its validity is prolonged to a later day; one that ended long ago can still be prolonged, from today on. */
    Optional<Refusal> extend(LocalDate until, LocalDate today) {
        if (!isInForce()) {
            return Optional.of(Refusal.of("register.notInForce"));
        }
        if (validUntil == null) {
            return Optional.of(Refusal.of("register.noEnd"));
        }
        if (until.isBefore(today)) {
            return Optional.of(Refusal.at("until", "register.untilPassed"));
        }
        if (!until.isAfter(validUntil)) {
            return Optional.of(Refusal.at("until", "register.untilNotLater"));
        }
        validUntil = until;
        return Optional.empty();
    }

    /** Whether it is in force though its validity has ended. */
    public boolean isExpired(LocalDate today) {
        return isInForce() && validUntil != null && validUntil.isBefore(today);
    }

    /** Whether the end of its validity comes until the day, and nobody has looked at it for that. */
    boolean expiresUntil(LocalDate day) {
        return validUntil != null && !validUntil.isAfter(day) && !validUntil.equals(expiryLookedAt);
    }

    /** Whether the end of its exception comes until the day, and nobody has looked at it for that. */
    boolean exceptionEndsUntil(LocalDate day) {
        return exceptionUntil != null && !exceptionUntil.isAfter(day) && !exceptionUntil.equals(exceptionLookedAt);
    }

    public boolean isInForce() {
        return state == State.IN_FORCE;
    }

    public String measureId() {
        return measureId;
    }

    public String regionId() {
        return regionId;
    }

    /** The unit that answers for it: the one that drafted it, or carries it out. */
    public String unitId() {
        return unitId;
    }

    /** The issuing unit; absent where a government, a congress or nobody known here issued it. */
    public Optional<String> issuerUnitId() {
        return Optional.ofNullable(issuerUnitId);
    }

    public String title() {
        return title;
    }

    public String documentNumber() {
        return documentNumber;
    }

    public Optional<LocalDate> issuedOn() {
        return Optional.ofNullable(issuedOn);
    }

    /** The last day of its validity; absent where it has none. */
    public Optional<LocalDate> validUntil() {
        return Optional.ofNullable(validUntil);
    }

    public String link() {
        return link;
    }

    /** Its text; absent where none was handed in. */
    public Optional<String> versionId() {
        return Optional.ofNullable(versionId);
    }

    public Optional<String> textFingerprint() {
        return Optional.ofNullable(textFingerprint);
    }

    public State state() {
        return state;
    }

    public LocalDate stateSince() {
        return stateSince;
    }

    public Origin origin() {
        return origin;
    }

    /** The case after which it was issued, or the clean-up with which it came. */
    public Optional<String> originCase() {
        return Optional.ofNullable(originCase);
    }

    public Optional<LocalDate> evaluatedOn() {
        return Optional.ofNullable(evaluatedOn);
    }

    public Optional<LocalDate> nextEvaluationOn() {
        return Optional.ofNullable(nextEvaluationOn);
    }

    public Optional<LocalDate> exceptionUntil() {
        return Optional.ofNullable(exceptionUntil);
    }

    public String exceptionCondition() {
        return exceptionCondition;
    }

    /** The case of the clean-up that allowed the exception. */
    public Optional<String> exceptionCase() {
        return Optional.ofNullable(exceptionCase);
    }

    public Optional<String> enteredBy() {
        return Optional.ofNullable(enteredBy);
    }

    public Instant enteredAt() {
        return enteredAt;
    }
}
