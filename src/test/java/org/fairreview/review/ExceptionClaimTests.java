package org.fairreview.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an exception must state (Reg. 12, Measures 25 and 29): each point left out, one by one. */
class ExceptionClaimTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    static final ExceptionClaim WHOLE = new ExceptionClaim(
            ExceptionCase.PUBLIC_INTEREST, "影响", "救灾", "没有更小的办法", "救灾期间", "无", TODAY.plusDays(90), "灾后重建完成");

    @Test
    void Measures_29_an_exception_that_states_all_its_points_may_stand() {
        assertThat(WHOLE.check(TODAY)).isEmpty();
    }

    static Stream<Arguments> points() {
        return Stream.of(
                point(
                        "exceptionCase",
                        "exception.caseMissing",
                        claim -> with(claim, null, null, null, null, null, true)),
                point("effect", "exception.effectMissing", claim -> with(claim, " ", null, null, null, null, false)),
                point("ground", "exception.groundMissing", claim -> with(claim, null, " ", null, null, null, false)),
                point(
                        "leastHarm",
                        "exception.leastHarmMissing",
                        claim -> with(claim, null, null, " ", null, null, false)),
                point(
                        "periodReason",
                        "exception.periodReasonMissing",
                        claim -> with(claim, null, null, null, " ", null, false)),
                point("other", "exception.otherMissing", claim -> with(claim, null, null, null, null, " ", false)));
    }

    private static Arguments point(String field, String key, UnaryOperator<ExceptionClaim> without) {
        return Arguments.of(field, key, without.apply(WHOLE));
    }

    private static ExceptionClaim with(
            ExceptionClaim claim,
            String effect,
            String ground,
            String leastHarm,
            String periodReason,
            String other,
            boolean noCase) {
        return new ExceptionClaim(
                noCase ? null : claim.exceptionCase(),
                effect == null ? claim.effect() : effect,
                ground == null ? claim.ground() : ground,
                leastHarm == null ? claim.leastHarm() : leastHarm,
                periodReason == null ? claim.periodReason() : periodReason,
                other == null ? claim.other() : other,
                claim.endsOn(),
                claim.endCondition());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("points")
    void Reg_12_Measures_29_each_point_is_stated(String field, String key, ExceptionClaim claim) {
        assertThat(claim.check(TODAY)).map(Refusal::key).contains(key);
        assertThat(claim.check(TODAY)).map(Refusal::field).contains(field);
    }

    @Test
    void Measures_25_an_exception_ends_on_a_day_or_by_a_condition() {
        assertThat(ending(null, " ").check(TODAY)).map(Refusal::key).contains("exception.endMissing");
        assertThat(ending(TODAY.plusDays(1), "").check(TODAY)).isEmpty();
        assertThat(ending(null, "灾后重建完成").check(TODAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 400})
    void Measures_25_an_exception_does_not_end_before_it_begins(long daysAgo) {
        assertThat(ending(TODAY.minusDays(daysAgo), "条件").check(TODAY))
                .map(Refusal::key)
                .contains("exception.endPassed");
    }

    static ExceptionClaim ending(LocalDate day, String condition) {
        return new ExceptionClaim(
                WHOLE.exceptionCase(),
                WHOLE.effect(),
                WHOLE.ground(),
                WHOLE.leastHarm(),
                WHOLE.periodReason(),
                WHOLE.other(),
                day,
                condition);
    }
}
