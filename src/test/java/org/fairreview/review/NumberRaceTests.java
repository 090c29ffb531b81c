package org.fairreview.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.fairreview.identity.NumberSeries;
import org.fairreview.kit.Crowd;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.TestClock;
import org.fairreview.measure.Issuance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Many acts draw numbers at once, from the first of a year on: no gap, none twice, and none lost by a rollback. */
@ProductTest
class NumberRaceTests {

    private static final int THREADS = 8;
    private static final int EACH = 25;

    @Autowired
    ProcessDriver process;

    @Autowired
    Submitting submitting;

    @Autowired
    JointReview people;

    @Autowired
    CaseFile cases;

    @Autowired
    Submissions submissions;

    @Autowired
    NumberSeries numbers;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock.MovableClock clock;

    private static int years = 2;

    /** A year in which no other test draws numbers. */
    @BeforeEach
    void go_to_a_new_year() {
        clock.reset();
        clock.advance(Duration.ofDays(++years * 366));
    }

    @AfterEach
    void come_back() {
        clock.reset();
    }

    @Test
    void two_hundred_cases_submitted_by_eight_people_are_numbered_from_1_to_200() {
        List<Crowd.Outcome<List<String>>> outcomes = Crowd.atOnce(THREADS, () -> {
            List<String> own = new ArrayList<>();
            for (int act = 0; act < EACH; act++) {
                if (act % 5 == 4) {
                    rolledBack(() -> submit(submission()));
                }
                own.add(submit(submission()));
            }
            return own;
        });

        List<String> drawn = drawn(outcomes);

        assertThat(drawn)
                .extracting(number -> Integer.valueOf(number.substring(number.lastIndexOf('-') + 1)))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, THREADS * EACH).boxed().toList());
        assertThat(drawn).allSatisfy(number -> assertThat(cases.exists(number)).isTrue());
    }

    @Test
    void conclusions_signed_at_once_get_document_numbers_from_1_on() {
        List<Callable<List<String>>> acts = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            String number = people.inSigning();
            people.sign(number, "liufang");
            acts.add(() -> {
                rolledBack(() -> sign(number));
                sign(number);
                return List.of(cases.get(number).documentNumber().orElseThrow());
            });
        }

        assertThat(drawn(Crowd.atOnce(acts)))
                .extracting(NumberRaceTests::serial)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, THREADS).boxed().toList());
    }

    @Test
    void the_first_number_of_a_new_series_is_drawn_once() {
        List<Integer> drawn = drawn(Crowd.atOnce(THREADS, () -> {
            List<Integer> own = new ArrayList<>();
            for (int act = 0; act < EACH; act++) {
                rolledBack(() -> numbers.next("letter", "r420600", 2031));
                own.add(committed(() -> numbers.next("letter", "r420600", 2031)));
            }
            return own;
        }));

        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, THREADS * EACH).boxed().toList());
    }

    @Test
    void two_regions_count_by_themselves_and_both_can_sign_number_1() {
        String city = people.inSigning();
        people.signOff(city);
        String county = submitting.measure("fcdrafter", "u12", Issuance.GOVERNMENT, SampleMeasure.BODY);
        people.walkToSigning(county, "fcclerk", "fchead", "fcclerk");
        people.sign(county, "fchead");
        people.sign(county, "fcleader");

        assertThat(cases.get(county).documentNumber().orElseThrow()).contains("〕1号");
        assertThat(cases.get(county).stage()).isEqualTo(Stage.SIGNED);
    }

    private Submission submission() {
        return submitting.submission("zydrafter", "u22", Issuance.GOVERNMENT, SampleMeasure.BODY);
    }

    private String submit(Submission submission) {
        return process.as("zydrafter", () -> submissions.submit(submission, process.actor("zydrafter")));
    }

    private String sign(String number) {
        people.sign(number, "zhangwei");
        return number;
    }

    private <T> T committed(Supplier<T> act) {
        return new TransactionTemplate(transactions).execute(status -> act.get());
    }

    private void rolledBack(Supplier<?> act) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            act.get();
            status.setRollbackOnly();
        });
    }

    private static <T> List<T> drawn(List<Crowd.Outcome<List<T>>> outcomes) {
        assertThat(outcomes).extracting(Crowd.Outcome::failure).containsOnlyNulls();
        return outcomes.stream().flatMap(outcome -> outcome.value().stream()).toList();
    }

    private static int serial(String documentNumber) {
        return Integer.parseInt(documentNumber.replaceAll(".*〕(\\d+)号", "$1"));
    }
}
