package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Web;
import org.fairreview.review.ExceptionTerms;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Exceptions are in force, and people look at their register. */
@ProductTest
class ExceptionsPageTests {

    @Autowired
    Web web;

    @Autowired
    JointReview people;

    @Autowired
    ProcessDriver process;

    @Autowired
    ExceptionTerms terms;

    @Autowired
    Clock clock;

    @Test
    void the_register_shows_what_is_in_force_to_those_who_may_see_the_case() {
        String ending = excepted(LocalDate.now(clock).plusDays(20).toString(), "");
        String conditional = excepted("", "灾后重建完成");

        for (String userId : List.of("chenyu", "wangmin", "dengaudit")) {
            assertThat(register(userId, ""))
                    .contains(ending, "还有 20 天", conditional, "终止条件：灾后重建完成", "实施中")
                    .contains("救灾救助");
        }
        for (String userId : List.of("linyue", "fcclerk", "xulaw", "admin")) {
            assertThat(register(userId, "")).as(userId).doesNotContain(ending, conditional);
        }
        assertThat(register("chenyu", "?state=SUCCEEDED")).doesNotContain(ending);
        assertThat(web.session("chenyu").get("/exceptions?state=NONE").status()).isEqualTo(400);
        assertThat(web.session("chenyu").get("/cases").body()).contains("href=\"/exceptions\"");
    }

    @Test
    void an_exception_that_is_reviewed_again_names_the_new_case() {
        String number = excepted("", "疫情结束");
        process.fireTimers(number);
        process.complete(
                number, "Task_ReassessException", "chenyu", Map.of("decision", "RENEW", "statement", "条件尚未成就，须继续"));
        String successor = terms.get(number).successorCase().orElseThrow();

        assertThat(register("wangmin", "?state=IN_FORCE")).contains(number, "重新审查：", "href=\"/cases/" + successor);
    }

    private String register(String userId, String query) {
        Answer answer = web.session(userId).get("/exceptions" + query);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return answer.body();
    }

    private String excepted(String endsOn, String condition) {
        String number = people.inReview();
        people.review(
                number, "zhaolei", List.of(people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
        people.draftException(number, endsOn, condition);
        people.toDelivery(number);
        people.issue(number, SampleMeasure.BODY);
        return number;
    }
}
