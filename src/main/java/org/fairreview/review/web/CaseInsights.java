package org.fairreview.review.web;

import java.util.Set;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.ReviewRoute;
import org.fairreview.review.web.CaseInsight.Side;
import org.springframework.stereotype.Component;

/** Says from which side a person who may see a case looks at it. */
@Component
class CaseInsights {

    private static final Set<Role> REGULATING =
            Set.of(Role.CLERK, Role.REVIEWER, Role.SECTIONHEAD, Role.LEADER, Role.OFFICE, Role.AUDITOR);

    private final Units units;

    CaseInsights(Units units) {
        this.units = units;
    }

    CaseInsight of(ReviewCase review, Actor actor) {
        boolean own = review.route() == ReviewRoute.OWN;
        return new CaseInsight(side(review, actor), actor.userId(), own, review.isConcluded());
    }

    /**
     * Whoever submitted a measure, or belongs to the unit that drafted it, looks from there, whatever else it holds; the
     * clerk who registered it for a unit did not draft it.
     */
    private Side side(ReviewCase review, Actor actor) {
        boolean ownMeasure = !review.isOnBehalf() && actor.userId().equals(review.submittedBy());
        boolean ownUnit = actor.belongsTo(review.draftingUnitId())
                && (review.route() == ReviewRoute.OWN
                        || !review.draftingUnitId().equals(review.regulatorUnitId()));
        if (ownMeasure || ownUnit) {
            return Side.DRAFTING_UNIT;
        }
        if (actor.posts().stream().anyMatch(post -> regulates(review, post))) {
            return Side.REGULATOR;
        }
        boolean asked = actor.holds(Role.ADVISER) || actor.holds(Role.MEMBER);
        return asked ? Side.ADVISER : Side.DRAFTING_UNIT;
    }

    private boolean regulates(ReviewCase review, Post post) {
        return REGULATING.contains(post.role())
                && (post.unitId().equals(review.regulatorUnitId())
                        || units.find(post.unitId())
                                .filter(Unit::isRegulator)
                                .filter(unit ->
                                        units.visibleFrom(unit.regionId()).contains(review.regionId()))
                                .isPresent());
    }
}
