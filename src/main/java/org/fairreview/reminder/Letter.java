package org.fairreview.reminder;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fairreview.review.SigningOutcome;
import org.fairreview.review.SigningStep;
import org.fairreview.workflow.Recall;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A letter of the regulator (函件), from its draft until the matter is put right or handed on.
 *
 * <p>It moves by verbs that check the state; what is refused comes back as a value and changes nothing.
 */
@Entity
@Table(name = "letter")
public class Letter {

    /** In place of a step to go back to: the drafter. */
    private static final int DRAFTER = -1;

    @Id
    private String number;

    @Version
    private int revision;

    @Embedded
    private LetterOrigin origin;

    private String kind;

    @Enumerated(EnumType.STRING)
    private LetterState state = LetterState.DRAFTING;

    @Enumerated(EnumType.STRING)
    private @Nullable Addressee addresseeAs;

    private @Nullable String addresseeUnitId;

    private String addresseeName;

    @Embedded
    private LetterText text;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "letter_measure", joinColumns = @JoinColumn(name = "letter_number"))
    @OrderColumn(name = "place")
    private List<LetterMeasure> measures = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "letter_finding", joinColumns = @JoinColumn(name = "letter_number"))
    @OrderColumn(name = "place")
    private List<LetterFinding> findings = new ArrayList<>();

    private @Nullable String draftedBy;

    @Embedded
    private @Nullable SentBack sentBack;

    private @Nullable Boolean legalAgreed;

    private @Nullable String legalOpinion;

    private @Nullable String legalBy;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "letter_signing_step", joinColumns = @JoinColumn(name = "letter_number"))
    @OrderColumn(name = "place")
    private List<SigningStep> chain = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "letter_signature", joinColumns = @JoinColumn(name = "letter_number"))
    @OrderColumn(name = "place")
    private List<LetterSignature> signatures = new ArrayList<>();

    private int signingStep;

    private @Nullable Instant signedOffAt;

    private @Nullable String documentNumber;

    @Embedded
    private @Nullable LetterFiles files;

    private @Nullable String issuedAs;

    private @Nullable Long replyLimitId;

    private @Nullable LocalDate sealedOn;

    private @Nullable String sealedFileId;

    @Embedded
    private @Nullable LetterDelivery delivery;

    private @Nullable Instant replyUntil;

    private @Nullable Instant overdueAt;

    private @Nullable String waitReason;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "letter_extension", joinColumns = @JoinColumn(name = "letter_number"))
    @OrderColumn(name = "place")
    private List<Extension> extensions = new ArrayList<>();

    @Embedded
    private @Nullable Reply reply;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "letter_reply_file", joinColumns = @JoinColumn(name = "letter_number"))
    @OrderColumn(name = "place")
    @Column(name = "file_id")
    private List<String> replyFiles = new ArrayList<>();

    @Embedded
    private @Nullable Judgement judgement;

    @Embedded
    private @Nullable Escalation escalation;

    @Embedded
    private @Nullable Recall withdrawal;

    private @Nullable Instant endedAt;

    protected Letter() {}

    Letter(
            String number,
            LetterOrigin origin,
            String kind,
            @Nullable Addressee addresseeAs,
            @Nullable String addresseeUnitId,
            String addresseeName,
            LetterText text,
            List<LetterMeasure> measures,
            List<LetterFinding> findings) {
        this.number = number;
        this.origin = origin;
        this.kind = kind;
        this.addresseeAs = addresseeAs;
        this.addresseeUnitId = addresseeUnitId;
        this.addresseeName = addresseeName;
        this.text = text;
        this.measures = new ArrayList<>(measures);
        this.findings = new ArrayList<>(findings);
    }

    // ---- draft and signatures

    /** Takes the draft, to which {@link LetterRules} objects nothing, into the legal look or the signing chain. */
    void draft(String userId, LetterDraft draft, boolean legalLook, List<SigningStep> steps) {
        require(LetterState.DRAFTING);
        kind = draft.kind().key();
        addresseeAs = draft.addresseeAs();
        addresseeUnitId = draft.addresseeUnitId();
        addresseeName = draft.addresseeName();
        text = draft.text();
        measures = new ArrayList<>(draft.measures());
        findings = new ArrayList<>(draft.findings());
        draftedBy = userId;
        chain = new ArrayList<>(steps);
        sentBack = null;
        startOver();
        legalAgreed = null;
        legalOpinion = null;
        legalBy = null;
        state = legalLook ? LetterState.LEGAL_LOOK : LetterState.SIGNING;
    }

    private void startOver() {
        signatures.replaceAll(LetterSignature::voided);
        signingStep = 0;
    }

    /** The legal look (法律审核): agreed, or back to the drafter with the reason; it is of this draft, and of no other. */
    Optional<Refusal> lookLegally(String userId, boolean agreed, String opinion, String step, Instant now) {
        require(LetterState.LEGAL_LOOK);
        if (userId.equals(draftedBy)) {
            return Optional.of(Refusal.of("letter.ownDraft"));
        }
        if (!agreed && opinion.isBlank()) {
            return Optional.of(Refusal.at("opinion", "letter.legalReasonMissing"));
        }
        legalAgreed = agreed;
        legalOpinion = opinion;
        legalBy = userId;
        signatures.add(new LetterSignature(LetterSignature.LOOK, step, userId, agreed, opinion, now, true));
        state = agreed ? LetterState.SIGNING : LetterState.DRAFTING;
        if (!agreed) {
            sentBack = new SentBack(step, userId, opinion);
        }
        return Optional.empty();
    }

    /**
     * A signer of the chain agrees, or sends back to an earlier place.
     *
     * @param backTo the step to go back to, counted from 0; -1 is the drafter
     */
    Optional<Refusal> sign(String userId, boolean agreed, String remark, int backTo, Instant now) {
        require(LetterState.SIGNING);
        Optional<Refusal> refusal = mayNotSign(userId);
        if (refusal.isPresent()) {
            return refusal;
        }
        String label = chain.get(signingStep).label();
        if (agreed) {
            signatures.add(new LetterSignature(signingStep, label, userId, true, remark, now, true));
            signingStep++;
            if (signingStep == chain.size()) {
                state = LetterState.SIGNED;
                signedOffAt = now;
            }
            return Optional.empty();
        }
        if (remark.isBlank()) {
            return Optional.of(Refusal.at("remark", "signing.reasonMissing"));
        }
        if (backTo < DRAFTER || backTo >= signingStep) {
            return Optional.of(Refusal.at("backTo", "signing.noEarlierPlace"));
        }
        signatures.replaceAll(signature -> signature.step() >= backTo ? signature.voided() : signature);
        signatures.add(new LetterSignature(signingStep, label, userId, false, remark, now, true));
        signingStep = Math.max(backTo, 0);
        if (backTo == DRAFTER) {
            sentBack = new SentBack(label, userId, remark);
            state = LetterState.DRAFTING;
        }
        return Optional.empty();
    }

    /**
     * Goes back to its drafter by itself, since its ground is gone: its signatures are void, and what was made of it is
     * no longer its document.
     */
    void returnToDrafter(String step, String reason) {
        require(LetterState.SIGNING, LetterState.SEALED);
        startOver();
        sentBack = new SentBack(step, null, reason);
        signedOffAt = null;
        documentNumber = null;
        files = null;
        issuedAs = null;
        replyLimitId = null;
        sealedOn = null;
        sealedFileId = null;
        state = LetterState.DRAFTING;
    }

    /** Whether the person would be refused at the task for which the letter waits. */
    boolean bars(String userId) {
        return switch (state) {
            case SIGNING -> mayNotSign(userId).isPresent();
            case LEGAL_LOOK -> userId.equals(draftedBy);
            default -> false;
        };
    }

    /** No person acts twice in one signing chain, and none signs the own draft, or what that one looked at as a lawyer. */
    Optional<Refusal> mayNotSign(String userId) {
        if (userId.equals(draftedBy)) {
            return Optional.of(Refusal.of("signing.ownDraft"));
        }
        if (userId.equals(legalBy)) {
            return Optional.of(Refusal.of("letter.signingAfterLook"));
        }
        boolean signedAlready = signatures.stream()
                .anyMatch(signature -> signature.stands()
                        && signature.step() != signingStep
                        && signature.userId().equals(userId));
        return signedAlready ? Optional.of(Refusal.of("signing.twice")) : Optional.empty();
    }

    SigningOutcome signingOutcome() {
        return switch (state) {
            case SIGNING -> SigningOutcome.TO_SIGNER;
            case DRAFTING -> SigningOutcome.TO_REVIEWER;
            default -> SigningOutcome.SIGNED_OFF;
        };
    }

    SigningStep nextStep() {
        require(LetterState.SIGNING);
        return chain.get(signingStep);
    }

    // ---- issue and delivery

    /** Takes the 文号; only once, and only when signed off. */
    void number(String allotted) {
        require(LetterState.SIGNED);
        if (documentNumber != null) {
            throw new IllegalStateException("Letter %s has its document number".formatted(number));
        }
        documentNumber = allotted;
    }

    /** The names of the day of issue: the letter goes out under them, and keeps them. */
    void nameAtIssue(String regulator, String addressee) {
        require(LetterState.SIGNED);
        issuedAs = regulator;
        addresseeName = addressee;
    }

    /**
     * Freezes the document; what is frozen never changes.
     *
     * @param limitId the row of the table of limits that the document states for the reply; null where it asks for none
     */
    void freeze(LetterFiles frozen, @Nullable Long limitId) {
        require(LetterState.SIGNED);
        if (documentNumber == null) {
            throw new IllegalStateException("Letter %s has no document number".formatted(number));
        }
        files = frozen;
        replyLimitId = limitId;
        state = LetterState.ISSUED;
    }

    Optional<Refusal> seal(LocalDate on, String scanFileId, LocalDate signedOff, LocalDate today) {
        require(LetterState.ISSUED);
        if (on.isBefore(signedOff)) {
            return Optional.of(Refusal.at("sealedOn", "sealing.beforeSigning"));
        }
        if (on.isAfter(today)) {
            return Optional.of(Refusal.at("sealedOn", "sealing.inTheFuture"));
        }
        sealedOn = on;
        sealedFileId = scanFileId;
        state = LetterState.SEALED;
        return Optional.empty();
    }

    /** @param until when the reply is due; null where none is expected */
    Optional<Refusal> deliver(LetterDelivery how, @Nullable Instant until, LocalDate today, Instant now) {
        require(LetterState.SEALED);
        if (how.on().isAfter(today)) {
            return Optional.of(Refusal.at("deliveredOn", "delivery.inTheFuture"));
        }
        if (sealedOn != null && how.on().isBefore(sealedOn)) {
            return Optional.of(Refusal.at("deliveredOn", "delivery.beforeSealing"));
        }
        delivery = how;
        replyUntil = until;
        if (until == null) {
            end(LetterState.DONE, now);
        } else {
            state = LetterState.AWAITING_REPLY;
        }
        return Optional.empty();
    }

    /** Takes the letter back before it is delivered; it stays in the register, its number void. */
    Optional<Refusal> withdraw(Recall why) {
        if (!mayBeWithdrawn()) {
            return Optional.of(Refusal.of("letter.withdrawnTooLate"));
        }
        withdrawal = why;
        end(LetterState.WITHDRAWN, why.at());
        return Optional.empty();
    }

    public boolean mayBeWithdrawn() {
        return state.ordinal() < LetterState.AWAITING_REPLY.ordinal();
    }

    // ---- reply and what follows

    Optional<Refusal> askExtension(Extension asked, LocalDate lastDay, Instant now) {
        require(LetterState.AWAITING_REPLY);
        if (isOverdue(now)) {
            return Optional.of(Refusal.at("action", "letter.extensionTooLate"));
        }
        if (!asked.wishedUntil().isAfter(lastDay)) {
            return Optional.of(Refusal.at("extendUntil", "letter.extensionNotLater"));
        }
        extensions.add(asked);
        return Optional.empty();
    }

    /** @param until the end of the day that was wished, where it is granted */
    Optional<Refusal> decideExtension(String userId, @Nullable Instant until, String note, Instant now) {
        require(LetterState.AWAITING_REPLY);
        boolean granted = until != null;
        if (!granted && note.isBlank()) {
            return Optional.of(Refusal.at("note", "letter.extensionReasonMissing"));
        }
        extensions.replaceAll(asked -> asked.isOpen()
                ? new Extension(
                        asked.wishedUntil(),
                        asked.reason(),
                        asked.askedBy(),
                        asked.askedAt(),
                        granted,
                        note,
                        userId,
                        now)
                : asked);
        if (granted) {
            replyUntil = until;
        }
        return Optional.empty();
    }

    void noteOverdue(Instant now) {
        require(LetterState.AWAITING_REPLY);
        if (overdueAt == null) {
            overdueAt = now;
        }
    }

    /** The regulator waits on until another day. */
    void waitOn(Instant until, String reason) {
        require(LetterState.AWAITING_REPLY);
        replyUntil = until;
        waitReason = reason;
    }

    /** Whether the limit for the reply counts from the delivery: no day was named in its place. */
    boolean isLimitCounted() {
        return waitReason == null && extensions.stream().noneMatch(asked -> Boolean.TRUE.equals(asked.granted()));
    }

    /** The limit for the reply ends at another moment, since days that it counts are worked now, or are off. */
    void countLimit(Instant until) {
        require(LetterState.AWAITING_REPLY);
        replyUntil = until;
    }

    /** Nothing came in time, and nobody waits on. */
    void fail() {
        require(LetterState.AWAITING_REPLY);
        state = LetterState.FAILED;
    }

    void reply(Reply given, List<String> fileIds) {
        require(LetterState.AWAITING_REPLY);
        reply = given;
        replyFiles = new ArrayList<>(fileIds);
        state = LetterState.REPLIED;
    }

    /** Judges the rectification over the whole measure, and each finding. */
    Optional<Refusal> judge(Judgement judged, Map<Integer, FindingJudged> each) {
        require(LetterState.REPLIED);
        if (!each.keySet().equals(placesOfFindings())) {
            return Optional.of(Refusal.at("findings", "letter.findingNotJudged"));
        }
        boolean allRectified = each.values().stream().allMatch(FindingJudged::rectified);
        Optional<Refusal> refusal = LetterRules.judgement(judged.rectified(), judged.reasons(), allRectified);
        if (refusal.isPresent()) {
            return refusal;
        }
        each.forEach((place, said) -> findings.get(place).judge(said.rectified(), said.note()));
        judgement = judged;
        if (judged.rectified()) {
            end(LetterState.RECTIFIED, judged.at());
        } else {
            state = LetterState.FAILED;
        }
        return Optional.empty();
    }

    /** What is said of one finding. */
    record FindingJudged(boolean rectified, String note) {}

    private Set<Integer> placesOfFindings() {
        return IntStream.range(0, findings.size()).boxed().collect(Collectors.toSet());
    }

    void escalate(Escalation what) {
        require(LetterState.FAILED);
        escalation = what;
        end(LetterState.ESCALATED, what.at());
    }

    private void end(LetterState how, Instant now) {
        state = how;
        endedAt = now;
    }

    private void require(LetterState... expected) {
        if (!Set.of(expected).contains(state)) {
            throw new IllegalStateException(
                    "Letter %s is %s, not %s".formatted(number, state, Arrays.toString(expected)));
        }
    }

    // ---- what it says

    /** Whether the limit for the reply has passed and none has come. */
    public boolean isOverdue(Instant now) {
        return state == LetterState.AWAITING_REPLY
                && (overdueAt != null || now.isAfter(replyUntil().orElse(now)));
    }

    /** Whether the matter was not put right in time or sufficiently (Measures 42); not while the regulator waits on. */
    public boolean hasFailed(Instant now) {
        boolean waitsOn = waitReason != null && !now.isAfter(replyUntil().orElse(now));
        return state == LetterState.FAILED
                || state == LetterState.ESCALATED
                || (state == LetterState.AWAITING_REPLY && overdueAt != null && !waitsOn);
    }

    /** The subject is for its handlers only from now on, and so is the letter. */
    void restrict() {
        origin = origin.asRestricted();
    }

    public String number() {
        return number;
    }

    public LetterOrigin origin() {
        return origin;
    }

    public String regionId() {
        return origin.regionId();
    }

    public String regulatorUnitId() {
        return origin.regulatorUnitId();
    }

    public String kind() {
        return kind;
    }

    public LetterState state() {
        return state;
    }

    public Optional<Addressee> addresseeAs() {
        return Optional.ofNullable(addresseeAs);
    }

    /** The unit of the register that it goes to; empty for an addressee that is in none. */
    public Optional<String> addresseeUnitId() {
        return Optional.ofNullable(addresseeUnitId);
    }

    public String addresseeName() {
        return addresseeName;
    }

    public LetterText text() {
        return text;
    }

    public List<LetterMeasure> measures() {
        return List.copyOf(measures);
    }

    public List<LetterFinding> findings() {
        return List.copyOf(findings);
    }

    public Optional<String> draftedBy() {
        return Optional.ofNullable(draftedBy);
    }

    /** Why the draft came back; empty for a first draft, and once it was sent off again. */
    public Optional<SentBack> sentBack() {
        return Optional.ofNullable(sentBack);
    }

    public Optional<Boolean> legalAgreed() {
        return Optional.ofNullable(legalAgreed);
    }

    public Optional<String> legalOpinion() {
        return Optional.ofNullable(legalOpinion).filter(opinion -> !opinion.isBlank());
    }

    public Optional<String> legalBy() {
        return Optional.ofNullable(legalBy);
    }

    public List<SigningStep> chain() {
        return List.copyOf(chain);
    }

    public List<LetterSignature> signatures() {
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

    public Optional<LetterFiles> files() {
        return Optional.ofNullable(files);
    }

    /** The files that the addressee may have: the document, its scan with the seal, and what it sent itself. */
    Set<String> filesForAddressee() {
        Set<String> all = new HashSet<>(replyFiles);
        files().ifPresent(made -> all.add(made.wordFileId()));
        files().map(LetterFiles::pdfFileId).ifPresent(all::add);
        sealedFileId().ifPresent(all::add);
        return all;
    }

    /** The name that the regulator had when it issued the letter; empty before. */
    public Optional<String> issuedAs() {
        return Optional.ofNullable(issuedAs);
    }

    /** The row of the table of limits that the document states for the reply; empty where it states none. */
    public Optional<Long> replyLimitId() {
        return Optional.ofNullable(replyLimitId);
    }

    public Optional<LocalDate> sealedOn() {
        return Optional.ofNullable(sealedOn);
    }

    public Optional<String> sealedFileId() {
        return Optional.ofNullable(sealedFileId);
    }

    public Optional<LetterDelivery> delivery() {
        return Optional.ofNullable(delivery);
    }

    public Optional<Instant> replyUntil() {
        return Optional.ofNullable(replyUntil);
    }

    public Optional<Instant> overdueAt() {
        return Optional.ofNullable(overdueAt);
    }

    /** Why the regulator waited on after the limit. */
    public Optional<String> waitReason() {
        return Optional.ofNullable(waitReason);
    }

    public List<Extension> extensions() {
        return List.copyOf(extensions);
    }

    public Optional<Reply> reply() {
        return Optional.ofNullable(reply);
    }

    public List<String> replyFiles() {
        return List.copyOf(replyFiles);
    }

    public Optional<Judgement> judgement() {
        return Optional.ofNullable(judgement);
    }

    public Optional<Escalation> escalation() {
        return Optional.ofNullable(escalation);
    }

    public Optional<Recall> withdrawal() {
        return Optional.ofNullable(withdrawal);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
