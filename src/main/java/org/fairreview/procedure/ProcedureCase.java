package org.fairreview.procedure;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fairreview.workflow.Refusal;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/**
 * How one normative document or major decision is made (制定程序).
 *
 * <p>Each draft that goes to the two reviews is a round. Nothing is deliberated, and nothing published, but a draft that
 * passed both: a conclusion counts for the draft that it was given on, and for the next one only where the change does not
 * touch what was reviewed.
 *
 * <p>It moves by verbs that check the state; what is refused comes back as a value and changes nothing.
 */
@Entity
@Table(name = "procedure_case")
public class ProcedureCase {

    /** Days; what is longer was mistyped, and nobody could go on before. */
    private static final int LONGEST_COMMENT = 365;

    private static final Set<StepKind> OF_THE_DRAFTER =
            Set.of(StepKind.OPEN_COMMENT, StepKind.SUMMARISE, StepKind.SUPPLEMENT, StepKind.REVISE);

    @Id
    private String number;

    @Version
    private int revision;

    private String regionId;

    private String draftingUnitId;

    private String legalUnitId;

    private String title;

    @Enumerated(EnumType.STRING)
    private ProcedureKind kind;

    @Enumerated(EnumType.STRING)
    private Decider decider;

    private String decidingBody;

    private boolean business;

    private String openedBy;

    private Instant openedAt;

    @Enumerated(EnumType.STRING)
    private ProcedureState state = ProcedureState.DRAFTED;

    @Column(name = "procedure_round")
    private int round = 1;

    private @Nullable String draftFileId;

    private @Nullable LocalDate commentStartsOn;

    private @Nullable LocalDate commentEndsOn;

    private @Nullable String commentPlace;

    private @Nullable String commentLink;

    @Column(length = 4000)
    private @Nullable String commentShortReason;

    private @Nullable Integer commentsReceived;

    @Column(length = 20000)
    private @Nullable String commentsSummary;

    @Column(length = 20000)
    private @Nullable String commentsAdoption;

    private @Nullable String commentsFileId;

    private @Nullable String reviewCase;

    private @Nullable String linkedVersionId;

    @Enumerated(EnumType.STRING)
    private @Nullable FairOutcome fairOutcome;

    private @Nullable LocalDate adoptedOn;

    private @Nullable LocalDate publishedOn;

    private @Nullable String publishedPlace;

    private @Nullable String publishedLink;

    private @Nullable String documentNumber;

    private @Nullable String publishedFileId;

    private @Nullable String filedWith;

    private @Nullable LocalDate filedOn;

    private @Nullable String filingNumber;

    private @Nullable String filingFileId;

    @Enumerated(EnumType.STRING)
    @Column(name = "procedure_end")
    private @Nullable ProcedureEnd end;

    @Column(length = 4000)
    private String endReason = "";

