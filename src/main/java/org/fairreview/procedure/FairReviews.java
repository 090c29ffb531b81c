package org.fairreview.procedure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Units;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.Measure;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseEnd;
import org.fairreview.review.CaseFile;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.ReviewRoute;
import org.fairreview.workflow.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The fair-competition reviews that procedures refer to, as they stand. */
@Component
@Transactional(readOnly = true)
public class FairReviews {

    private static final int MOST = 200;

    /** What may stand differently in one title and the other. */
    private static final Pattern BESIDE = Pattern.compile("[\\s《》〈〉]|[（(](草案|征求意见稿|送审稿|审议稿|修订稿|代拟稿)[)）]");

    private final CaseFile cases;
    private final Measures measures;
    private final Units units;
    private final ProcedureRows rows;
    private final JdbcClient jdbc;
    private final Clock clock;

    FairReviews(CaseFile cases, Measures measures, Units units, ProcedureRows rows, JdbcClient jdbc, Clock clock) {
        this.cases = cases;
        this.measures = measures;
        this.units = units;
        this.rows = rows;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Lets naming a review and the end of that review wait for each other, until the transaction is over: whichever comes
     * second sees the other, so that no procedure waits for what was said already.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void await(String number) {
        jdbc.sql("select number from review_case where number = ? for update")
                .param(number)
                .query(String.class)
                .optional();
    }

    /** How the review stands now. */
    Standing standing(String number) {
        ReviewCase review = cases.get(number);
        FairOutcome outcome = outcome(review);
        return new Standing(
                number,
                review.versionId(),
                measures.version(review.versionId()).submittedAt(),
                outcome,
                outcome == FairOutcome.NOT_REQUIRED ? review.endReason().orElse("") : "",
                review.signedOffAt().or(review::endedAt).map(this::day).orElse(LocalDate.now(clock)));
    }

    private static FairOutcome outcome(ReviewCase review) {
        Optional<CaseEnd> end = review.caseEnd();
        if (end.isPresent()) {
            return switch (end.get()) {
                case ISSUED -> FairOutcome.PASSED;
                case OUT_OF_SCOPE -> FairOutcome.NOT_REQUIRED;
                case NOT_ISSUED, WITHDRAWN, RETURNED, OFFLINE -> FairOutcome.REFUSED;
            };
        }
        return switch (review.stage()) {
            case DELIVERED -> FairOutcome.PASSED;
            case TO_REVISE -> FairOutcome.REFUSED;
            default -> FairOutcome.PENDING;
        };
    }

    /** Why the case cannot be the review of the procedure's document. */
    Optional<Refusal> objection(ProcedureCase procedure, String number) {
        if (number.isBlank() || !cases.exists(number)) {
            return Optional.of(Refusal.at("reviewCase", "procedure.reviewUnknown"));
        }
        ReviewCase review = cases.get(number);
        if (!units.inCharge(review.draftingUnitId()).equals(units.inCharge(procedure.draftingUnitId()))) {
            return Optional.of(Refusal.at("reviewCase", "procedure.reviewOfAnotherUnit"));
        }
        if (!isOfTitle(procedure, review)) {
            return Optional.of(Refusal.at("reviewCase", "procedure.reviewOfAnotherTitle"));
        }
        if (procedure.decider() == Decider.GOVERNMENT
                && review.route() == ReviewRoute.OWN
                && measures.get(review.measureId()).facts().issuance() == Issuance.DEPARTMENT) {
            return Optional.of(Refusal.at("reviewCase", "procedure.reviewOfAnotherRoute"));
        }
        return rows.existsByReviewCaseAndNumberNot(number, procedure.number())
                ? Optional.of(Refusal.at("reviewCase", "procedure.reviewOfAnotherProcedure"))
                : Optional.empty();
    }

    /** A restricted measure is none that the public may comment on, and a re-review of an exception is of an issued one. */
    private boolean isOfTitle(ProcedureCase procedure, ReviewCase review) {
        Measure measure = measures.get(review.measureId());
        return review.renewalOf().isEmpty()
                && !measure.circulation().isRestricted()
                && plain(measure.facts().title()).equals(plain(procedure.title()));
    }

    /** The unit's reviews that may be named, the latest first. */
    public List<ReviewCase> choices(ProcedureCase procedure, Actor actor) {
        return cases
                .latestOf(units.withPredecessors(List.of(units.inCharge(procedure.draftingUnitId()))), actor, MOST)
                .stream()
                .filter(review -> objection(procedure, review.number()).isEmpty())
                .filter(review -> outcome(review) != FairOutcome.REFUSED)
                .toList();
    }

    private static String plain(String title) {
        return BESIDE.matcher(title).replaceAll("");
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}
