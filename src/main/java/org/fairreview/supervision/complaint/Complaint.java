package org.fairreview.supervision.complaint;

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
import org.fairreview.review.SigningOutcome;
import org.fairreview.review.SigningStep;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A complaint (举报), from its receipt until the reporter is told.
 *
 * <p>It moves by verbs that check the state; what is refused comes back as a value and changes nothing.
 */
@Entity
@Table(name = "complaint")
public class Complaint {

    @Id
    private String number;

    @Version
    private int revision;

    private String regionId;

    private String regulatorUnitId;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private boolean realName;

    private @Nullable String reporterSealed;

    private String wordsSealed;

    private String secretHash;

    private @Nullable String formKey;

    private String measureTitle;

    private String measureNumber;

    private String drafterNamed;

    private boolean issued;

    private LocalDate receivedOn;

    private @Nullable String registeredBy;

    private Instant registeredAt;

    @Enumerated(EnumType.STRING)
    private ComplaintState state = ComplaintState.REGISTERED;

    private @Nullable String handler;

    @Enumerated(EnumType.STRING)
    private @Nullable Assessment assessment;

    private @Nullable String assessmentReason;

    private @Nullable String sentTo;

    private @Nullable String supplementAsked;

    private @Nullable Instant supplementUntil;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "complaint_supplement", joinColumns = @JoinColumn(name = "complaint_number"))
    @OrderColumn(name = "place")
    private List<Supplement> supplements = new ArrayList<>();

    private @Nullable String draftingUnitId;

    private @Nullable String verifiedTitle;

    private @Nullable String verifiedNumber;

    private @Nullable String matter;

    private @Nullable String takenUpReason;

    private @Nullable LocalDate conformingOn;

    private @Nullable Instant concludeUntil;

    private @Nullable Instant statementUntil;

    private @Nullable Instant lateAt;

    @Embedded
    private @Nullable Statement statement;

    private boolean statementMissing;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "complaint_statement_file", joinColumns = @JoinColumn(name = "complaint_number"))
    @OrderColumn(name = "place")
    @Column(name = "file_id")
    private List<String> statementFiles = new ArrayList<>();

    @Embedded
    private @Nullable Verification verification;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "complaint_finding", joinColumns = @JoinColumn(name = "complaint_number"))
    @OrderColumn(name = "place")
    private List<ComplaintFinding> findings = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "complaint_signing_step", joinColumns = @JoinColumn(name = "complaint_number"))
    @OrderColumn(name = "place")
    private List<SigningStep> chain = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "complaint_signature", joinColumns = @JoinColumn(name = "complaint_number"))
    @OrderColumn(name = "place")
    private List<ComplaintSignature> signatures = new ArrayList<>();

    private int signingStep;

    private @Nullable Instant concludedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "complaint_extension", joinColumns = @JoinColumn(name = "complaint_number"))
    @OrderColumn(name = "place")
    private List<ComplaintExtension> extensions = new ArrayList<>();

    private @Nullable String letterNumber;

    @Embedded
    private @Nullable Telling telling;

    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway")
    protected Complaint() {}

    Complaint(
            String number,
            String regulatorUnitId,
            Filing filing,
            @Nullable String reporterSealed,
            String wordsSealed,
            String secretHash,
            Instant now) {
        this.number = number;
        this.regionId = filing.regionId();
        this.regulatorUnitId = regulatorUnitId;
        this.channel = filing.channel();
        this.realName = reporterSealed != null;
        this.reporterSealed = reporterSealed;
        this.wordsSealed = wordsSealed;
        this.secretHash = secretHash;
        this.formKey = filing.formKey();
        this.measureTitle = filing.measureTitle();
        this.measureNumber = filing.measureNumber();
        this.drafterNamed = filing.drafterNamed();
        this.issued = filing.issued();
        this.receivedOn = filing.receivedOn();
        this.registeredBy = filing.registeredBy();
        this.registeredAt = now;
    }

    /** The first one was shown to nobody. */
    void replaceSecret(String hash) {
        require(ComplaintState.REGISTERED);
        secretHash = hash;
    }

    // ---- test of scope, level and object

    /** Accepts it: the 60 days run from the day on which conforming material was there (Measures 38). */
    void accept(
            String userId,
            String draftingUnit,
            String title,
            String documentNumber,
            String putMatter,
            @Nullable String takenUp,
            @Nullable String note,
            Instant until) {
        require(ComplaintState.REGISTERED);
        handler = userId;
        assessment = Assessment.ACCEPT;
        draftingUnitId = draftingUnit;
        verifiedTitle = title;
        verifiedNumber = documentNumber;
        matter = putMatter;
        takenUpReason = takenUp;
        assessmentReason = note;
        conformingOn = materialOn();
        concludeUntil = until;
        state = ComplaintState.VERIFYING;
    }

    /** Asks the reporter for more: once (Measures 38). */
    Optional<Refusal> askSupplement(String userId, String what, Instant until) {
        require(ComplaintState.REGISTERED);
        if (supplementAsked != null) {
            return Optional.of(Refusal.at("decision", "complaint.supplementTwice"));
        }
        handler = userId;
        assessment = Assessment.SUPPLEMENT;
        supplementAsked = what;
        supplementUntil = until;
        state = ComplaintState.AWAITING_SUPPLEMENT;
        return Optional.empty();
    }

    /** Ends it without a verification. What is unclear is not verified only after a supplement was asked for (Measures 38). */
    Optional<Refusal> sendOn(String userId, Assessment how, String reason, @Nullable String to) {
        require(ComplaintState.REGISTERED);
        if (how == Assessment.NOT_VERIFIED && supplementAsked == null) {
            return Optional.of(Refusal.at("decision", "complaint.supplementFirst"));
        }
        handler = userId;
        assessment = how;
        assessmentReason = reason;
        sentTo = to;
        state = ComplaintState.SENDING_ON;
        return Optional.empty();
    }

    void supplement(Supplement given) {
        require(ComplaintState.AWAITING_SUPPLEMENT);
        supplements.add(given);
        state = ComplaintState.REGISTERED;
    }

    /** Nothing was supplied in time: 不予核查 (Measures 38). */
    void lapse(String reason) {
        require(ComplaintState.AWAITING_SUPPLEMENT);
        assessment = Assessment.NOT_VERIFIED;
        assessmentReason = reason;
        state = ComplaintState.SENDING_ON;
    }

    /** The day on which the last material came. */
    LocalDate materialOn() {
        return supplements.isEmpty()
                ? receivedOn
                : supplements.get(supplements.size() - 1).receivedOn();
    }

    // ---- verification

    void askStatement(Instant until) {
        require(ComplaintState.VERIFYING);
        statementUntil = until;
    }

    void state(Statement said, List<String> fileIds) {
        require(ComplaintState.VERIFYING);
        statement = said;
        statementFiles = new ArrayList<>(fileIds);
    }

    /** The unit says nothing in time; the verification goes on without. */
    void missStatement() {
        if (statement == null) {
            statementMissing = true;
        }
    }

    void verify(Verification found, List<ComplaintFinding> clauses, List<SigningStep> signers) {
        require(ComplaintState.VERIFYING);
        verification = found;
        findings = new ArrayList<>(clauses);
        if (signatures.stream().noneMatch(ComplaintSignature::stands)) {
            chain = new ArrayList<>(signers);
            signingStep = 0;
        }
        state = ComplaintState.SIGNING;
    }

    /**
     * A signer of the chain agrees, or sends back to an earlier place.
     *
     * @param backTo the step to go back to, counted from 0; -1 is who verified
     */
    Optional<Refusal> sign(String userId, boolean agreed, String remark, int backTo, Instant now) {
        require(ComplaintState.SIGNING);
        Optional<Refusal> refusal = mayNotSign(userId);
        if (refusal.isPresent()) {
            return refusal;
        }
        String label = chain.get(signingStep).label();
        if (agreed) {
            signatures.add(new ComplaintSignature(signingStep, label, userId, true, remark, now, true));
            signingStep++;
            if (signingStep == chain.size()) {
                state = ComplaintState.CONCLUDED;
                concludedAt = now;
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
        signatures.add(new ComplaintSignature(signingStep, label, userId, false, remark, now, true));
        signingStep = Math.max(backTo, 0);
        if (backTo == -1) {
            state = ComplaintState.VERIFYING;
        }
        return Optional.empty();
    }

    /** Whether the person would be refused at the signing for which it waits. */
    boolean bars(String userId) {
        return state == ComplaintState.SIGNING && mayNotSign(userId).isPresent();
    }

    /** No person acts twice in one signing chain, and none signs the own verification. */
    private Optional<Refusal> mayNotSign(String userId) {
        if (verification != null && userId.equals(verification.by())) {
            return Optional.of(Refusal.of("signing.ownDraft"));
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
            case VERIFYING -> SigningOutcome.TO_REVIEWER;
            default -> SigningOutcome.SIGNED_OFF;
        };
    }

    SigningStep nextStep() {
        require(ComplaintState.SIGNING);
        return chain.get(signingStep);
    }

    // ---- more time

    /** Asks for more time before the end of the term (Measures 38). */
    Optional<Refusal> askExtension(ComplaintExtension asked, LocalDate lastDay, Instant now) {
        if (!state.isVerified()) {
            return Optional.of(Refusal.of("complaint.extensionNotNow"));
        }
        if (hasTermPassed(now)) {
            return Optional.of(Refusal.of("complaint.extensionTooLate"));
        }
        if (extensions.stream().anyMatch(ComplaintExtension::isOpen)) {
            return Optional.of(Refusal.of("complaint.extensionPending"));
        }
        if (!asked.wishedUntil().isAfter(lastDay)) {
            return Optional.of(Refusal.at("until", "complaint.extensionNotLater"));
        }
        extensions.add(asked);
        return Optional.empty();
    }

    /** @param until the end of the wished day, where it is granted; it can be granted before the term ends only */
    Optional<Refusal> decideExtension(String userId, @Nullable Instant until, String note, Instant now) {
        boolean granted = until != null;
        if (!granted && note.isBlank()) {
            return Optional.of(Refusal.at("note", "complaint.extensionReasonMissing"));
        }
        if (granted && hasTermPassed(now)) {
            return Optional.of(Refusal.at("granted", "complaint.extensionGrantedTooLate"));
        }
        extensions.replaceAll(asked -> asked.isOpen() ? asked.decided(granted, note, userId, now) : asked);
        if (granted) {
            concludeUntil = until;
        }
        return Optional.empty();
    }

    private boolean hasTermPassed(Instant now) {
        return concludeUntil == null || now.isAfter(concludeUntil);
    }

    /** Notes that the term has passed without a conclusion; says whether it has. */
    boolean noteDue(Instant now) {
        if (!state.isVerified() || concludeUntil == null || now.isBefore(concludeUntil)) {
            return false;
        }
        if (lateAt == null) {
            lateAt = now;
        }
        return true;
    }

    // ---- what follows

    void writeTo(String letter) {
        require(ComplaintState.CONCLUDED);
        letterNumber = letter;
    }

    /** Nobody is to be told: it was anonymous. */
    void close(Instant now) {
        require(ComplaintState.CONCLUDED);
        end(ComplaintState.CLOSED, now);
    }

    void tell(Telling told) {
        require(ComplaintState.CONCLUDED, ComplaintState.SENDING_ON);
        telling = told;
        end(
                state == ComplaintState.CONCLUDED || assessment == null
                        ? ComplaintState.ANSWERED
                        : ComplaintState.endOf(assessment),
                told.at());
    }

    private void end(ComplaintState how, Instant now) {
        state = how;
        endedAt = now;
    }

    private void require(ComplaintState... expected) {
        if (!Set.of(expected).contains(state)) {
            throw new IllegalStateException(
                    "Complaint %s is %s, not %s".formatted(number, state, Arrays.toString(expected)));
        }
    }

    // ---- what it says

    /** Whether the conclusion came after the term, or has not come in it. */
    public boolean isLate(Instant now) {
        Instant concluded = concludedAt == null ? now : concludedAt;
        return concludeUntil != null && concluded.isAfter(concludeUntil);
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

    public Channel channel() {
        return channel;
    }

    public boolean isRealName() {
        return realName;
    }

    Optional<String> reporterSealed() {
        return Optional.ofNullable(reporterSealed);
    }

    String wordsSealed() {
        return wordsSealed;
    }

    String secretHash() {
        return secretHash;
    }

    /** The measure in the officer's words once it is accepted, in the reporter's until then. */
    public String measureTitle() {
        return verifiedTitle == null ? measureTitle : verifiedTitle;
    }

    /** Its 文号, told as its title; empty where nobody knew it. */
    public String measureNumber() {
        return verifiedNumber == null ? measureNumber : verifiedNumber;
    }

    /** The drafting unit in the reporter's words. */
    public String drafterNamed() {
        return drafterNamed;
    }

    /** Whether the measure is issued, as the reporter says. */
    public boolean isIssued() {
        return issued;
    }

    public LocalDate receivedOn() {
        return receivedOn;
    }

    public Optional<String> registeredBy() {
        return Optional.ofNullable(registeredBy);
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    public ComplaintState state() {
        return state;
    }

    /** Who tests and verifies it. */
    public Optional<String> handler() {
        return Optional.ofNullable(handler);
    }

    public Optional<Assessment> assessment() {
        return Optional.ofNullable(assessment);
    }

    public Optional<String> assessmentReason() {
        return Optional.ofNullable(assessmentReason);
    }

    /** The body that is competent, or to which it went. */
    public Optional<String> sentTo() {
        return Optional.ofNullable(sentTo);
    }

    public Optional<String> supplementAsked() {
        return Optional.ofNullable(supplementAsked);
    }

    public Optional<Instant> supplementUntil() {
        return Optional.ofNullable(supplementUntil);
    }

    List<Supplement> supplements() {
        return List.copyOf(supplements);
    }

    public Optional<String> draftingUnitId() {
        return Optional.ofNullable(draftingUnitId);
    }

    /** What the drafting unit is asked about, in the officer's words. */
    public Optional<String> matter() {
        return Optional.ofNullable(matter);
    }

    /** Why a matter of the level below is taken up (提级核查). */
    public Optional<String> takenUpReason() {
        return Optional.ofNullable(takenUpReason).filter(reason -> !reason.isBlank());
    }

    /** The day on which conforming material was there. */
    public Optional<LocalDate> conformingOn() {
        return Optional.ofNullable(conformingOn);
    }

    public Optional<Instant> concludeUntil() {
        return Optional.ofNullable(concludeUntil);
    }

    public Optional<Instant> statementUntil() {
        return Optional.ofNullable(statementUntil);
    }

    public Optional<Instant> lateAt() {
        return Optional.ofNullable(lateAt);
    }

    public Optional<Statement> statement() {
        return Optional.ofNullable(statement);
    }

    public boolean isStatementMissing() {
        return statementMissing;
    }

    public List<String> statementFiles() {
        return List.copyOf(statementFiles);
    }

    public Optional<Verification> verification() {
        return Optional.ofNullable(verification);
    }

    public List<ComplaintFinding> findings() {
        return List.copyOf(findings);
    }

    public List<SigningStep> chain() {
        return List.copyOf(chain);
    }

    public List<ComplaintSignature> signatures() {
        return List.copyOf(signatures);
    }

    public int signingStep() {
        return signingStep;
    }

    public Optional<Instant> concludedAt() {
        return Optional.ofNullable(concludedAt);
    }

    public List<ComplaintExtension> extensions() {
        return List.copyOf(extensions);
    }

    public Optional<String> letterNumber() {
        return Optional.ofNullable(letterNumber);
    }

    public Optional<Telling> telling() {
        return Optional.ofNullable(telling);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
