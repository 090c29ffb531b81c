package org.fairreview.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long the steps took: counted from the tasks that were done, each number led down to its cases. */
@ProductTest
class StepDurationTests {

    @Autowired
    JointReview review;

    @Autowired
    Counting counting;

    @Autowired
    Web web;

    @Autowired
    Clock clock;

    @Test
    void every_step_is_counted_by_whose_turn_it_was_and_adds_up_to_its_cases() {
        String number = review.inSigning();
        review.signOff(number);
        Slice year = Slice.of(Period.year(LocalDate.now(clock).getYear()), List.of("r420600"));
        Figure steps = Figures.find("steps").orElseThrow();
        Figure late = Figures.find("steps-late").orElseThrow();

        List<StepDuration> took = counting.durations(year);

        assertThat(took).isNotEmpty();
        assertThat(took.stream().mapToInt(StepDuration::done).sum()).isEqualTo(counting.count(steps, year));
        assertThat(took.stream().mapToInt(StepDuration::late).sum()).isEqualTo(counting.count(late, year));
        took.forEach(step -> {
            assertThat(counting.count(steps, year.with("step", step.step()))).isEqualTo(step.done());
            assertThat(step.ninety()).isGreaterThanOrEqualTo(step.median());
            assertThat(step.latePercent()).isBetween(0, 100);
        });
        Map<String, Integer> byUnit = counting.by(steps, year, "unit");
        assertThat(byUnit).containsKey("u01");
        assertThat(byUnit.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(counting.count(steps, year));
        assertThat(counting.lines(steps, year, 0, 10_000)).anyMatch(line -> number.equals(line.subject()));
    }

    @Test
    void the_page_leads_each_step_to_its_list_and_to_its_workbook() {
        review.inSigning();
        String page = web.session("wuoffice").get("/figures/step-times").body();
        assertThat(page).contains("用时中位数", "新增政策措施公平竞争审查：", "/figures/steps?").doesNotContain("??", "null");
        assertThat(web.session("wuoffice").get("/figures/step-times/workbook").body())
                .startsWith("PK");
        assertThat(web.session("dengaudit").get("/figures/step-times").body()).contains("/activity/flows");
    }
}
