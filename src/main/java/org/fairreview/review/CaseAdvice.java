package org.fairreview.review;

import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.legaladvice.Adoption;
import org.fairreview.legaladvice.AdviceMandate;
import org.fairreview.legaladvice.GivenOpinion;
import org.fairreview.legaladvice.LegalAdvice;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.measure.Measures;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What advisers said in a case: what becomes of it, and until when it may be superseded. */
@Service
@Transactional
public class CaseAdvice {

    private final ReviewCases cases;
    private final LegalAdvices advices;
    private final AdviceMandate mandate;
    private final Measures measures;
    private final Directory directory;
    private final Units units;

    CaseAdvice(
            ReviewCases cases,
            LegalAdvices advices,
            AdviceMandate mandate,
            Measures measures,
            Directory directory,
            Units units) {
        this.cases = cases;
        this.advices = advices;
        this.mandate = mandate;
        this.measures = measures;
        this.directory = directory;
        this.units = units;
    }

    /**
     * Why the case cannot be concluded like that: an adviser who had to be asked was not, or nobody said what becomes of
     * an opinion.
     */
    @Transactional(readOnly = true)
    Optional<Refusal> mayConclude(ReviewCase review, Conclusion conclusion, boolean hasFindings) {
        if (isMissing(review, conclusion == Conclusion.EXCEPTION, hasFindings)) {
            return Optional.of(Refusal.at("conclusion", "advice.mandatory.missing"));
        }
        return awaited(review.number(), "advice.adoption.awaited");
    }

    /** Why the review cannot go on without asking an adviser; empty where it can. */
    @Transactional(readOnly = true)
    public Optional<Refusal> mayGoUnadvised(String caseNumber, boolean hasFindings) {
        return isMissing(cases.findById(caseNumber).orElseThrow(), false, hasFindings)
                ? Optional.of(Refusal.at("adviceWanted", "advice.mandatory.ask"))
                : Optional.empty();
    }

    /** The unit's own review asks nobody. */
    private boolean isMissing(ReviewCase review, boolean exceptionClaimed, boolean hasFindings) {
        return review.route() != ReviewRoute.OWN
                && advices.of(review.number()).stream().noneMatch(LegalAdvice::isGiven)
                && mandate.holds(
                        review.regionId(),
                        measures.get(review.measureId()).facts().kind(),
                        exceptionClaimed,
                        hasFindings);
    }

    @Transactional(readOnly = true)
    Optional<Refusal> maySign(String caseNumber) {
        return awaited(caseNumber, "advice.adoption.awaited.sign");
    }

    private Optional<Refusal> awaited(String caseNumber, String key) {
        return advices.awaitingAdoption(caseNumber)
                .map(advice -> Refusal.at(
                        "adoptions",
                        key,
                        advice.adviserId().map(directory::nameOf).orElse("")));
    }

    /** Whether the person says what becomes of the opinion: a reviewer of the regulator, until the conclusion is signed off. */
    @Transactional(readOnly = true)
    public boolean mayAdopt(ReviewCase review, LegalAdvice advice, Actor actor) {
        return isOpen(review)
                && advice.isGiven()
                && !advice.isSuperseded()
                && advice.assessment().isPresent()
                && actor.holds(Role.REVIEWER, units.inCharge(review.regulatorUnitId()));
    }

    /** Says what becomes of an opinion; may be said anew until the conclusion is signed off. */
    public Optional<Refusal> adopt(
            String caseNumber,
            String adviceId,
            Adoption.@Nullable Extent extent,
            @Nullable String reason,
            Actor actor) {
        ReviewCase review = cases.findById(caseNumber).orElseThrow();
        Optional<LegalAdvice> advice =
                advices.find(adviceId).filter(each -> each.caseNumber().equals(caseNumber));
        if (advice.isEmpty()) {
            return Optional.of(Refusal.at("adoptions", "task.malformed"));
        }
        if (!mayAdopt(review, advice.get(), actor)) {
            return Optional.of(Refusal.at("adoptions", "advice.adoption.notNow"));
        }
        return advices.adopt(adviceId, actor.userId(), extent, reason == null ? "" : reason);
    }

    /** Whether the person may put a new opinion in the place of this one: its adviser, until the case is signed off. */
    @Transactional(readOnly = true)
    public boolean maySupersede(ReviewCase review, LegalAdvice advice, Actor actor) {
        return isOpen(review) && actor.holds(Role.ADVISER) && advices.maySupersede(advice, actor.userId());
    }

    public Optional<Refusal> supersede(
            String caseNumber, String adviceId, GivenOpinion said, String reason, Actor actor) {
        ReviewCase review = cases.findById(caseNumber).orElseThrow();
        return isOpen(review)
                ? advices.supersede(adviceId, actor.userId(), said, reason)
                : Optional.of(Refusal.of("advice.supersede.concluded"));
    }

    private static boolean isOpen(ReviewCase review) {
        return review.signedOffAt().isEmpty() && review.caseEnd().isEmpty();
    }
}
