package org.fairreview.supervision.lead;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.fairreview.cleanup.LedgerKeys;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/** A measure that deserves a look (线索), found once or several times; decided once, with a reason. */
@Entity(name = "SupervisionLead")
@Table(name = "lead")
public class Lead {

    static final int LONGEST_REASON = 4_000;
    static final int LONGEST_REPORT = 20_000;
    static final int LONGEST_BODY = 200;

    /**
     * The decision as it is typed.
     *
     * @param handedTo the body that is competent, for {@link LeadDecision#HAND_ON}
     * @param into the number of the lead that goes on, for {@link LeadDecision#MERGE}
     */
    public record Decided(LeadDecision decision, String reason, String handedTo, String into) {}

    /**
     * What the check has shown, as it is typed.
     *
     * @param addresseeUnitId who gets the letter, for {@link CheckOutcome#LETTER}
     * @param handedTo the body that is competent, for {@link CheckOutcome#HANDED_ON}
     */
    public record Checked(CheckOutcome outcome, String report, String addresseeUnitId, String handedTo) {}

    @Id
    private String number;

    @Version
    private int revision;

    private String regionId;

    private String regulatorUnitId;

    private String title;

    private String titleKey;

    private String documentNumber;

    private String numberKey;

    private String issuer;

    private String issuerKey;

    private @Nullable String textFingerprint;

    private @Nullable String unitId;

    @Enumerated(EnumType.STRING)
    private LeadState state = LeadState.OPEN;

    private Instant openedAt;

    private Instant decideUntil;

    private @Nullable String earlier;

    @Enumerated(EnumType.STRING)
    private @Nullable LeadDecision decision;

    @Column(length = LONGEST_REASON)
    private String reason = "";

    private @Nullable String handedTo;

    private @Nullable String mergedInto;

    private @Nullable String decidedBy;

    private @Nullable Instant decidedAt;

    private @Nullable String checkedIn;

    @Enumerated(EnumType.STRING)
    private @Nullable CheckOutcome checkOutcome;

    @Column(length = LONGEST_REPORT)
    private @Nullable String checkReport;

    private @Nullable String addresseeUnitId;

    private @Nullable String checkedBy;

    private @Nullable Instant checkedAt;

    private @Nullable String letterNumber;

    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected Lead() {}

    Lead(String number, String regulatorUnitId, LeadFound found, Instant now, Instant decideUntil) {
        MeasureKeys keys = MeasureKeys.of(found);
        this.number = number;
        this.regionId = found.regionId();
        this.regulatorUnitId = regulatorUnitId;
        this.title = found.title();
        this.titleKey = keys.title();
        this.documentNumber = found.documentNumber();
        this.numberKey = keys.number();
        this.issuer = found.issuer();
        this.issuerKey = keys.issuer();
        this.textFingerprint = keys.fingerprint();
        this.unitId = found.unitId();
        this.openedAt = now;
        this.decideUntil = decideUntil;
    }

    MeasureKeys keys() {
        return new MeasureKeys(numberKey, titleKey, issuerKey, textFingerprint);
    }

    /** Another finding is about the same measure: what it knows and this one does not is taken over. */
    void learn(LeadFound found) {
        MeasureKeys keys = MeasureKeys.of(found);
        if (numberKey.isEmpty()) {
            documentNumber = found.documentNumber();
            numberKey = keys.number();
        }
        if (issuerKey.isEmpty()) {
            issuer = found.issuer();
            issuerKey = keys.issuer();
        }
        if (textFingerprint == null) {
            textFingerprint = keys.fingerprint();
        }
        if (unitId == null) {
            unitId = found.unitId();
        }
    }

    void follows(Lead before) {
        earlier = before.number;
    }

    Optional<Refusal> decide(Decided typed, String userId, Instant now) {
        if (state != LeadState.OPEN) {
            return Optional.of(Refusal.of("lead.decidedAlready"));
        }
        if (typed.reason().isBlank()) {
            return Optional.of(Refusal.at("reason", "lead.reasonMissing"));
        }
        if (typed.reason().length() > LONGEST_REASON) {
            return Optional.of(Refusal.at("reason", "lead.tooLong", LONGEST_REASON));
        }
        boolean handsOn = typed.decision() == LeadDecision.HAND_ON;
        Optional<Refusal> wrongBody = handsOn ? bodyMissing(typed.handedTo()) : Optional.empty();
        if (wrongBody.isPresent()) {
            return wrongBody;
        }
        decision = typed.decision();
        reason = typed.reason();
        handedTo = handsOn ? typed.handedTo() : null;
        mergedInto = typed.decision() == LeadDecision.MERGE ? typed.into() : null;
        decidedBy = userId;
        decidedAt = now;
        if (typed.decision() == LeadDecision.CHECK) {
            state = LeadState.CHECKING;
        } else {
            end(now);
        }
        return Optional.empty();
    }

