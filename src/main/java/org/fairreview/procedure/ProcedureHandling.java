package org.fairreview.procedure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.legaladvice.Advisers;
import org.fairreview.legaladvice.Party;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the public's comments to the end of both reviews: what the drafting unit and the legal side do. */
@Service
@Transactional
public class ProcedureHandling {

    /** What began earlier was mistyped; limits of earlier days are not known. */
    private static final int OLDEST_YEARS = 5;

    private final ProcedureRows rows;
    private final ProcedureLimits limits;
    private final FairReviews reviews;
    private final ProcedureFiles files;
    private final Advisers advisers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProcedureHandling(
            ProcedureRows rows,
            ProcedureLimits limits,
            FairReviews reviews,
            ProcedureFiles files,
            Advisers advisers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.limits = limits;
        this.reviews = reviews;
        this.files = files;
        this.advisers = advisers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Registers that the draft is open to comment.
     *
     * @param fileId the draft as it is published, a file that the person staged
     */
    public Optional<Refusal> openComment(String number, CommentPeriod period, String fileId, String by) {
        ProcedureCase procedure = hold(number);
        return ProcedureFiles.webLink("link", period.link())
                .or(() -> files.missing("draft", fileId, by))
                .or(() -> period.startsOn().isBefore(today().minusYears(OLDEST_YEARS))
                        ? Optional.of(Refusal.at("startsOn", "procedure.startsTooLongAgo"))
                        : Optional.empty())
                .or(() -> procedure.openComment(
                        period, fileId, limits.commentAtLeastUntil(procedure, period.startsOn()), by, today(), now()))
                .or(() -> {
                    procedure.begin(
                            StepKind.SUMMARISE, now(), limits.due(procedure, StepKind.SUMMARISE, period.endsOn()));
                    files.keep(number, fileId, "PROCEDURE_DRAFT");
                    return Optional.empty();
                });
    }

    /** Takes what came of the comments. */
    public Optional<Refusal> summarise(String number, CommentSummary said, String fileId, String by) {
        ProcedureCase procedure = hold(number);
        return files.missing("comments", fileId, by)
                .or(() -> procedure.summarise(said, fileId, by, today(), now()))
                .or(() -> files.keep(number, fileId, "PROCEDURE_COMMENTS"));
    }

    /** Begins the reviews of a draft; says whether it owes fair-competition review, too. */
    public boolean beginReviews(String number) {
        ProcedureCase procedure = hold(number);
        begin(procedure, StepKind.LEGALITY);
        if (procedure.owesFairReview()) {
            begin(procedure, StepKind.LINK_REVIEW);
        }
        return procedure.owesFairReview();
    }

    /** Takes the legal side's opinion, or what it asks to be supplied; says so of nobody who has a conflict of interest. */
    public Optional<Refusal> sayLegality(
            String number, Legality legality, String said, LocalDate on, @Nullable String fileId, String by) {
        ProcedureCase procedure = hold(number);
        if (isBarred(procedure, by)) {
            return Optional.of(Refusal.of("procedure.conflict"));
        }
        boolean concludes = legality != Legality.INCOMPLETE;
        Optional<Refusal> missing =
                concludes || fileId != null ? files.missing("opinion", fileId, by) : Optional.empty();
        return missing.or(() -> procedure.sayLegality(
                        legality, said, on, fileId, by, today(), legalityAskedOn(procedure), now()))
                .or(() -> {
                    if (!concludes) {
                        begin(procedure, StepKind.SUPPLEMENT);
                    }
                    return fileId == null ? Optional.empty() : files.keep(number, fileId, "LEGALITY_OPINION");
                });
    }

    private LocalDate legalityAskedOn(ProcedureCase procedure) {
        return LocalDate.ofInstant(procedure.legalityAskedAt().orElse(now()), clock.getZone());
    }

    /** Whether the person must not look at the draft's legality: it is the person's own, or a conflict is in force. */
    boolean isBarred(ProcedureCase procedure, String userId) {
        return procedure.isDraftOf(userId)
                || advisers.conflict(userId, Party.unit(procedure.draftingUnitId()))
                        .isPresent();
    }

    /** Supplies what the legal side asked for: its limit begins anew. */
    public Optional<Refusal> supplement(String number, String text, @Nullable String fileId, String by) {
        ProcedureCase procedure = hold(number);
        return (fileId == null ? Optional.<Refusal>empty() : files.missing("supplement", fileId, by))
                .or(() -> procedure.supplement(text, fileId, by, now()))
                .or(() -> {
                    begin(procedure, StepKind.LEGALITY);
                    return fileId == null ? Optional.empty() : files.keep(number, fileId, "PROCEDURE_SUPPLEMENT");
                });
    }

    /** Names the fair-competition review of the present draft. */
    public Optional<Refusal> link(String number, String reviewCase, String by) {
        ProcedureCase procedure = hold(number);
        reviews.await(reviewCase);
        return reviews.objection(procedure, reviewCase)
                .or(() -> procedure.link(reviews.standing(reviewCase), by, now()));
    }

    /** Whether the linked review has said what it says. */
    @Transactional(readOnly = true)
    public boolean isReviewSettled(String number) {
        return standing(rows.findById(number).orElseThrow())
                .filter(live -> live.outcome() != FairOutcome.PENDING)
                .isPresent();
    }

    /** Takes what the linked review said. */
    public void takeConclusion(String number) {
        ProcedureCase procedure = hold(number);
        standing(procedure).ifPresent(live -> {
            procedure.settle(live, now());
            events.publishEvent(new ProcedureRecorded(
                    number,
                    "procedure.reviewSettled",
                    Map.of(
                            "reviewCase",
                            live.reviewCase(),
                            "fairOutcome",
                            live.outcome().name(),
                            "reason",
                            live.reason()),
                    true));
        });
    }

    /** The procedures whose present review the case is, those included that are just naming it. */
    public List<String> linkedTo(String reviewCase) {
        if (rows.existsByReviewCaseIsNullAndEndedAtIsNull()) {
            reviews.await(reviewCase);
        }
        return rows.numbersLinkedTo(reviewCase);
    }

    /** Weighs both reviews: on to deliberation, or back to the drafter. */
    public boolean weigh(String number) {
        ProcedureCase procedure = hold(number);
        boolean passed = procedure.weigh(standing(procedure).orElse(null));
        begin(procedure, passed ? StepKind.DELIBERATE : StepKind.REVISE);
        events.publishEvent(new ProcedureRecorded(
                number, passed ? "procedure.reviewsPassed" : "procedure.reviewsNotPassed", Map.of(), true));
        return passed;
    }

    /**
     * Takes the changed draft.
     *
     * @param material whether the change touches what fair-competition review has looked at
     */
    public Optional<Refusal> revise(String number, String said, boolean material, String fileId, String by) {
        ProcedureCase procedure = hold(number);
        return files.missing("draft", fileId, by)
                .or(() -> procedure.revise(said, material, fileId, by, now()))
                .or(() -> files.keep(number, fileId, "PROCEDURE_DRAFT"));
    }

    /** Gives the document up. */
    public Optional<Refusal> giveUp(String number, String reason, String by) {
        return hold(number).giveUp(reason, by, now());
    }

    private Optional<Standing> standing(ProcedureCase procedure) {
        return procedure.reviewCase().map(reviews::standing);
    }

    private void begin(ProcedureCase procedure, StepKind step) {
        procedure.begin(step, now(), limits.dueFromNow(procedure, step));
    }

    private ProcedureCase hold(String number) {
        return rows.hold(number).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant now() {
        return clock.instant();
    }
}
