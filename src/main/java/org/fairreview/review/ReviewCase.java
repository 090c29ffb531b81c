package org.fairreview.review;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The review of one measure (审查案件): by the market-regulation department together with the drafting unit (Reg. 14), or
 * by the drafting unit itself (Reg. 13).
 *
 * <p>Each version that is reviewed is a round with findings of its own; a conclusion belongs to the version of its round.
 *
 * <p>It moves by verbs that check the stage; what is refused comes back as a value and changes nothing.
 */
@Entity
@Table(name = "review_case")
public class ReviewCase {

    /** Fair-competition review began in June 2016; no measure that went through it is older. */
    private static final LocalDate BEGINNING = LocalDate.of(2016, 6, 1);

    @Id
    private String number;

    @Version
    private int revision;

    private String measureId;

    private String versionId;

    private String regionId;

    private String draftingUnitId;

    private String regulatorUnitId;

    private String submittedBy;

    private Instant submittedAt;

    private @Nullable LocalDate receivedOn;

    private @Nullable String renewalOf;

    @Enumerated(EnumType.STRING)
    private Stage stage = Stage.SUBMITTED;

    private String regime;

    @Enumerated(EnumType.STRING)
    private ReviewRoute route;

    private boolean onBehalf;

    @Column(name = "review_round")
    private int round = 1;

    private @Nullable Instant acceptedAt;

    @Column(length = 4000)
    private @Nullable String supplementAsked;

    @Column(length = 20000)
    private @Nullable String changeAsked;

    private @Nullable String reviewerId;

    @Embedded
    private @Nullable ConclusionDraft draft;

