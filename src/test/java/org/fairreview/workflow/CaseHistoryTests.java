package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Submitting;
import org.fairreview.workflow.CaseCourse.Hold;
import org.fairreview.workflow.CaseCourse.Run;
import org.fairreview.workflow.CaseCourse.Visit;
import org.fairreview.workflow.CaseCourse.Work;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How cases went, read from the engine's history. */
@ProductTest
class CaseHistoryTests {

    @Autowired
    CaseHistory history;

    @Autowired
    JointReview people;

    @Autowired
    Submitting submitting;

    @Autowired
    ProcessDriver process;

    @Test
    void a_task_says_who_did_it_how_long_it_lay_and_how_long_it_was_worked_on() {
        String number = submitting.measure();
        var task = process.task(number, JointReview.CHECK);
        process.claim(task, "wangmin");
        people.accept(number);

        Work work = visit(number, JointReview.CHECK).work();

        assertThat(work.assignee()).isEqualTo("wangmin");
        assertThat(work.completedAt()).isNotNull();
        assertThat(work.holds()).extracting(Hold::userId).containsExactly("wangmin");
        assertThat(work.waited(Instant.MAX).plus(work.worked(Instant.MAX)))
                .isEqualTo(Duration.between(work.createdAt(), work.endedAt()));
    }

    @Test
    void work_is_counted_while_somebody_holds_the_task_and_waiting_while_nobody_does() {
        Instant start = Instant.parse("2026-11-02T01:00:00Z");
        Work work = new Work(
                "b",
                start,
                start.plusSeconds(500),
                start.plusSeconds(1000),
                start.plusSeconds(1000),
                List.of(
                        new Hold("a", start.plusSeconds(100), start.plusSeconds(300)),
                        new Hold("b", start.plusSeconds(600), null)));

        assertThat(work.worked(start.plusSeconds(9999))).isEqualTo(Duration.ofSeconds(600));
        assertThat(work.waited(start.plusSeconds(9999))).isEqualTo(Duration.ofSeconds(400));
        assertThat(work.isLate(start)).isTrue();
    }

    @Test
    void a_called_process_is_tied_to_the_element_that_called_it() {
        String number = people.inReview();
        process.answer(
                number,
                JointReview.REVIEW,
                "zhaolei",
                Map.of("findings", List.of(), "adviceWanted", true, "adviser", "xulaw", "adviceQuestion", "依据是否充分？"));

        CaseCourse course = history.of(number);

        Run advice = course.runs().stream()
                .filter(run -> run.process().equals("LegalAdvice"))
                .findFirst()
                .orElseThrow();
        assertThat(course.visits())
                .filteredOn(visit -> advice.id().equals(visit.called()))
                .singleElement()
                .satisfies(visit -> assertThat(visit.run()).isEqualTo(advice.caller()));
        assertThat(advice.endedAt()).isNull();
    }

    private Visit visit(String number, String element) {
        return history.of(number).visits().stream()
                .filter(visit -> visit.element().equals(element))
                .findFirst()
                .orElseThrow();
    }
}