    private @Nullable Instant endedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "procedure_step", joinColumns = @JoinColumn(name = "procedure_number"))
    @OrderColumn(name = "place")
    @Fetch(FetchMode.SUBSELECT)
    private List<ProcedureStep> steps = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "procedure_legality", joinColumns = @JoinColumn(name = "procedure_number"))
    @OrderColumn(name = "place")
    @Fetch(FetchMode.SUBSELECT)
    private List<LegalityOpinion> opinions = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "procedure_fair_review", joinColumns = @JoinColumn(name = "procedure_number"))
    @OrderColumn(name = "place")
    @Fetch(FetchMode.SUBSELECT)
    private List<FairReview> fairReviews = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "procedure_change", joinColumns = @JoinColumn(name = "procedure_number"))
    @OrderColumn(name = "place")
    @Fetch(FetchMode.SUBSELECT)
    private List<DraftChange> changes = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "procedure_deliberation", joinColumns = @JoinColumn(name = "procedure_number"))
    @OrderColumn(name = "place")
    @Fetch(FetchMode.SUBSELECT)
    private List<Deliberation> deliberations = new ArrayList<>();

    protected ProcedureCase() {}

    ProcedureCase(String number, String regionId, ProcedureDraft draft, String openedBy, Instant now) {
        this.number = number;
        this.regionId = regionId;
        this.draftingUnitId = draft.draftingUnitId();
        this.legalUnitId = draft.legalUnitId();
        this.title = draft.title();
        this.kind = draft.kind();
        this.decider = draft.decider();
        this.decidingBody = draft.decidingBody();
        this.business = draft.business();
        this.openedBy = openedBy;
        this.openedAt = now;
    }

    // ---- steps

    void begin(StepKind step, Instant now, @Nullable Instant dueAt) {
        steps.add(ProcedureStep.begun(step, round, now, dueAt));
    }

    private void done(StepKind step, @Nullable String by, Instant now) {
        steps.replaceAll(each -> each.step() == step && each.isOpen() ? each.done(by, now) : each);
    }

    private boolean waitsFor(StepKind step) {
        return steps.stream().anyMatch(each -> each.step() == step && each.isOpen());
    }

    private static Optional<Refusal> notNow() {
        return Optional.of(Refusal.of("procedure.notNow"));
    }

    // ---- the public's comments

    /**
     * Registers that the draft is open to comment.
     *
     * @param earliestEnd the last day that the rules allow; only a major decision may be shorter, with the reason
     *     (重大行政决策程序暂行条例 15)
     */
    Optional<Refusal> openComment(
            CommentPeriod period, String fileId, LocalDate earliestEnd, String by, LocalDate today, Instant now) {
        if (state != ProcedureState.DRAFTED) {
            return notNow();
        }
        if (period.startsOn().isAfter(today)) {
            return Optional.of(Refusal.at("startsOn", "procedure.startsLater"));
        }
        if (period.endsOn().isBefore(period.startsOn())) {
            return Optional.of(Refusal.at("endsOn", "procedure.endsBeforeStart"));
        }
        if (period.endsOn().isAfter(period.startsOn().plusDays(LONGEST_COMMENT))) {
            return Optional.of(Refusal.at("endsOn", "procedure.endsTooLate", LONGEST_COMMENT));
        }
        if (period.endsOn().isBefore(earliestEnd)) {
            if (kind != ProcedureKind.MAJOR_DECISION) {
                return Optional.of(Refusal.at("endsOn", "procedure.commentTooShort", earliestEnd.toString()));
            }
            if (period.shortReason().isBlank()) {
                return Optional.of(Refusal.at("shortReason", "procedure.shortReasonMissing", earliestEnd.toString()));
            }
        }
        commentStartsOn = period.startsOn();
        commentEndsOn = period.endsOn();
        commentPlace = period.place();
        commentLink = period.link();
        commentShortReason = period.shortReason();
        draftFileId = fileId;
        state = ProcedureState.COMMENTING;
        done(StepKind.OPEN_COMMENT, by, now);
        return Optional.empty();
    }

    /** Takes what came of the comments, when the time to comment is over. */
    Optional<Refusal> summarise(CommentSummary said, String fileId, String by, LocalDate today, Instant now) {
        if (state != ProcedureState.COMMENTING) {
            return notNow();
        }
        LocalDate last = Objects.requireNonNull(commentEndsOn);
        if (!today.isAfter(last)) {
            return Optional.of(Refusal.of("procedure.commentRunning", last.toString()));
        }
        commentsReceived = said.received();
        commentsSummary = said.summary();
        commentsAdoption = said.adoption();
        commentsFileId = fileId;
        state = ProcedureState.REVIEWING;
        done(StepKind.SUMMARISE, by, now);
        return Optional.empty();
    }

    // ---- legality

    /** Whether the present draft is the person's own work, so that somebody else looks at its legality. */
    public boolean isDraftOf(String userId) {
        return openedBy.equals(userId)
                || steps.stream()
                        .anyMatch(step -> OF_THE_DRAFTER.contains(step.step()) && userId.equals(step.doneBy()));
    }

    /** Takes the legal side's opinion, or what it asks to be supplied. */
    Optional<Refusal> sayLegality(
            Legality legality,
            String said,
            LocalDate on,
            @Nullable String fileId,
            String by,
            LocalDate today,
            LocalDate since,
            Instant now) {
        if (state != ProcedureState.REVIEWING || !waitsFor(StepKind.LEGALITY)) {
            return notNow();
        }
        if (isDraftOf(by)) {
            return Optional.of(Refusal.of("procedure.ownDraft"));
        }
        if (on.isAfter(today)) {
            return Optional.of(Refusal.at("givenOn", "procedure.inTheFuture"));
        }
        if (on.isBefore(since)) {
            return Optional.of(Refusal.at("givenOn", "procedure.opinionBeforeFile", since.toString()));
        }
        opinions.add(new LegalityOpinion(round, legality, said, on, fileId, by, now, "", null));
        done(StepKind.LEGALITY, by, now);
        return Optional.empty();
    }

    Optional<Refusal> supplement(String text, @Nullable String fileId, String by, Instant now) {
        if (state != ProcedureState.REVIEWING || !waitsFor(StepKind.SUPPLEMENT)) {
            return notNow();
        }
        int last = opinions.size() - 1;
        opinions.set(last, opinions.get(last).supplied(text, fileId));
        done(StepKind.SUPPLEMENT, by, now);
        return Optional.empty();
    }

    /** When the legal side got the file on which it says something now. */
    Optional<Instant> legalityAskedAt() {
        return steps.stream()
                .filter(step -> step.step() == StepKind.LEGALITY && step.isOpen())
                .map(ProcedureStep::since)
                .findFirst();
    }

    /** What the legal side concluded on the present draft. */
    public Optional<LegalityOpinion> legality() {
        return opinions.stream()
                .filter(each -> each.round() == round && each.legality() != Legality.INCOMPLETE)
                .reduce((earlier, later) -> later);
    }

    // ---- fair competition

    /** The fair-competition review that counts for the present draft: given on it, or on one without a material change since. */
    public Optional<FairReview> fairReview() {
        return fairReviews.stream()
                .reduce((earlier, later) -> later)
                .filter(each -> changes.stream()
                        .noneMatch(change ->
                                change.round() >= each.round() && change.changedAt() != null && change.material()))
                .filter(each -> each.round() == round || each.outcome().passes());
    }

    /** Whether the present draft has yet to go through fair-competition review. */
    public boolean owesFairReview() {
        return fairReview().isEmpty();
    }

    /** Names the review of the present draft; one that was given on an earlier draft does not count again. */
    Optional<Refusal> link(Standing standing, String by, Instant now) {
        if (state != ProcedureState.REVIEWING || !waitsFor(StepKind.LINK_REVIEW)) {
            return notNow();
        }
        if (standing.outcome() == FairOutcome.REFUSED) {
            return Optional.of(Refusal.at("reviewCase", "procedure.reviewRefused"));
        }
        if (fairReviews.stream().anyMatch(each -> each.isOf(standing.reviewCase(), standing.versionId()))) {
            return Optional.of(Refusal.at("reviewCase", "procedure.reviewOfEarlierDraft"));
        }
        if (standing.outcome().passes() && standing.concludedOn().isBefore(Objects.requireNonNull(commentEndsOn))) {
            return Optional.of(Refusal.at("reviewCase", "procedure.reviewBeforeComments"));
        }
        reviewCase = standing.reviewCase();
        linkedVersionId = standing.versionId();
        fairOutcome = FairOutcome.PENDING;
        done(StepKind.LINK_REVIEW, by, now);
        begin(StepKind.FAIR_REVIEW, now, null);
        return Optional.empty();
    }

    /** Takes what the linked review said; nothing while it has not said anything. */
    void settle(Standing standing, Instant now) {
        if (standing.outcome() == FairOutcome.PENDING || !waitsFor(StepKind.FAIR_REVIEW)) {
            return;
        }
        fairOutcome = standing.outcome();
        fairReviews.add(new FairReview(
                round,
                standing.reviewCase(),
                standing.versionId(),
                standing.outcome(),
                standing.reason(),
                standing.concludedOn(),
                now));
        done(StepKind.FAIR_REVIEW, null, now);
    }

    /** Whether the review that let the draft pass still does so: nothing was changed, and nothing ended it. */
    private boolean stillPasses(@Nullable Standing live) {
        return live != null
                && live.outcome().passes()
                && fairReview()
                        .filter(each -> each.outcome().passes() && each.isOf(live.reviewCase(), live.versionId()))
                        .isPresent();
    }

    private boolean isLawful() {
        return legality().filter(each -> each.legality().passes()).isPresent();
    }

    /** Whether the legal side had the text before it that the review let pass: not one that was changed in the review later. */
    private boolean isLawfulAsReviewed(@Nullable Standing live) {
        return live == null
                || live.versionId().equals(linkedVersionId)
                || legality()
                        .filter(each -> !each.givenAt().isBefore(live.versionSubmittedAt()))
                        .isPresent();
    }

    /**
     * Sends the draft to deliberation when both reviews let it pass, and back to its drafter otherwise: also where its text was
     * changed in the one review after the other had seen it, and where a conclusion was given up meanwhile.
     */
    boolean weigh(@Nullable Standing live) {
        boolean fair = stillPasses(live);
        boolean passed = state == ProcedureState.REVIEWING && isLawful() && fair && isLawfulAsReviewed(live);
        if (passed) {
            state = ProcedureState.DELIBERATING;
        } else if (!fair && fairReview().filter(each -> each.outcome().passes()).isPresent()) {
            goBack(ChangeCause.VOIDED, "");
        } else {
            goBack(fair && isLawful() ? ChangeCause.AMENDED : ChangeCause.REVIEWS, "");
        }
        return passed;
    }

    private void goBack(ChangeCause cause, String reason) {
        state = ProcedureState.REVISING;
        adoptedOn = null;
        changes.add(DraftChange.wanted(round, cause, reason));
    }

    // ---- change

    /** Whether the drafter may say that a change does not touch what fair-competition review has looked at. */
    public boolean mayKeepFairReview() {
        return changes.stream()
                        .reduce((earlier, later) -> later)
                        .filter(change ->
                                change.cause() == ChangeCause.REVIEWS || change.cause() == ChangeCause.AMENDED)
                        .isPresent()
                && fairReview().filter(each -> each.outcome().passes()).isPresent();
    }

    /** Takes the changed draft: a new round of both reviews, or of the legal one alone. */
    Optional<Refusal> revise(String said, boolean material, String fileId, String by, Instant now) {
        if (state != ProcedureState.REVISING) {
            return notNow();
        }
        if (!material && !mayKeepFairReview()) {
            return Optional.of(Refusal.at("material", "procedure.materialNeeded"));
        }
        int last = changes.size() - 1;
        changes.set(last, changes.get(last).made(said, material, by, now));
        draftFileId = fileId;
        round++;
        state = ProcedureState.REVIEWING;
        done(StepKind.REVISE, by, now);
        if (owesFairReview()) {
            fairOutcome = null;
        }
        return Optional.empty();
    }

    Optional<Refusal> giveUp(String reason, String by, Instant now) {
        if (state != ProcedureState.REVISING) {
            return notNow();
        }
        done(StepKind.REVISE, by, now);
        end(ProcedureEnd.GIVEN_UP, reason, now);
        return Optional.empty();
    }

    /** Whether it can still be stopped: what the public knows of is repealed, not stopped. */
    public boolean isStoppable() {
        return state != ProcedureState.FILING && state != ProcedureState.ENDED;
    }

    /** The drafting unit makes the document no longer, whoever's turn it is. Steps that wait are not done, now or ever. */
    Optional<Refusal> stop(String reason, Instant now) {
        if (!isStoppable()) {
            return Optional.of(Refusal.of("procedure.stoppedTooLate"));
        }
        end(ProcedureEnd.GIVEN_UP, reason, now);
        return Optional.empty();
    }

    // ---- deliberation, publication, filing

    /** Why the present draft must be neither deliberated nor published: it was not reviewed, or is so no longer. */
    private Optional<Refusal> unreviewed(@Nullable Standing live) {
        if (!isLawful()) {
            return Optional.of(Refusal.of("procedure.legalityMissing"));
        }
        if (fairReview().filter(each -> each.outcome().passes()).isEmpty()) {
            return Optional.of(Refusal.of("procedure.fairReviewMissing"));
        }
        return stillPasses(live) ? Optional.empty() : Optional.of(Refusal.of("procedure.fairReviewVoid"));
    }

    /** The first day on which the present draft could be deliberated: both reviews had let it pass. */
    private LocalDate reviewedSince() {
        LocalDate legal = legality().orElseThrow().givenOn();
        LocalDate fair = fairReview().orElseThrow().concludedOn();
        return legal.isAfter(fair) ? legal : fair;
    }

    /**
     * Registers a deliberation. Nothing unreviewed is deliberated (公平竞争审查条例 18; 重大行政决策程序暂行条例 25, 29).
     *
     * @param live how the linked review stands at this moment
     */
    Optional<Refusal> deliberate(Deliberation held, @Nullable Standing live, LocalDate today) {
        Optional<Refusal> unreviewed = unreviewed(live);
        if (unreviewed.isPresent()) {
            return unreviewed;
        }
        if (state != ProcedureState.DELIBERATING) {
            return notNow();
        }
        if (held.heldOn().isAfter(today)) {
            return Optional.of(Refusal.at("heldOn", "procedure.inTheFuture"));
        }
        if (held.heldOn().isBefore(reviewedSince())) {
            return Optional.of(Refusal.at(
                    "heldOn", "procedure.heldBeforeReviews", reviewedSince().toString()));
        }
        boolean changed = held.resolution() == Resolution.ADOPTED_WITH_CHANGES;
        if (changed && held.changes().isBlank()) {
            return Optional.of(Refusal.at("changes", "procedure.changesMissing"));
        }
        deliberations.add(held);
        done(StepKind.DELIBERATE, held.registeredBy(), held.registeredAt());
        if (held.resolution() == Resolution.NOT_ADOPTED) {
            end(ProcedureEnd.NOT_ADOPTED, "", held.registeredAt());
        } else if (changed && held.material()) {
            goBack(ChangeCause.DELIBERATION, "");
        } else {
            adoptedOn = held.heldOn();
            state = ProcedureState.PUBLISHING;
        }
        return Optional.empty();
    }

    /** Sends a draft that was changed since its reviews back to them. */
    Optional<Refusal> sendBack(String reason, String by, Instant now) {
        if (state != ProcedureState.DELIBERATING && state != ProcedureState.PUBLISHING) {
            return notNow();
        }
        done(state == ProcedureState.DELIBERATING ? StepKind.DELIBERATE : StepKind.PUBLISH, by, now);
        goBack(ChangeCause.RETURNED, reason);
        return Optional.empty();
    }

    /** Registers the publication of what was adopted; unpublished documents are no basis for administration (条例 64). */
    Optional<Refusal> publish(
            Publication how, String fileId, @Nullable Standing live, String by, LocalDate today, Instant now) {
        Optional<Refusal> unreviewed = unreviewed(live);
        if (unreviewed.isPresent()) {
            return unreviewed;
        }
        if (state != ProcedureState.PUBLISHING) {
            return notNow();
        }
        if (how.publishedOn().isAfter(today)) {
            return Optional.of(Refusal.at("publishedOn", "procedure.inTheFuture"));
        }
        if (how.publishedOn().isBefore(Objects.requireNonNull(adoptedOn))) {
            return Optional.of(Refusal.at("publishedOn", "procedure.publishedBeforeAdopted", adoptedOn.toString()));
        }
        if (kind == ProcedureKind.NORMATIVE_DOCUMENT && how.documentNumber().isBlank()) {
            return Optional.of(Refusal.at("documentNumber", "procedure.documentNumberMissing"));
        }
        publishedOn = how.publishedOn();
        publishedPlace = how.place();
        publishedLink = how.link();
        documentNumber = how.documentNumber();
        publishedFileId = fileId;
        state = ProcedureState.FILING;
        done(StepKind.PUBLISH, by, now);
        return Optional.empty();
    }

    Optional<Refusal> file(DocumentFiling filing, @Nullable String fileId, String by, LocalDate today, Instant now) {
        if (state != ProcedureState.FILING) {
            return notNow();
        }
        if (filing.filedOn().isAfter(today)) {
            return Optional.of(Refusal.at("filedOn", "procedure.inTheFuture"));
        }
        if (filing.filedOn().isBefore(Objects.requireNonNull(publishedOn))) {
            return Optional.of(Refusal.at("filedOn", "procedure.filedBeforePublished", publishedOn.toString()));
        }
        filedWith = filing.filedWith();
        filedOn = filing.filedOn();
        filingNumber = filing.receiptNumber();
        filingFileId = fileId;
        done(StepKind.FILE, by, now);
        end(ProcedureEnd.PUBLISHED, "", now);
        return Optional.empty();
    }

    private void end(ProcedureEnd how, String reason, Instant now) {
        state = ProcedureState.ENDED;
        end = how;
        endReason = reason;
        endedAt = now;
    }

    // ---- what it tells

    public String number() {
        return number;
    }

    public String regionId() {
        return regionId;
    }

    public String draftingUnitId() {
        return draftingUnitId;
    }

    public String legalUnitId() {
        return legalUnitId;
    }

    public String title() {
        return title;
    }

    public ProcedureKind kind() {
        return kind;
    }

    public Decider decider() {
        return decider;
    }

    public String decidingBody() {
        return decidingBody;
    }

    public boolean isBusiness() {
        return business;
    }

    public String openedBy() {
        return openedBy;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public ProcedureState state() {
        return state;
    }

    /** Which draft stands under review, from 1. */
    public int round() {
        return round;
    }

    /** The text as it went to the public, or as it was changed last. */
    public Optional<String> draftFileId() {
        return Optional.ofNullable(draftFileId);
    }

    public Optional<CommentPeriod> comment() {
        return commentStartsOn == null
                ? Optional.empty()
                : Optional.of(new CommentPeriod(
                        commentStartsOn,
                        Objects.requireNonNull(commentEndsOn),
                        Objects.requireNonNullElse(commentPlace, ""),
                        Objects.requireNonNullElse(commentLink, ""),
                        Objects.requireNonNullElse(commentShortReason, "")));
    }

    public Optional<CommentSummary> comments() {
        return commentsReceived == null
                ? Optional.empty()
                : Optional.of(new CommentSummary(
                        commentsReceived,
                        Objects.requireNonNullElse(commentsSummary, ""),
                        Objects.requireNonNullElse(commentsAdoption, "")));
    }

    public Optional<String> commentsFileId() {
        return Optional.ofNullable(commentsFileId);
    }

    /** The number of the fair-competition review of the present draft, or of the last one. */
    public Optional<String> reviewCase() {
        return Optional.ofNullable(reviewCase);
    }

    /** How fair-competition review stands for the present draft; empty until a review is named. */
    public Optional<FairOutcome> fairOutcome() {
        return Optional.ofNullable(fairOutcome);
    }

    public List<ProcedureStep> steps() {
        return List.copyOf(steps);
    }

    public List<LegalityOpinion> opinions() {
        return List.copyOf(opinions);
    }

    public List<FairReview> fairReviews() {
        return List.copyOf(fairReviews);
    }

    public List<DraftChange> changes() {
        return List.copyOf(changes);
    }

    public List<Deliberation> deliberations() {
        return List.copyOf(deliberations);
    }

    /** The day of the meeting that adopted it. */
    public Optional<LocalDate> adoptedOn() {
        return Optional.ofNullable(adoptedOn);
    }

    public Optional<Publication> publication() {
        return publishedOn == null
                ? Optional.empty()
                : Optional.of(new Publication(
                        publishedOn,
                        Objects.requireNonNullElse(publishedPlace, ""),
                        Objects.requireNonNullElse(publishedLink, ""),
                        Objects.requireNonNullElse(documentNumber, "")));
    }

    public Optional<String> publishedFileId() {
        return Optional.ofNullable(publishedFileId);
    }

    public Optional<DocumentFiling> filing() {
        return filedOn == null
                ? Optional.empty()
                : Optional.of(new DocumentFiling(
                        Objects.requireNonNullElse(filedWith, ""),
                        filedOn,
                        Objects.requireNonNullElse(filingNumber, "")));
    }

    public Optional<String> filingFileId() {
        return Optional.ofNullable(filingFileId);
    }

    public Optional<ProcedureEnd> end() {
        return Optional.ofNullable(end);
    }

    public String endReason() {
        return endReason;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Whether it waits for a step whose limit is over. */
    public boolean isLate(Instant now) {
        return end == null && steps.stream().anyMatch(step -> step.isOpen() && step.isLate(now));
    }
}
