package org.fairreview.legaladvice;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairreview.workflow.Recall;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An opinion asked for from a legal adviser (法律顾问意见); unchangeable once given, and then only superseded by another
 * one that names it.
 */
@Entity
@Table(name = "legal_advice")
public class LegalAdvice {

    public static final int MOST_QUESTIONS = 10;
    public static final int MOST_FILES = 10;
    public static final int LONGEST_TEXT = 20_000;
    public static final int LONGEST_REASON = 4_000;

    /** What the opinion is about. */
    public enum Kind {
        MEASURE,
        CONTRACT
    }

    @Id
    private String id;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String caseNumber;

    private String regionId;

    private String askingUnitId;

    private @Nullable String partyUnitId;

    @Column(name = "counterparty")
    private @Nullable String partyName;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "advice_question", joinColumns = @JoinColumn(name = "advice_id"))
    @OrderColumn(name = "ordinal")
    private List<AdviceQuestion> questions = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "advice_file", joinColumns = @JoinColumn(name = "advice_id"))
    @OrderColumn(name = "ordinal")
    @Column(name = "file_id")
    private List<String> files = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "advice_decline", joinColumns = @JoinColumn(name = "advice_id"))
    @OrderColumn(name = "ordinal")
    private List<Decline> declines = new ArrayList<>();

    private @Nullable String adviserId;

    private @Nullable String adviserUnitId;

    private @Nullable Instant assignedAt;

    private String requestedBy;

    private Instant requestedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Assessment assessment;

    private @Nullable Instant givenAt;

    private @Nullable Instant dueAt;

    private @Nullable String supersedes;

    @Column(length = 4000)
    private @Nullable String supersedeReason;

    private @Nullable String supersededBy;

    @Embedded
    private @Nullable Adoption adoption;

    @Embedded
    private @Nullable Recall recall;

    @SuppressWarnings("NullAway.Init")
    protected LegalAdvice() {}

    LegalAdvice(AdviceRequest asked, Instant requestedAt) {
        this.id = UUID.randomUUID().toString();
        this.kind = asked.kind();
        this.caseNumber = asked.caseNumber();
        this.regionId = asked.regionId();
        this.askingUnitId = asked.askingUnitId();
        this.partyUnitId = asked.party().unitId();
        this.partyName = asked.party().name();
        asked.questions().forEach(question -> questions.add(new AdviceQuestion(question, null)));
        this.requestedBy = asked.requestedBy();
        this.requestedAt = requestedAt;
    }

    /** One that takes the place of another and asks the same. */
    private LegalAdvice(LegalAdvice old, String reason) {
        this.id = UUID.randomUUID().toString();
        this.kind = old.kind;
        this.caseNumber = old.caseNumber;
        this.regionId = old.regionId;
        this.askingUnitId = old.askingUnitId;
        this.partyUnitId = old.partyUnitId;
        this.partyName = old.partyName;
        old.questions.forEach(each -> questions.add(new AdviceQuestion(each.question(), null)));
        this.requestedBy = old.requestedBy;
        this.requestedAt = old.requestedAt;
        this.assignedAt = old.assignedAt;
        this.supersedes = old.id;
        this.supersedeReason = reason;
    }

    /** Puts the question to somebody; {@code unitId} is for whom that one advises. */
    void assign(String userId, String unitId) {
        if (isOpen()) {
            adviserId = userId;
            adviserUnitId = unitId;
        }
    }

    /** The process has found, or not found, whom to ask: from then on the opinion is given as the newest form asks. */
    void assigned(Instant now) {
        assignedAt = now;
    }

    Optional<Refusal> decline(String userId, String reason, Instant now) {
        Optional<Refusal> refusal = mayAnswer(userId);
        if (refusal.isEmpty()) {
            declines.add(new Decline(userId, reason, now));
            adviserId = null;
        }
        return refusal;
    }

    /**
     * Takes the opinion.
     *
     * @param due until when it was to be given
     */
    Optional<Refusal> give(String userId, GivenOpinion said, @Nullable Instant due, Instant now) {
        Optional<Refusal> refusal = mayAnswer(userId).or(() -> check(said));
        if (refusal.isEmpty()) {
            write(said, now);
            dueAt = due;
        }
        return refusal;
    }

    /** The opinion that takes the place of this one, or why there is none. */
    Superseding supersede(String userId, GivenOpinion said, String reason, Instant now) {
        if (givenAt == null) {
            return Superseding.refused(Refusal.of("advice.supersede.notGiven"));
        }
        if (supersededBy != null) {
            return Superseding.refused(Refusal.of("advice.supersede.already"));
        }
        if (reason.isBlank()) {
            return Superseding.refused(Refusal.at("reason", "advice.supersede.reasonMissing"));
        }
        if (reason.length() > LONGEST_REASON) {
            return Superseding.refused(Refusal.at("reason", "advice.reason.long", LONGEST_REASON));
        }
        Optional<Refusal> refusal = said.assessment() == null
                ? Optional.of(Refusal.at("assessment", "advice.assessment.missing"))
                : check(said);
        if (refusal.isPresent()) {
            return Superseding.refused(refusal.get());
        }
        LegalAdvice next = new LegalAdvice(this, reason);
        next.adviserId = userId;
        next.adviserUnitId = adviserUnitId;
        next.write(said, now);
        supersededBy = next.id;
        return new Superseding(next, null);
    }

    /** A new opinion, or a refusal. */
    record Superseding(@Nullable LegalAdvice next, @Nullable Refusal refusal) {

        static Superseding refused(Refusal refusal) {
            return new Superseding(null, refusal);
        }
    }

    Optional<Refusal> adopt(Adoption said) {
        if (givenAt == null) {
            return Optional.of(Refusal.of("advice.adoption.notGiven"));
        }
        if (supersededBy != null) {
            return Optional.of(Refusal.of("advice.adoption.superseded"));
        }
        if (said.extent() != Adoption.Extent.ADOPTED && said.reason().isBlank()) {
            return Optional.of(Refusal.at("reason", "advice.adoption.reasonMissing"));
        }
        if (said.reason().length() > LONGEST_REASON) {
            return Optional.of(Refusal.at("reason", "advice.reason.long", LONGEST_REASON));
        }
        adoption = said;
        return Optional.empty();
    }

    void recall(Recall because) {
        recall = because;
    }

    private Optional<Refusal> mayAnswer(String userId) {
        if (!userId.equals(adviserId)) {
            return Optional.of(Refusal.of("advice.notTheAdviser"));
        }
        if (recall != null) {
            return Optional.of(Refusal.of("recall.recalled"));
        }
        if (givenAt != null) {
            return Optional.of(Refusal.of("advice.givenAlready"));
        }
        return Optional.empty();
    }

    private Optional<Refusal> check(GivenOpinion said) {
        if (said.assessment() == null && assignedAt != null) {
            return Optional.of(Refusal.at("assessment", "advice.assessment.missing"));
        }
        if (said.opinions().size() != questions.size()) {
            return Optional.of(Refusal.at("opinions", "advice.opinion.each"));
        }
        for (int place = 0; place < questions.size(); place++) {
            String opinion = said.opinions().get(place);
            if (opinion.isBlank()) {
                return Optional.of(
                        questions.size() == 1
                                ? Refusal.at("opinions", "advice.opinion.missing")
                                : Refusal.at("opinions", "advice.opinion.missing.of", place + 1));
            }
            if (opinion.length() > LONGEST_TEXT) {
                return Optional.of(Refusal.at("opinions", "advice.opinion.long"));
            }
        }
        return said.files().size() > MOST_FILES
                ? Optional.of(Refusal.at("files", "advice.files.many", MOST_FILES))
                : Optional.empty();
    }

    private void write(GivenOpinion said, Instant now) {
        for (int place = 0; place < questions.size(); place++) {
            questions.set(place, questions.get(place).answered(said.opinions().get(place)));
        }
        files.addAll(said.files());
        assessment = said.assessment();
        givenAt = now;
    }

    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String regionId() {
        return regionId;
    }

    public String askingUnitId() {
        return askingUnitId;
    }

    public Party party() {
        return new Party(partyUnitId, partyName);
    }

    public List<AdviceQuestion> questions() {
        return List.copyOf(questions);
    }

    /** The stored files that came with the opinion. */
    public List<String> files() {
        return List.copyOf(files);
    }

    /** Who was asked and stood aside, in the order of time. */
    public List<Decline> declines() {
        return List.copyOf(declines);
    }

    /** Whom the question is put to; empty while nobody is found. */
    public Optional<String> adviserId() {
        return Optional.ofNullable(adviserId);
    }

    /** The unit for which the adviser who was asked advises; unknown of those whom an earlier release asked. */
    public Optional<String> adviserUnitId() {
        return Optional.ofNullable(adviserUnitId);
    }

    public boolean isOf(String userId) {
        return userId.equals(adviserId);
    }

    public String requestedBy() {
        return requestedBy;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    /** What the adviser concludes; empty also of opinions that an earlier release took. */
    public Optional<Assessment> assessment() {
        return Optional.ofNullable(assessment);
    }

    public Optional<Instant> givenAt() {
        return Optional.ofNullable(givenAt);
    }

    public boolean isGiven() {
        return givenAt != null;
    }

    /** Whether an answer is still awaited. */
    public boolean isOpen() {
        return givenAt == null && recall == null;
    }

    public boolean isLate() {
        return givenAt != null && dueAt != null && givenAt.isAfter(dueAt);
    }

    /** The opinion whose place this one takes. */
    public Optional<String> supersedes() {
        return Optional.ofNullable(supersedes);
    }

    public Optional<String> supersedeReason() {
        return Optional.ofNullable(supersedeReason);
    }

    public boolean isSuperseded() {
        return supersededBy != null;
    }

    public Optional<Adoption> adoption() {
        return Optional.ofNullable(adoption);
    }

    /** Whether those who asked still have to say what they make of it; earlier releases did not ask. */
    public boolean awaitsAdoption() {
        return givenAt != null && assessment != null && supersededBy == null && adoption == null;
    }

    /** Who took the question back before it was answered, and why. */
    public Optional<Recall> recall() {
        return Optional.ofNullable(recall);
    }
}
