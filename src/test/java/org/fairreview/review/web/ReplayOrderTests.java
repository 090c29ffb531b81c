package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.fairreview.review.web.ReplayOrder.Moment;
import org.fairreview.review.web.ReplayOrder.Span;
import org.fairreview.workflow.CaseCourse.Visit;
import org.fairreview.workflow.CaseCourse.Work;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The record and the processes of a case, in one order. */
class ReplayOrderTests {

    private static final Instant START = Instant.parse("2026-11-02T01:00:00Z");

    @Test
    void an_answer_stands_where_its_task_is_left_and_before_what_it_sets_going() {
        ReplayOrder order = ReplayOrder.of(
                List.of(entry(1, "", "", 0), entry(2, "Check", "wangmin", 9)),
                List.of(
                        passed("Start", "startEvent", 0),
                        task("Check", 0, 10, "wangmin"),
                        passed("Gateway", "exclusiveGateway", 10),
                        task("Assign", 10, null, null)));

        assertThat(order.moments().stream().map(Moment::visit)).containsExactly(-1, 0, 1, 1, 3);
        assertThat(order.moments().get(3).entry().place()).isEqualTo(2);
        assertThat(order.spans()).containsExactly(new Span(1, 2), new Span(2, 4), new Span(4, 4), new Span(4, 5));
    }

    @Test
    void a_task_done_twice_by_the_same_person_has_its_answers_in_turn() {
        ReplayOrder order = ReplayOrder.of(
                List.of(entry(1, "Draft", "zhaolei", 5), entry(2, "Draft", "zhaolei", 25)),
                List.of(task("Draft", 0, 5, "zhaolei"), task("Draft", 20, 25, "zhaolei")));

        assertThat(order.moments().stream()
                        .filter(moment -> moment.entry() != null)
                        .map(Moment::visit))
                .containsExactly(0, 1);
    }

    @Test
    void answers_of_two_people_to_the_same_task_are_not_mixed_up() {
        ReplayOrder order = ReplayOrder.of(
                List.of(entry(1, "Opinion", "b", 5), entry(2, "Opinion", "a", 6)),
                List.of(task("Opinion", 0, 6, "a"), task("Opinion", 0, 5, "b")));

        assertThat(order.moments().stream()
                        .filter(moment -> moment.entry() != null)
                        .map(Moment::visit))
                .containsExactly(1, 0);
    }

    @Test
    void a_task_that_was_taken_away_has_no_answer() {
        Visit taken = new Visit(
                "v",
                "r",
                "m",
                "Check",
                null,
                "userTask",
                START,
                START.plusSeconds(5),
                true,
                null,
                null,
                new Work("wangmin", START, null, null, START.plusSeconds(5), List.of()));

        ReplayOrder order = ReplayOrder.of(List.of(entry(1, "Check", "wangmin", 9)), List.of(taken));

        assertThat(order.moments().get(1).hasVisit()).isFalse();
        assertThat(order.spans()).containsExactly(new Span(0, 1));
    }

    @Test
    void a_gateway_that_waits_for_other_branches_is_under_way_until_they_come() {
        Visit join = new Visit(
                "v", "r", "m", "Join", null, "inclusiveGateway", START, START.plusSeconds(9), false, null, null, null);

        ReplayOrder order = ReplayOrder.of(
                List.of(), List.of(join, passed("Auto", "serviceTask", 5), passed("End", "noneEndEvent", 9)));

        assertThat(order.spans().get(0)).isEqualTo(new Span(0, 1));
    }

    @Test
    void a_case_without_any_record_has_no_moments() {
        assertThat(ReplayOrder.of(List.of(), List.of()).moments()).isEmpty();
    }

    private static Timeline.Entry entry(int place, String task, String actor, int second) {
        return new Timeline.Entry(
                place,
                task,
                actor,
                new Timeline.Step("", "", null, false, "", List.of(), "", START.plusSeconds(second)));
    }

    private static Visit passed(String element, String type, int second) {
        Instant at = START.plusSeconds(second);
        return new Visit("v", "r", "m", element, null, type, at, at, false, null, null, null);
    }

    private static Visit task(String element, int from, @Nullable Integer until, @Nullable String assignee) {
        Instant left = until == null ? null : START.plusSeconds(until);
        return new Visit(
                "v",
                "r",
                "m",
                element,
                null,
                "userTask",
                START.plusSeconds(from),
                left,
                false,
                null,
                null,
                new Work(assignee, START.plusSeconds(from), null, left, left, List.of()));
    }
}