    @Embedded
    private @Nullable ExceptionClaim exception;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "case_signing_step", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "place")
    private List<SigningStep> chain = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "case_signature", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "place")
    private List<Signature> signatures = new ArrayList<>();

    private int signingStep;

    private @Nullable Instant signedOffAt;

    private @Nullable String documentNumber;

    private @Nullable String documentFileId;

    private @Nullable String documentSha256;

    private @Nullable String templateVersion;

    private @Nullable String sealedFileId;

    private @Nullable LocalDate sealedOn;

    private @Nullable LocalDate deliveredOn;

    private @Nullable String deliveredTo;

    @Enumerated(EnumType.STRING)
    private @Nullable DeliveryWay deliveryWay;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "case_conclusion", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "place")
    private List<PastConclusion> pastConclusions = new ArrayList<>();

    @Embedded
    private @Nullable Issue issue;

    @Enumerated(EnumType.STRING)
    private @Nullable CaseEnd caseEnd;

    @Column(length = 4000)
    private @Nullable String endReason;

    private @Nullable Instant endedAt;

    private @Nullable Instant destroyedAt;

    protected ReviewCase() {}

    /**
     * @param submittedBy who submitted: the drafting unit's person, or the clerk who registered it for the unit
     * @param onBehalf whether the clerk did (代为登记)
     */
    ReviewCase(
            String number,
            String measureId,
            String versionId,
            Parties parties,
            ReviewRoute route,
            String submittedBy,
            boolean onBehalf,
            Instant submittedAt,
            String regime) {
        this.number = number;
        this.measureId = measureId;
        this.versionId = versionId;
        this.regionId = parties.regionId();
        this.draftingUnitId = parties.draftingUnitId();
        this.regulatorUnitId = parties.regulatorUnitId();
        this.route = route;
        this.submittedBy = submittedBy;
        this.onBehalf = onBehalf;
        this.submittedAt = submittedAt;
        this.regime = regime;
        this.stage = route == ReviewRoute.OWN ? Stage.IN_REVIEW : Stage.SUBMITTED;
    }

    void receivedOn(LocalDate day) {
        receivedOn = day;
    }

    void renewalOf(String earlierCase) {
        renewalOf = earlierCase;
    }

    /**
     * Destroys what was said in the case, whose term of retention is over; what a register tells stays: parties, days,
     * route, conclusion, numbers.
     */
    void destroy(Instant now) {
        require(Stage.CLOSED);
        supplementAsked = null;
        changeAsked = null;
        draft = draft == null ? null : new ConclusionDraft(draft.conclusion(), "", "", "", "");
        exception = null;
        signatures.clear();
        pastConclusions.replaceAll(PastConclusion::destroyed);
        documentFileId = null;
        sealedFileId = null;
        deliveredTo = null;
        endReason = null;
        if (issue != null) {
            issue = new Issue(issue.number(), issue.issuedOn(), "", "", issue.passagesDeviating(), issue.tooEarly());
        }
        destroyedAt = now;
    }

    // ---- receipt

    /**
     * Takes the file as complete.
     *
     * <p>A measure on which nobody was heard is not reviewed until that is done (Measures 28, 31; Q&A no. 12); only for
     * agreements with a business hearing may be left out, with a note (Q&A second batch no. 6).
     */
    Optional<Refusal> accept(boolean heardOrExempt, Instant now) {
        require(Stage.SUBMITTED);
        if (!heardOrExempt) {
            return Optional.of(Refusal.at("decision", "receipt.notHeard"));
        }
        stage = Stage.ACCEPTED;
        acceptedAt = now;
        return Optional.empty();
    }

    /** Asks for what is missing (补正, Measures 31). */
    Optional<Refusal> askSupplement(@Nullable String missing) {
        return ask(missing, Stage.SUPPLEMENT_ASKED, "receipt.missingNotSaid");
    }

    /** Stops the review until interested parties are heard (中止, Q&A no. 12). */
    Optional<Refusal> suspend(@Nullable String why) {
        return ask(why, Stage.SUSPENDED, "receipt.suspensionNotSaid");
    }

    private Optional<Refusal> ask(@Nullable String what, Stage next, String unsaid) {
        require(Stage.SUBMITTED);
        if (what == null || what.isBlank()) {
            return Optional.of(Refusal.at("missing", unsaid));
        }
        stage = next;
        supplementAsked = what;
        return Optional.empty();
    }

    /** The drafting unit did not supply in time what was asked for. */
    void supplementOverdue() {
        require(Stage.SUPPLEMENT_ASKED, Stage.SUSPENDED);
        stage = Stage.SUPPLEMENT_OVERDUE;
    }

    /** Gives the drafting unit another period to supply what was asked for. */
    void extendSupplement(boolean hearing) {
        require(Stage.SUPPLEMENT_OVERDUE);
        stage = hearing ? Stage.SUSPENDED : Stage.SUPPLEMENT_ASKED;
    }

    /** Sends the file back: a supplement was asked for and did not complete it (退回, Measures 31). */
    Optional<Refusal> returnToDrafter(@Nullable String reason, Instant now) {
        require(Stage.SUBMITTED, Stage.SUPPLEMENT_OVERDUE);
        if (supplementAsked == null) {
            return Optional.of(Refusal.at("decision", "receipt.returnedBeforeSupplement"));
        }
        return close(CaseEnd.RETURNED, "missing", reason, "receipt.returnNotSaid", now);
    }

    Optional<Refusal> putOutOfScope(@Nullable String reason, Instant now) {
        require(Stage.SUBMITTED);
        return close(CaseEnd.OUT_OF_SCOPE, "missing", reason, "receipt.outOfScopeNotSaid", now);
    }

    /**
     * Takes the version that the drafting unit supplied.
     *
     * @param heard whether interested parties were heard, with evidence among the files
     */
    Optional<Refusal> supplement(String newVersionId, boolean heard) {
        require(Stage.SUPPLEMENT_ASKED, Stage.SUSPENDED);
        if (stage == Stage.SUSPENDED && !heard) {
            return Optional.of(Refusal.at("heard", "submission.evidenceOfHearingMissing"));
        }
        versionId = newVersionId;
        stage = Stage.SUBMITTED;
        return Optional.empty();
    }

    // ---- review

    Optional<Refusal> assign(String userId) {
        require(Stage.ACCEPTED);
        if (isOwnMeasureOf(userId)) {
            return Optional.of(Refusal.at("reviewer", "review.ownMeasure"));
        }
        reviewerId = userId;
        stage = Stage.IN_REVIEW;
        return Optional.empty();
    }

    /** In a joint review nobody reviews what that person submitted; the clerk who registered it for a unit did not draft it. */
    boolean isOwnMeasureOf(String userId) {
        return route == ReviewRoute.JOINT && !onBehalf && userId.equals(submittedBy);
    }

    /**
     * The reviewer on the task, the one assigned or the colleague who took the task over, has reviewed the text by the
     * standards in force.
     */
    void reviewed(String userId, String regimeInForce) {
        require(Stage.IN_REVIEW);
        reviewerId = userId;
        regime = regimeInForce;
        stage = Stage.DRAFTING;
    }

    void reviewAgain() {
        require(Stage.DRAFTING);
        stage = Stage.IN_REVIEW;
    }

    /** Asks the drafting unit to change the text before anything is concluded (Q&A no. 14). */
    Optional<Refusal> askChange(String userId, @Nullable String what) {
        require(Stage.DRAFTING);
        if (what == null || what.isBlank()) {
            return Optional.of(Refusal.at("changeAsked", "conclusion.changeNotSaid"));
        }
        reviewerId = userId;
        changeAsked = what;
        stage = Stage.AMENDING;
        return Optional.empty();
    }

    /** Takes the version that the drafting unit changed during the review: the next round begins. */
    void amend(String newVersionId) {
        require(Stage.AMENDING);
        versionId = newVersionId;
        round++;
        stage = Stage.IN_REVIEW;
    }

    /**
     * Sends the draft into the signing chain.
     *
     * @param claim the exception, where the conclusion is one
     * @param regimeInForce the regime of the day: a conclusion stands under the standards of its own day
     */
    Optional<Refusal> conclude(
            String userId,
            ConclusionDraft text,
            @Nullable ExceptionClaim claim,
            List<Finding> findings,
            List<SigningStep> steps,
            String regimeInForce,
            LocalDate today) {
        require(Stage.DRAFTING);
        if (isOwnMeasureOf(userId)) {
            return Optional.of(Refusal.of("review.ownMeasure"));
        }
        if (!isReviewedUnder(regimeInForce)) {
            return Optional.of(Refusal.at("step", "conclusion.standardsChanged"));
        }
        Optional<Refusal> refusal = ConclusionRules.check(text, claim, findings, today);
        if (refusal.isPresent()) {
            return refusal;
        }
        reviewerId = userId;
        draft = text;
        exception = text.conclusion() == Conclusion.EXCEPTION ? claim : null;
        chain = new ArrayList<>(steps);
        signingStep = 0;
        stage = Stage.SIGNING;
        return Optional.empty();
    }

    /**
     * A signer of the chain agrees, or sends back to an earlier place.
     *
     * @param backTo the step to go back to, counted from 0; -1 is the reviewer
     * @param regimeInForce the regime of the day: nobody agrees to what was reviewed by standards of another one
     */
    Optional<Refusal> sign(
            String userId, boolean agreed, String remark, int backTo, String regimeInForce, Instant now) {
        require(Stage.SIGNING);
        Optional<Refusal> refusal = mayNotSign(userId);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (agreed && !isReviewedUnder(regimeInForce)) {
            return Optional.of(Refusal.at("agreed", "signing.standardsChanged"));
        }
        String label = chain.get(signingStep).label();
        if (agreed) {
            signatures.add(new Signature(signingStep, label, userId, true, remark, now, true));
            signingStep++;
            if (signingStep == chain.size()) {
                stage = Stage.SIGNED;
                signedOffAt = now;
            }
            return Optional.empty();
        }
        if (remark.isBlank()) {
            return Optional.of(Refusal.at("remark", "signing.reasonMissing"));
        }
        if (backTo < -1 || backTo >= signingStep) {
            return Optional.of(Refusal.at("backTo", "signing.noEarlierPlace"));
        }
        signatures.replaceAll(signature -> signature.step() >= backTo ? signature.voided() : signature);
        signatures.add(new Signature(signingStep, label, userId, false, remark, now, true));
        signingStep = Math.max(backTo, 0);
        if (backTo == -1) {
            stage = Stage.DRAFTING;
        }
        return Optional.empty();
    }

    /** Whether the person would be refused at the task for which the case waits: as its submitter, drafter or signer. */
    boolean bars(String userId) {
        return switch (stage) {
            case SIGNING -> mayNotSign(userId).isPresent();
            case ACCEPTED, IN_REVIEW, DRAFTING -> isOwnMeasureOf(userId);
            default -> false;
        };
    }

    /** No person acts twice in one signing chain, and none signs what that person drafted or submitted. */
    private Optional<Refusal> mayNotSign(String userId) {
        if (userId.equals(reviewerId)) {
            return Optional.of(Refusal.of("signing.ownDraft"));
        }
        if (!onBehalf && userId.equals(submittedBy)) {
            return Optional.of(Refusal.of("review.ownMeasure"));
        }
        boolean signedAlready = signatures.stream()
                .anyMatch(signature -> signature.stands()
                        && signature.step() != signingStep
                        && signature.userId().equals(userId));
        return signedAlready ? Optional.of(Refusal.of("signing.twice")) : Optional.empty();
    }

    SigningOutcome signingOutcome() {
        return switch (stage) {
            case SIGNING -> SigningOutcome.TO_SIGNER;
            case DRAFTING -> SigningOutcome.TO_REVIEWER;
            default -> SigningOutcome.SIGNED_OFF;
        };
    }

    /** The step that signs next. */
    SigningStep nextStep() {
        require(Stage.SIGNING);
        return chain.get(signingStep);
    }

    void number(String allotted) {
        require(Stage.SIGNED);
        if (documentNumber == null) {
            documentNumber = allotted;
        }
    }

    /** Freezes the conclusion document; what is frozen never changes. */
    void freeze(String fileId, String sha256, String template) {
        require(Stage.SIGNED);
        if (documentFileId != null) {
            throw new IllegalStateException("The conclusion document of %s is frozen".formatted(number));
        }
        documentFileId = fileId;
        documentSha256 = sha256;
        templateVersion = template;
    }

    Optional<Refusal> seal(LocalDate on, String scanFileId, LocalDate signedOff, LocalDate today) {
        require(Stage.SIGNED);
        if (on.isBefore(signedOff)) {
            return Optional.of(Refusal.at("sealedOn", "sealing.beforeSigning"));
        }
        if (on.isAfter(today)) {
            return Optional.of(Refusal.at("sealedOn", "sealing.inTheFuture"));
        }
        sealedOn = on;
        sealedFileId = scanFileId;
        stage = Stage.SEALED;
        if (route == ReviewRoute.OWN) {
            hold(on);
        }
        return Optional.empty();
    }

    Optional<Refusal> deliver(LocalDate on, String to, DeliveryWay way, LocalDate today) {
        require(Stage.SEALED);
        if (on.isAfter(today)) {
            return Optional.of(Refusal.at("deliveredOn", "delivery.inTheFuture"));
        }
        if (sealedOn != null && on.isBefore(sealedOn)) {
            return Optional.of(Refusal.at("deliveredOn", "delivery.beforeSealing"));
        }
        deliveredTo = to;
        deliveryWay = way;
        hold(on);
        return Optional.empty();
    }

    /** The conclusion is in the drafting unit's hand; the unit's own one is so when it is sealed. */
    private void hold(LocalDate on) {
        deliveredOn = on;
        stage = draft().orElseThrow().conclusion().allowsIssue() ? Stage.DELIVERED : Stage.TO_REVISE;
    }

    // ---- after the conclusion

    /** Takes the measure's next version for review; what was concluded stays on record with its version. */
    void resubmit(String newVersionId) {
        require(Stage.TO_REVISE);
        ConclusionDraft concluded = draft().orElseThrow();
        pastConclusions.add(new PastConclusion(
                round,
                versionId,
                concluded.conclusion(),
                documentNumber,
                documentFileId,
                documentSha256,
                sealedFileId,
                signedOffAt().orElseThrow(),
                deliveredOn,
                concluded.conclusion().allowsIssue(),
                changeAsked().orElse("")));
        versionId = newVersionId;
        round++;
        stage = route == ReviewRoute.OWN ? Stage.IN_REVIEW : Stage.SUBMITTED;
        supplementAsked = null;
        changeAsked = null;
        draft = null;
        exception = null;
        chain.clear();
        signatures.clear();
        signingStep = 0;
        signedOffAt = null;
        documentNumber = null;
        documentFileId = null;
        documentSha256 = null;
        templateVersion = null;
        sealedFileId = null;
        sealedOn = null;
        deliveredOn = null;
        deliveredTo = null;
        deliveryWay = null;
    }

    /** The content is changed materially: the conclusion holds no longer, the measure is reviewed again (Measures 27). */
    Optional<Refusal> changeMaterially(@Nullable String reason) {
        require(Stage.DELIVERED);
        if (reason == null || reason.isBlank()) {
            return Optional.of(Refusal.at("reason", "issue.changeNotSaid"));
        }
        changeAsked = reason;
        stage = Stage.TO_REVISE;
        return Optional.empty();
    }

    /**
     * Registers the issue of the measure.
     *
     * <p>None without a conclusion that allows it, for the version that was reviewed (Reg. 18, Measures 34).
     */
    Optional<Refusal> issue(Issue how, LocalDate today, Instant now) {
        if (stage != Stage.DELIVERED || !conclusion().orElseThrow().allowsIssue()) {
            return Optional.of(Refusal.of("issue.noValidConclusion"));
        }
        if (how.issuedOn().isAfter(today)) {
            return Optional.of(Refusal.at("issuedOn", "issue.inTheFuture"));
        }
        if (how.issuedOn().isBefore(BEGINNING)) {
            return Optional.of(Refusal.at("issuedOn", "issue.tooLongAgo"));
        }
        if (exception != null
                && exception.endsOn() != null
                && exception.endsOn().isBefore(how.issuedOn())) {
            return Optional.of(Refusal.at("issuedOn", "issue.exceptionEnded"));
        }
        issue = how;
        end(CaseEnd.ISSUED, "", now);
        return Optional.empty();
    }

    Optional<Refusal> giveUp(@Nullable String reason, Instant now) {
        require(Stage.DELIVERED, Stage.TO_REVISE);
        return close(CaseEnd.NOT_ISSUED, "reason", reason, "issue.giveUpNotSaid", now);
    }

    /** The drafting unit takes the measure back, as long as no conclusion is signed off. */
    Optional<Refusal> withdraw(@Nullable String reason, Instant now) {
        if (!mayBeWithdrawn()) {
            return Optional.of(Refusal.of("withdrawal.tooLate"));
        }
        return close(CaseEnd.WITHDRAWN, "reason", reason, "withdrawal.reasonMissing", now);
    }

    public boolean mayBeWithdrawn() {
        return stage.allowsWithdrawal();
    }

    private Optional<Refusal> close(CaseEnd how, String field, @Nullable String reason, String unsaid, Instant now) {
        if (reason == null || reason.isBlank()) {
            return Optional.of(Refusal.at(field, unsaid));
        }
        end(how, reason, now);
        return Optional.empty();
    }

    /** The case ends at once: what the drafting unit stated is not within the scope of review (Reg. 2). */
    void closeOutOfScope(String reason, Instant now) {
        require(Stage.SUBMITTED);
        end(CaseEnd.OUT_OF_SCOPE, reason, now);
    }

    private void end(CaseEnd how, String reason, Instant now) {
        stage = Stage.CLOSED;
        caseEnd = how;
        endReason = reason;
        endedAt = now;
    }

    private void require(Stage... expected) {
        if (!Set.of(expected).contains(stage)) {
            throw new IllegalStateException(
                    "Case %s is %s, not %s".formatted(number, stage, Arrays.toString(expected)));
        }
    }

    public String number() {
        return number;
    }

    public String measureId() {
        return measureId;
    }

    /** The version under review: the one that the conclusion belongs to. */
    public String versionId() {
        return versionId;
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

    public String submittedBy() {
        return submittedBy;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    /** When the file arrived: the day of submission, or of the paper that a clerk registered; absent in old cases. */
    public Optional<LocalDate> receivedOn() {
        return Optional.ofNullable(receivedOn);
    }

    /** The case whose exception is reviewed again here: the measure is issued already. */
    public Optional<String> renewalOf() {
        return Optional.ofNullable(renewalOf);
    }

    public Stage stage() {
        return stage;
    }

    public ReviewRoute route() {
        return route;
    }

    /** Whether the clerk registered it for a unit without accounts (代为登记). */
    public boolean isOnBehalf() {
        return onBehalf;
    }

    /** Which version in the order of those reviewed stands under review, from 1. */
    public int round() {
        return round;
    }

    /** The subject of the clock that runs for the conclusion to come. */
    public String clockSubject() {
        return pastConclusions.isEmpty() ? number : number + "/" + (pastConclusions.size() + 1);
    }

    /** What the drafting unit was asked to change, or what it changed materially after the conclusion. */
    public Optional<String> changeAsked() {
        boolean voided =
                stage == Stage.TO_REVISE && draft().orElseThrow().conclusion().allowsIssue();
        return Optional.ofNullable(changeAsked).filter(asked -> voided || stage == Stage.AMENDING);
    }

    public Optional<ExceptionClaim> exception() {
        return Optional.ofNullable(exception);
    }

    /** What was concluded on earlier versions, oldest first. */
    public List<PastConclusion> pastConclusions() {
        return List.copyOf(pastConclusions);
    }

    /**
     * Whether its conclusion lets the text of the given version be carried out now: the measure was issued on it, or it
     * is delivered on that very version and holds.
     */
    boolean holdsFor(String otherVersionId) {
        return caseEnd == CaseEnd.ISSUED || (stage == Stage.DELIVERED && versionId.equals(otherVersionId));
    }

    /** Whether the present conclusion is in the drafting unit's hand. */
    public boolean isConcluded() {
        return deliveredOn != null;
    }

    public Optional<Issue> issue() {
        return Optional.ofNullable(issue);
    }

    public Optional<CaseEnd> caseEnd() {
        return Optional.ofNullable(caseEnd);
    }

    public Optional<String> endReason() {
        return Optional.ofNullable(endReason).filter(reason -> !reason.isBlank());
    }

    /** When its papers were destroyed, under a list that two have signed. */
    public Optional<Instant> destroyedAt() {
        return Optional.ofNullable(destroyedAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Whether the review under way went by the standards of the regime. */
    public boolean isReviewedUnder(String regimeInForce) {
        return regime.equals(regimeInForce);
    }

    /**
     * The regime whose standards are applied: that of the last answer of the reviewer, and so that of the day of the
     * conclusion.
     */
    public String regime() {
        return regime;
    }

    public Optional<Instant> acceptedAt() {
        return Optional.ofNullable(acceptedAt);
    }

    public Optional<String> supplementAsked() {
        return Optional.ofNullable(supplementAsked);
    }

    public Optional<String> reviewerId() {
        return Optional.ofNullable(reviewerId);
    }

    public Optional<ConclusionDraft> draft() {
        return Optional.ofNullable(draft);
    }

    /** The conclusion, once it is signed off. */
    public Optional<Conclusion> conclusion() {
        return signedOffAt == null ? Optional.empty() : draft().map(ConclusionDraft::conclusion);
    }

    public List<SigningStep> chain() {
        return List.copyOf(chain);
    }

    public List<Signature> signatures() {
        return List.copyOf(signatures);
    }

    public int signingStep() {
        return signingStep;
    }

    public Optional<Instant> signedOffAt() {
        return Optional.ofNullable(signedOffAt);
    }

    public Optional<String> documentNumber() {
        return Optional.ofNullable(documentNumber);
    }

    public Optional<String> documentFileId() {
        return Optional.ofNullable(documentFileId);
    }

    public Optional<String> documentSha256() {
        return Optional.ofNullable(documentSha256);
    }

    public Optional<String> sealedFileId() {
        return Optional.ofNullable(sealedFileId);
    }

    public Optional<LocalDate> sealedOn() {
        return Optional.ofNullable(sealedOn);
    }

    public Optional<LocalDate> deliveredOn() {
        return Optional.ofNullable(deliveredOn);
    }

    public Optional<String> deliveredTo() {
        return Optional.ofNullable(deliveredTo);
    }

    public Optional<DeliveryWay> deliveryWay() {
        return Optional.ofNullable(deliveryWay);
    }
}
