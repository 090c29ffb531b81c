package org.fairreview.cleanup;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fairreview.review.Disposition;
import org.fairreview.review.ExceptionClaim;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * One measure in a clean-up (清理事项): what its unit proposes, what the regulator says of it, what the issuing body
 * decides, and how that is carried out.
 */
@Entity
@Table(name = "legacy_case")
public class LegacyCase implements Persistable<String> {

    static final int LONGEST_REASON = 4_000;

    @Id
    private String number;

    @Version
    private @Nullable Integer revision;

    private String campaignNumber;

    private int place;

    private String measureId;

    private @Nullable String versionId;

    private String regionId;

    private String unitId;

    private @Nullable String issuerUnitId;

    private String regulatorUnitId;

    private String regime;

    @Enumerated(EnumType.STRING)
    private Occasion occasion;

    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private LegacyStage stage = LegacyStage.WAITING;

    private Instant stageSince;

    private @Nullable Instant openedAt;

    private boolean sampled;

    private @Nullable String drawnIn;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome proposal;

    @Column(length = 20000)
    private String proposalReason = "";

    @Embedded
    private @Nullable ExceptionClaim exception;

    private @Nullable String checkedBy;

    private @Nullable Instant checkedAt;

    private @Nullable String signedBy;

    private @Nullable Instant signedAt;

    private @Nullable String reviewedBy;

    private @Nullable Instant reviewedAt;

    @Column(length = 20000)
    private String reviewRemark = "";

    private boolean takenInBulk;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    @Column(length = 20000)
    private String outcomeReason = "";

    private String decisionNumber = "";

    private @Nullable LocalDate decidedOn;

    private @Nullable String decisionFileId;

    private @Nullable String decidedBy;

    private @Nullable Instant decidedAt;

    private @Nullable String revisionCase;

    private String announcementNumber = "";

    private @Nullable LocalDate announcedOn;

    private String announcementLink = "";

    private @Nullable String announcementFileId;

    private @Nullable String carriedOutBy;

    private @Nullable Instant carriedOutAt;

    private @Nullable String confirmedBy;

    private @Nullable Instant confirmedAt;

    private @Nullable Instant closedAt;

    @ElementCollection
    @CollectionTable(name = "legacy_return", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "line")
    private List<LegacyReturn> returns = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected LegacyCase() {}

    /**
     * A measure is taken into a clean-up.
     *
     * @param regime the standards by which it is checked
     * @param dueOn the day until which its unit checks it
     */
    LegacyCase(
            Campaign campaign,
            int place,
            MeasureInForce measure,
            Occasion occasion,
            String regime,
            LocalDate dueOn,
            Instant now) {
        this.number = "%s-%04d".formatted(campaign.number(), place);
        this.campaignNumber = campaign.number();
        this.place = place;
        this.measureId = measure.measureId();
        this.versionId = measure.versionId().orElse(null);
        this.regionId = campaign.regionId();
        this.unitId = measure.unitId();
        this.issuerUnitId = measure.issuerUnitId().orElse(null);
        this.regulatorUnitId = campaign.regulatorUnitId();
        this.regime = regime;
        this.occasion = occasion;
        this.dueOn = dueOn;
        this.stageSince = now;
    }

    @Override
    public String getId() {
        return number;
    }

    @Override
    public boolean isNew() {
        return revision == null;
    }

    private void turn(LegacyStage next, Instant now) {
        stage = next;
        stageSince = now;
        if (openedAt == null) {
            openedAt = now;
        }
    }

    // ---- the responsible unit

    /** Its process begins. */
    void open(Instant now) {
        turn(LegacyStage.CHECKING, now);
    }

    /** It was in a draw, and may have been drawn for a full check by the regulator. */
    void takePartIn(String draw, boolean drawn) {
        drawnIn = draw;
        sampled = sampled || drawn;
    }

    /** The deadline of its clean-up was put off. */
    void putOff(LocalDate later) {
        dueOn = later;
    }

    /** Its text was handed in. */
    void take(String version) {
        versionId = version;
    }

