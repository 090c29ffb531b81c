package org.fairreview.review.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.review.CaseFile;
import org.fairreview.review.CaseFile.Sight;
import org.fairreview.workflow.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers reviews that were done on paper because the measure is classified (线下审查), and shows them. */
@Service
@Transactional
public class OfflineReviews {

    private final OfflineReviewRows rows;
    private final PastReviews pastReviews;
    private final CaseFile cases;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OfflineReviews(
            OfflineReviewRows rows,
            PastReviews pastReviews,
            CaseFile cases,
            Units units,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.pastReviews = pastReviews;
        this.cases = cases;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the person registers them: a clerk of a market-regulation department, as with earlier reviews. */
    @Transactional(readOnly = true)
    public boolean mayRegister(Actor actor) {
        return pastReviews.mayEnter(actor);
    }

    /** The units for which the person registers. */
    @Transactional(readOnly = true)
    public List<Unit> unitsFor(Actor actor) {
        return pastReviews.unitsFor(actor).stream()
                .filter(unit -> !unit.isRegulator() && !unit.isDissolved())
                .toList();
    }

    /** What is wrong, by field; nothing where it can be registered. */
    @Transactional(readOnly = true)
    public List<Refusal> check(OfflineFacts facts, Actor actor) {
        List<Refusal> problems = facts.problems(LocalDate.now(clock));
        if (!problems.isEmpty()) {
            return problems;
        }
        Optional<Unit> unit = unitsFor(actor).stream()
                .filter(each -> each.id().equals(facts.unitId()))
                .findFirst();
        if (unit.isEmpty()) {
            return List.of(Refusal.at("unit", "offline.unitMissing"));
        }
        return rows.existsByRegionIdAndPaperNumber(unit.get().regionId(), facts.paperNumber())
                ? List.of(Refusal.at("paperNumber", "offline.registeredBefore"))
                : List.of();
    }

    /**
     * Registers the review; it is closed with that.
     *
     * @throws Refusal the first of those that {@link #check} gives
     */
    public OfflineReview register(OfflineFacts facts, Actor actor) {
        check(facts, actor).stream().findFirst().ifPresent(refusal -> {
            throw refusal;
        });
        Unit unit = units.find(facts.unitId()).orElseThrow();
        OfflineReview review = rows.save(new OfflineReview(
                unit.regionId(),
                facts,
                Objects.requireNonNull(facts.reviewedOn())
                        .atStartOfDay(clock.getZone())
                        .toInstant(),
                actor.userId(),
                clock.instant()));
        events.publishEvent(new OfflineReviewRegistered(actor.userId(), unit.name(), facts.paperNumber()));
        return review;
    }

    /** The registered review, where the person may see it; otherwise it is as if it did not exist. */
    @Transactional(readOnly = true)
    public Optional<OfflineReview> find(long id, Actor actor) {
        Sight sight = cases.sightOf(actor);
        return rows.findById(id)
                .filter(review -> sight.regions().contains(review.regionId())
                        || sight.drafters().contains(review.unitId()));
    }
}
