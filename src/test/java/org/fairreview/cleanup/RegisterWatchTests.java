package org.fairreview.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fairreview.kit.LegacyCampaign;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What falls due in the register gets a task of its unit, once, before its day. */
@ProductTest
class RegisterWatchTests {

    @Autowired
    RegisterWatch watch;

    @Autowired
    LegacyCampaign legacy;

    @Autowired
    LegacyCases cases;

    @Autowired
    Campaigns campaigns;

    @Autowired
    MeasuresInForce register;

    @Autowired
    ProcessDriver process;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void each_occasion_opens_one_case_with_a_task_and_what_is_not_due_opens_none() {
        MeasureInForce evaluation = due("到期评估的措施", "next_evaluation_on", today());
        MeasureInForce expiry = due("有效期将满的措施", "valid_until", today().plusDays(90));
        MeasureInForce exception = due("例外将满的措施", "exception_until", today().plusDays(30));
        MeasureInForce later = due("还早的措施", "valid_until", today().plusDays(91));
        due("明天评估的措施", "next_evaluation_on", today().plusDays(1));

        watch.look();

        assertThat(occasion(evaluation)).containsExactly(Occasion.EVALUATION);
        assertThat(occasion(expiry)).containsExactly(Occasion.EXPIRY);
        assertThat(occasion(exception)).containsExactly(Occasion.EXCEPTION_END);
        assertThat(occasion(later)).isEmpty();
        LegacyCase opened = cases(expiry).get(0);
        legacy.awaitOpen(opened.number());
        assertThat(campaigns.get(opened.campaignNumber()).isRoutine()).isTrue();
        assertThat(process.task(opened.number(), LegacyCampaign.CHECK).getDueDate())
                .isNotNull();

        watch.look();
        assertThat(cases(expiry)).as("looked at once for this end").hasSize(1);

        legacy.check(opened.number(), "KEEP");
        legacy.sign(opened.number(), true);
        legacy.review(opened.number(), true);
        legacy.decide(opened.number(), "KEEP");
        watch.look();
        assertThat(cases(expiry)).as("kept, and its end is known").hasSize(1);
        assertThat(register.find(expiry.measureId()).flatMap(MeasureInForce::nextEvaluationOn))
                .contains(today().plusMonths(36));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private MeasureInForce due(String title, String column, LocalDate day) {
        MeasureInForce measure = legacy.measure(LegacyCampaign.UNIT, LegacyCampaign.UNIT, title, null);
        jdbc.sql("update measure_in_force set " + column + " = ? where measure_id = ?")
                .params(day, measure.measureId())
                .update();
        return measure;
    }

    private List<Occasion> occasion(MeasureInForce measure) {
        return cases(measure).stream().map(LegacyCase::occasion).toList();
    }

    private List<LegacyCase> cases(MeasureInForce measure) {
        return cases.ofMeasure(measure.measureId(), process.actor(LegacyCampaign.REVIEWER));
    }
}