    /** The regulator wants it checked in full although it was not drawn; before the regulator has looked at it. */
    Optional<Refusal> addToSample() {
        if (stage.compareTo(LegacyStage.REVIEWING) >= 0) {
            return Optional.of(Refusal.of("legacy.sampleTooLate"));
        }
        sampled = true;
        return Optional.empty();
    }

    /** What the unit proposes, after it has checked the measure item by item. */
    Optional<Refusal> propose(
            Outcome what,
            String reason,
            @Nullable ExceptionClaim claim,
            List<LegacyFinding> findings,
            String userId,
            LocalDate today,
            Instant now) {
        if (stage != LegacyStage.CHECKING) {
            return Optional.of(Refusal.of("task.doneByOther"));
        }
        if (what == Outcome.KEEP && findings.stream().anyMatch(LegacyFinding::isOpen)) {
            return Optional.of(Refusal.at("proposal", "legacy.keepWithOpenFinding"));
        }
        if (what != Outcome.KEEP && reason.isBlank()) {
            return Optional.of(Refusal.at("proposalReason", "legacy.reasonMissing"));
        }
        boolean excepted = findings.stream().anyMatch(each -> each.disposition() == Disposition.EXCEPTED);
        if (excepted && what != Outcome.KEEP) {
            return Optional.of(Refusal.at("proposal", "legacy.exceptionOfWhatGoes"));
        }
        if (excepted) {
            Optional<Refusal> refusal = claim == null
                    ? Optional.of(Refusal.at("exceptionCase", "exception.caseMissing"))
                    : claim.check(today);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        proposal = what;
        proposalReason = reason;
        exception = excepted ? claim : null;
        checkedBy = userId;
        checkedAt = now;
        signedBy = null;
        signedAt = null;
        reviewedBy = null;
        reviewedAt = null;
        reviewRemark = "";
        takenInBulk = false;
        turn(LegacyStage.SIGNING, now);
        return Optional.empty();
    }

    /** The head of the unit signs the check, or gives it back; never who made it. */
    Optional<Refusal> sign(boolean agreed, String remark, String userId, Instant now) {
        if (stage != LegacyStage.SIGNING) {
            return Optional.of(Refusal.of("task.doneByOther"));
        }
        if (userId.equals(checkedBy)) {
            return Optional.of(Refusal.of("legacy.signedByChecker"));
        }
        if (!agreed) {
            return giveBack(remark, userId, now);
        }
        signedBy = userId;
        signedAt = now;
        turn(sampled ? LegacyStage.RECHECKING : LegacyStage.REVIEWING, now);
        return Optional.empty();
    }

    private Optional<Refusal> giveBack(String reason, String userId, Instant now) {
        if (reason.isBlank()) {
            return Optional.of(Refusal.at("remark", "legacy.returnReasonMissing"));
        }
        if (reason.length() > LONGEST_REASON) {
            return Optional.of(Refusal.at("remark", "legacy.returnReasonTooLong"));
        }
        returns.add(new LegacyReturn(stage, reason, userId, now));
        turn(LegacyStage.CHECKING, now);
        return Optional.empty();
    }

    // ---- the regulator

    /**
     * Why it may not be taken over together with others: only what its unit signed to stay in force, with text screened,
     * without an open finding, and outside of the sample.
     */
    public Optional<Refusal> objectionToBulk(boolean screened, List<LegacyFinding> findings) {
        if (stage != LegacyStage.REVIEWING || signedBy == null) {
            return Optional.of(Refusal.of(sampled ? "legacy.bulkSampled" : "legacy.bulkNotSigned"));
        }
        if (proposal != Outcome.KEEP) {
            return Optional.of(Refusal.of("legacy.bulkNotKept"));
        }
        if (findings.stream().anyMatch(LegacyFinding::isOpen)) {
            return Optional.of(Refusal.of("legacy.bulkOpenFinding"));
        }
        return screened ? Optional.empty() : Optional.of(Refusal.of("legacy.bulkUnscreened"));
    }

    /**
     * The regulator agrees with what the unit proposes, or gives it back with reasons (Measures 39, 40).
     *
     * @param findings of the unit, and in a full check those of the regulator
     */
    Optional<Refusal> review(
            boolean agreed, String remark, boolean inBulk, List<LegacyFinding> findings, String userId, Instant now) {
        if (stage != LegacyStage.REVIEWING && stage != LegacyStage.RECHECKING) {
            return Optional.of(Refusal.of("task.doneByOther"));
        }
        if (userId.equals(checkedBy) || userId.equals(signedBy)) {
            return Optional.of(Refusal.of("legacy.reviewedByOwn"));
        }
        if (!agreed) {
            return giveBack(remark, userId, now);
        }
        if (proposal == Outcome.KEEP && findings.stream().anyMatch(LegacyFinding::isOpen)) {
            return Optional.of(Refusal.at("agreed", "legacy.agreedWithOpenFinding"));
        }
        reviewedBy = userId;
        reviewedAt = now;
        reviewRemark = remark;
        takenInBulk = inBulk;
        turn(LegacyStage.DECIDING, now);
        return Optional.empty();
    }

    // ---- the issuing body

    /**
     * What the body that issued the measure decides.
     *
     * @param proof the paper of the decision; demanded where the issuing body has no account here
     * @param byIssuer whether a person of the issuing unit decides; a department cannot repeal what a government issued
     */
    Optional<Refusal> decide(
            Outcome what,
            String reason,
            DecisionPaper proof,
            boolean byIssuer,
            List<LegacyFinding> findings,
            String userId,
            LocalDate today,
            Instant now) {
        if (stage != LegacyStage.DECIDING) {
            return Optional.of(Refusal.of("task.doneByOther"));
        }
        if (what != proposal && reason.isBlank()) {
            return Optional.of(Refusal.at("outcomeReason", "legacy.otherOutcomeWithoutReason"));
        }
        if (what == Outcome.KEEP && findings.stream().anyMatch(LegacyFinding::isOpen)) {
            return Optional.of(Refusal.at("outcome", "legacy.keepWithOpenFinding"));
        }
        Optional<Refusal> refusal = proof.check(!byIssuer, today);
        if (refusal.isPresent()) {
            return refusal;
        }
        outcome = what;
        outcomeReason = reason;
        decisionNumber = proof.number();
        decidedOn = Objects.requireNonNullElse(proof.on(), today);
        decisionFileId = proof.fileId();
        decidedBy = userId;
        decidedAt = now;
        if (what == Outcome.KEEP) {
            close(now);
        } else {
            turn(what == Outcome.REVISE ? LegacyStage.REVISING : LegacyStage.ANNOUNCING, now);
        }
        return Optional.empty();
    }

    /** The issuing body does not decide on the proposal, which goes back to the unit. */
    Optional<Refusal> refuseToDecide(String reason, String userId, Instant now) {
        return stage == LegacyStage.DECIDING
                ? giveBack(reason, userId, now)
                : Optional.of(Refusal.of("task.doneByOther"));
    }

    // ---- carried out

    /** The revision is under review as a new measure. */
    void reviseIn(String reviewCase) {
        revisionCase = reviewCase;
    }

    /** The review of the revision has ended; without an issue, the unit begins anew. */
    void revised(boolean issued, String by, Instant now) {
        if (issued) {
            carriedOutBy = by;
            carriedOutAt = now;
            turn(LegacyStage.CONFIRMING, now);
        }
    }

    /** The public was told that the measure is no longer in force. */
    Optional<Refusal> announce(DecisionPaper notice, String link, String userId, LocalDate today, Instant now) {
        if (stage != LegacyStage.ANNOUNCING) {
            return Optional.of(Refusal.of("task.doneByOther"));
        }
        Optional<Refusal> refusal = notice.checkAnnouncement(today);
        if (refusal.isPresent()) {
            return refusal;
        }
        announcementNumber = notice.number();
        announcedOn = notice.on();
        announcementFileId = notice.fileId();
        announcementLink = link;
        carriedOutBy = userId;
        carriedOutAt = now;
        turn(LegacyStage.CONFIRMING, now);
        return Optional.empty();
    }

    /** The regulator confirms that it was carried out, or has it done again. */
    Optional<Refusal> confirm(boolean done, String remark, String userId, Instant now) {
        if (stage != LegacyStage.CONFIRMING) {
            return Optional.of(Refusal.of("task.doneByOther"));
        }
        if (!done) {
            if (remark.isBlank()) {
                return Optional.of(Refusal.at("remark", "legacy.returnReasonMissing"));
            }
            returns.add(new LegacyReturn(stage, remark, userId, now));
            turn(outcome == Outcome.REVISE ? LegacyStage.REVISING : LegacyStage.ANNOUNCING, now);
            return Optional.empty();
        }
        confirmedBy = userId;
        confirmedAt = now;
        close(now);
        return Optional.empty();
    }

    private void close(Instant now) {
        closedAt = now;
        turn(LegacyStage.CLOSED, now);
    }

    // ---- what it says

    public String number() {
        return number;
    }

    public String campaignNumber() {
        return campaignNumber;
    }

    /** Its place in the clean-up, from 1. */
    public int place() {
        return place;
    }

    public String measureId() {
        return measureId;
    }

    public Optional<String> versionId() {
        return Optional.ofNullable(versionId);
    }

    public String regionId() {
        return regionId;
    }

    /** The unit that checks and carries out. */
    public String unitId() {
        return unitId;
    }

    public Optional<String> issuerUnitId() {
        return Optional.ofNullable(issuerUnitId);
    }

    public String regulatorUnitId() {
        return regulatorUnitId;
    }

    /** The standards by which it is checked: those of its clean-up. */
    public String regime() {
        return regime;
    }

    public Occasion occasion() {
        return occasion;
    }

    /** The day until which the unit checks it. */
    public LocalDate dueOn() {
        return dueOn;
    }

    public LegacyStage stage() {
        return stage;
    }

    public Instant stageSince() {
        return stageSince;
    }

    public boolean isClosed() {
        return stage == LegacyStage.CLOSED;
    }

    /** Whether it was drawn for a full check by the regulator. */
    public boolean isSampled() {
        return sampled;
    }

    public Optional<Outcome> proposal() {
        return Optional.ofNullable(proposal);
    }

    public String proposalReason() {
        return proposalReason;
    }

    public Optional<ExceptionClaim> exception() {
        return Optional.ofNullable(exception).filter(claim -> claim.exceptionCase() != null);
    }

    public Optional<String> checkedBy() {
        return Optional.ofNullable(checkedBy);
    }

    public Optional<Instant> checkedAt() {
        return Optional.ofNullable(checkedAt);
    }

    public Optional<String> signedBy() {
        return Optional.ofNullable(signedBy);
    }

    public Optional<Instant> signedAt() {
        return Optional.ofNullable(signedAt);
    }

    public Optional<String> reviewedBy() {
        return Optional.ofNullable(reviewedBy);
    }

    public Optional<Instant> reviewedAt() {
        return Optional.ofNullable(reviewedAt);
    }

    public String reviewRemark() {
        return reviewRemark;
    }

    public boolean isTakenInBulk() {
        return takenInBulk;
    }

    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public String outcomeReason() {
        return outcomeReason;
    }

    public String decisionNumber() {
        return decisionNumber;
    }

    public Optional<LocalDate> decidedOn() {
        return Optional.ofNullable(decidedOn);
    }

    public Optional<String> decisionFileId() {
        return Optional.ofNullable(decisionFileId);
    }

    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    /** The review in which the revision is examined as a new measure. */
    public Optional<String> revisionCase() {
        return Optional.ofNullable(revisionCase);
    }

    public String announcementNumber() {
        return announcementNumber;
    }

    public Optional<LocalDate> announcedOn() {
        return Optional.ofNullable(announcedOn);
    }

    public String announcementLink() {
        return announcementLink;
    }

    public Optional<String> announcementFileId() {
        return Optional.ofNullable(announcementFileId);
    }

    public Optional<String> carriedOutBy() {
        return Optional.ofNullable(carriedOutBy);
    }

    public Optional<Instant> carriedOutAt() {
        return Optional.ofNullable(carriedOutAt);
    }

    public Optional<String> confirmedBy() {
        return Optional.ofNullable(confirmedBy);
    }

    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** How often and why it was given back, oldest first. */
    public List<LegacyReturn> returns() {
        return List.copyOf(returns);
    }
}
