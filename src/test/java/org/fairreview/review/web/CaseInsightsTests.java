package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import java.util.Set;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.web.CaseInsight.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From which side somebody looks at a case. */
class CaseInsightsTests {

    private final Units units = mock(Units.class);
    private final ReviewCase review = mock(ReviewCase.class);
    private final CaseInsights insights = new CaseInsights(units);

    @BeforeEach
    void a_case_of_the_city() {
        when(units.find(anyString())).thenReturn(Optional.empty());
        when(review.draftingUnitId()).thenReturn(People.DRAFTING_UNIT);
        when(review.regulatorUnitId()).thenReturn(People.REGULATOR);
        when(review.regionId()).thenReturn("r420600");
        when(review.submittedBy()).thenReturn("chenyu");
        when(review.isConcluded()).thenReturn(false);
    }

    @Test
    void the_regulators_people_look_from_inside() {
        assertThat(sideOf(People.clerk())).isEqualTo(Side.REGULATOR);
    }

    @Test
    void the_drafters_look_from_the_drafting_unit() {
        assertThat(sideOf(People.drafter())).isEqualTo(Side.DRAFTING_UNIT);
    }

    @Test
    void an_adviser_of_a_law_firm_looks_as_adviser() {
        assertThat(sideOf(People.adviser())).isEqualTo(Side.ADVISER);
    }

    @Test
    void a_public_lawyer_within_the_regulator_is_an_adviser_and_no_more() {
        assertThat(sideOf(People.holding("gonglaw", new Post(People.REGULATOR, Role.ADVISER))))
                .isEqualTo(Side.ADVISER);
    }

    @Test
    void a_reviewer_who_also_belongs_to_the_drafting_unit_looks_from_there() {
        assertThat(sideOf(People.holding(
                        "zhaolei",
                        new Post(People.REGULATOR, Role.REVIEWER),
                        new Post(People.DRAFTING_UNIT, Role.ADVISER))))
                .isEqualTo(Side.DRAFTING_UNIT);
    }

    @Test
    void whoever_submitted_the_measure_looks_from_the_drafting_unit_even_within_the_regulator() {
        when(review.draftingUnitId()).thenReturn(People.REGULATOR);
        Actor submitter = People.holding(
                "chenyu", new Post(People.REGULATOR, Role.DRAFTER), new Post(People.REGULATOR, Role.CLERK));

        assertThat(sideOf(submitter)).isEqualTo(Side.DRAFTING_UNIT);
        assertThat(sideOf(People.clerk())).isEqualTo(Side.REGULATOR);
    }

    @Test
    void the_regulator_of_the_city_looks_into_the_cases_of_its_counties() {
        when(review.regionId()).thenReturn("r420606");
        when(review.regulatorUnitId()).thenReturn("u11");
        Unit city = mock(Unit.class);
        when(city.isRegulator()).thenReturn(true);
        when(city.regionId()).thenReturn("r420600");
        when(units.find(People.REGULATOR)).thenReturn(Optional.of(city));
        when(units.visibleFrom("r420600")).thenReturn(Set.of("r420600", "r420606"));

        assertThat(sideOf(People.clerk())).isEqualTo(Side.REGULATOR);
    }

    @Test
    void a_regulator_elsewhere_who_was_asked_for_advice_is_an_adviser() {
        Actor elsewhere = People.holding("fclaw", new Post("u11", Role.REVIEWER), new Post("u11", Role.ADVISER));

        assertThat(sideOf(elsewhere)).isEqualTo(Side.ADVISER);
    }

    @Test
    void a_case_counts_as_delivered_from_its_last_stage_on() {
        assertThat(insights.of(review, People.drafter()).delivered()).isFalse();
        when(review.isConcluded()).thenReturn(true);
        assertThat(insights.of(review, People.drafter()).delivered()).isTrue();
    }

    private Side sideOf(Actor actor) {
        return insights.of(review, actor).side();
    }
}