    Optional<Refusal> check(Checked typed, String userId, Instant now) {
        if (state != LeadState.CHECKING) {
            return Optional.of(Refusal.of("lead.checkedAlready"));
        }
        if (typed.outcome() == CheckOutcome.LETTER && typed.addresseeUnitId().isBlank()) {
            return Optional.of(Refusal.at("addresseeUnit", "lead.addresseeMissing"));
        }
        boolean handsOn = typed.outcome() == CheckOutcome.HANDED_ON;
        Optional<Refusal> wrongBody = handsOn ? bodyMissing(typed.handedTo()) : Optional.empty();
        if (wrongBody.isPresent()) {
            return wrongBody;
        }
        checkOutcome = typed.outcome();
        checkReport = typed.report();
        addresseeUnitId = typed.outcome() == CheckOutcome.LETTER ? typed.addresseeUnitId() : null;
        handedTo = handsOn ? typed.handedTo() : handedTo;
        checkedBy = userId;
        checkedAt = now;
        end(now);
        return Optional.empty();
    }

    /** A matter verifies the measure: that is the decision about this lead, and its check. */
    void checkIn(String matter, String why, String userId, Instant now) {
        decision = LeadDecision.CHECK;
        reason = why;
        decidedBy = userId;
        decidedAt = now;
        checkedIn = matter;
        state = LeadState.CHECKING;
    }

    /** The matter that verified the measure is concluded. */
    void conclude(
            @Nullable CheckOutcome outcome, String report, @Nullable String addressee, String userId, Instant now) {
        checkOutcome = outcome;
        checkReport = report;
        addresseeUnitId = addressee;
        checkedBy = userId;
        checkedAt = now;
        end(now);
    }

    private static Optional<Refusal> bodyMissing(String handedTo) {
        if (handedTo.isBlank()) {
            return Optional.of(Refusal.at("handedTo", "lead.handedToMissing"));
        }
        return handedTo.length() > LONGEST_BODY
                ? Optional.of(Refusal.at("handedTo", "lead.tooLong", LONGEST_BODY))
                : Optional.empty();
    }

    private void end(Instant now) {
        state = LeadState.ENDED;
        endedAt = now;
    }

    void letterBegun(String letter) {
        letterNumber = letter;
    }

    /** The case that gave it its name was destroyed: it has another name from now on, and is told by that. */
    void call(String name, String itsNumber) {
        title = name;
        titleKey = LedgerKeys.title(name);
        documentNumber = itsNumber;
        numberKey = LedgerKeys.number(itsNumber);
        textFingerprint = null;
    }

    /** Whether it waits for its decision beyond the limit. */
    public boolean isLate(Instant now) {
        return state == LeadState.OPEN && now.isAfter(decideUntil);
    }

    public String number() {
        return number;
    }

    public String regionId() {
        return regionId;
    }

    public String regulatorUnitId() {
        return regulatorUnitId;
    }

    public String title() {
        return title;
    }

    public String documentNumber() {
        return documentNumber;
    }

    public String issuer() {
        return issuer;
    }

    public Optional<String> unitId() {
        return Optional.ofNullable(unitId);
    }

    public LeadState state() {
        return state;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Until when it is to be decided. */
    public Instant decideUntil() {
        return decideUntil;
    }

    /** The lead about the same measure that had ended before this one was found. */
    public Optional<String> earlier() {
        return Optional.ofNullable(earlier);
    }

    public Optional<LeadDecision> decision() {
        return Optional.ofNullable(decision);
    }

    public String reason() {
        return reason;
    }

    /** The body to which it was handed on, by the decision or by the check. */
    public Optional<String> handedTo() {
        return Optional.ofNullable(handedTo);
    }

    public Optional<String> mergedInto() {
        return Optional.ofNullable(mergedInto);
    }

    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    /** The number of the complaint whose verification is the check of this lead. */
    public Optional<String> checkedIn() {
        return Optional.ofNullable(checkedIn);
    }

    /** What the check has shown; absent too where a complaint was concluded with a fault that wants no letter. */
    public Optional<CheckOutcome> checkOutcome() {
        return Optional.ofNullable(checkOutcome);
    }

    public Optional<String> checkReport() {
        return Optional.ofNullable(checkReport);
    }

    public Optional<String> addresseeUnitId() {
        return Optional.ofNullable(addresseeUnitId);
    }

    public Optional<String> checkedBy() {
        return Optional.ofNullable(checkedBy);
    }

    public Optional<Instant> checkedAt() {
        return Optional.ofNullable(checkedAt);
    }

    /** The file number of the letter that came of it. */
    public Optional<String> letterNumber() {
        return Optional.ofNullable(letterNumber);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
