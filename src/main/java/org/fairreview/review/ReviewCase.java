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
import java.util.List;
import java.util.Optional;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The review of one measure (审查案件): joint review of a measure that a government is to issue (Reg. 14).
 *
 * <p>It moves by verbs that check the stage; what is refused comes back as a value and changes nothing.
 */
@Entity
@Table(name = "review_case")
public class ReviewCase {

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

    @Enumerated(EnumType.STRING)
    private Stage stage = Stage.SUBMITTED;

    private String regime;

    private @Nullable Instant acceptedAt;

    @Column(length = 4000)
    private @Nullable String supplementAsked;

    private @Nullable String reviewerId;

    @Embedded
    private @Nullable ConclusionDraft draft;

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

    protected ReviewCase() {}

    ReviewCase(
            String number,
            String measureId,
            String versionId,
            String regionId,
            String draftingUnitId,
            String regulatorUnitId,
            String submittedBy,
            Instant submittedAt,
            String regime) {
        this.number = number;
        this.measureId = measureId;
        this.versionId = versionId;
        this.regionId = regionId;
        this.draftingUnitId = draftingUnitId;
        this.regulatorUnitId = regulatorUnitId;
        this.submittedBy = submittedBy;
        this.submittedAt = submittedAt;
        this.regime = regime;
    }

    void accept(Instant now) {
        require(Stage.SUBMITTED);
        stage = Stage.ACCEPTED;
        acceptedAt = now;
    }

    /** Asks for what is missing (补正, Measures 31). */
    Optional<Refusal> askSupplement(@Nullable String missing) {
        require(Stage.SUBMITTED);
        if (missing == null || missing.isBlank()) {
            return Optional.of(Refusal.at("missing", "receipt.missingNotSaid"));
        }
        stage = Stage.SUPPLEMENT_ASKED;
        supplementAsked = missing;
        return Optional.empty();
    }

    void supplement(String newVersionId) {
        require(Stage.SUPPLEMENT_ASKED);
        versionId = newVersionId;
        stage = Stage.SUBMITTED;
    }

    Optional<Refusal> assign(String userId) {
        require(Stage.ACCEPTED);
        if (userId.equals(submittedBy)) {
            return Optional.of(Refusal.at("reviewer", "review.ownMeasure"));
        }
        reviewerId = userId;
        stage = Stage.IN_REVIEW;
        return Optional.empty();
    }

    /** The reviewer on the task: the one assigned, or the colleague who took the task over. */
    void reviewed(String userId) {
        require(Stage.IN_REVIEW);
        reviewerId = userId;
        stage = Stage.DRAFTING;
    }

    void reviewAgain() {
        require(Stage.DRAFTING);
        stage = Stage.IN_REVIEW;
    }

    /**
     * Sends the draft into the signing chain.
     *
     * <p>No conclusion that conforms stands beside a finding that requires a change, and none that does not conform
     * without one (Reg. 18, Measures 34).
     */
    Optional<Refusal> conclude(String userId, ConclusionDraft text, List<Finding> findings, List<SigningStep> steps) {
        require(Stage.DRAFTING);
        if (userId.equals(submittedBy)) {
            return Optional.of(Refusal.of("review.ownMeasure"));
        }
        boolean changeRequired =
                findings.stream().anyMatch(finding -> finding.disposition() == Disposition.CHANGE_REQUIRED);
        boolean open = findings.stream().anyMatch(finding -> finding.disposition() == Disposition.OPEN);
        if (open) {
            return Optional.of(Refusal.at("findings", "conclusion.openFinding"));
        }
        if (text.conclusion() == Conclusion.EXCEPTION || text.conclusion() == Conclusion.CONFORMS_AFTER_CHANGE) {
            return Optional.of(Refusal.at("conclusion", "conclusion.notYet"));
        }
        if (text.conclusion().allowsIssue() && changeRequired) {
            return Optional.of(Refusal.at("conclusion", "conclusion.conformsWithRequiredChange"));
        }
        if (text.conclusion() == Conclusion.DOES_NOT_CONFORM && !changeRequired) {
            return Optional.of(Refusal.at("conclusion", "conclusion.doesNotConformWithoutChange"));
        }
        if (text.conclusion() == Conclusion.CONFORMS_WITH_ADVICE
                && text.workAdvice().isBlank()) {
            return Optional.of(Refusal.at("workAdvice", "conclusion.adviceMissing"));
        }
        reviewerId = userId;
        draft = text;
        chain = new ArrayList<>(steps);
        signingStep = 0;
        stage = Stage.SIGNING;
        return Optional.empty();
    }

    /**
     * A signer of the chain agrees, or sends back to an earlier place.
     *
     * @param backTo the step to go back to, counted from 0; -1 is the reviewer
     */
    Optional<Refusal> sign(String userId, boolean agreed, String remark, int backTo, Instant now) {
        require(Stage.SIGNING);
        Optional<Refusal> refusal = mayNotSign(userId);
        if (refusal.isPresent()) {
            return refusal;
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

    /** No person acts twice in one signing chain, and none signs what that person drafted or submitted. */
    private Optional<Refusal> mayNotSign(String userId) {
        if (userId.equals(reviewerId)) {
            return Optional.of(Refusal.of("signing.ownDraft"));
        }
        if (userId.equals(submittedBy)) {
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
        deliveredOn = on;
        deliveredTo = to;
        deliveryWay = way;
        stage = Stage.DELIVERED;
        return Optional.empty();
    }

    private void require(Stage expected) {
        if (stage != expected) {
            throw new IllegalStateException("Case %s is %s, not %s".formatted(number, stage, expected));
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

    public Stage stage() {
        return stage;
    }

    /** The regime whose standards are applied. */
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
