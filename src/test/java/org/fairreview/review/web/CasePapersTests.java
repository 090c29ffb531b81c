package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody prints a paper of a case. */
@ProductTest
class CasePapersTests {

    private static final String RECEIPT = "/receipt";
    private static final String NOTICE = "/supplement-notice";
    private static final String SHEET = "/approval-sheet";

    @Autowired
    Web web;

    @Autowired
    JointReview people;

    @Autowired
    Submitting submitting;

    @Autowired
    ProcessDriver process;

    @Test
    void both_sides_print_the_receipt_and_the_notice_while_something_is_asked() {
        String number = submitting.measure();
        assertThat(paper("chenyu", number, RECEIPT)).contains("草案.txt", "起草说明.txt", "待收件人员审核", number);
        assertThat(status("chenyu", number, NOTICE)).as("nothing is asked yet").isEqualTo(404);

        process.complete(
                number, JointReview.CHECK, "wangmin", Map.of("decision", "SUPPLEMENT", "missing", "请补充起草说明第三部分"));

        for (String userId : List.of("chenyu", "wangmin")) {
            assertThat(paper(userId, number, RECEIPT)).contains("收件人：王敏");
            assertThat(paper(userId, number, NOTICE))
                    .contains("请补充起草说明第三部分", "第三十一条", "（含当日）前补正")
                    .containsPattern("<b>\\d{4}年\\d+月\\d+日</b>");
            assertThat(web.session(userId).get("/cases/" + number).body())
                    .contains("href=\"/cases/%s/supplement-notice\"".formatted(number), "送审材料回执")
                    .doesNotContain("approval-sheet");
        }
        for (String userId : List.of("linyue", "fcclerk", "xulaw", "admin")) {
            assertThat(status(userId, number, RECEIPT)).as(userId).isEqualTo(404);
            assertThat(status(userId, number, NOTICE)).as(userId).isEqualTo(404);
        }
    }

    @Test
    void a_suspended_review_has_a_notice_of_its_own() {
        String number = submitting.unheard();
        process.complete(
                number, JointReview.CHECK, "wangmin", Map.of("decision", "SUSPENDED", "missing", "请听取冷链企业的意见"));

        assertThat(paper("chenyu", number, NOTICE)).contains("中止审查通知", "请听取冷链企业的意见", "收到后恢复审查");
    }

    @Test
    void the_inside_prints_who_signed_and_what_still_waits() {
        String number = people.inSigning();
        process.answer(number, JointReview.SIGN, "liufang", Map.of("agreed", true, "remark", "拟同意，请审定。"));

        assertThat(paper("zhaolei", number, SHEET)).contains("拟同意，请审定。", "刘芳", "签发", "理由如上。");
        for (String userId : List.of("chenyu", "linyue", "fcclerk", "xulaw", "admin")) {
            assertThat(status(userId, number, SHEET)).as(userId).isEqualTo(404);
        }
    }

    private String paper(String userId, String number, String paper) {
        String body = web.session(userId).get("/cases/" + number + paper).body();
        assertThat(body).doesNotContain("??");
        return body;
    }

    private int status(String userId, String number, String paper) {
        return web.session(userId).get("/cases/" + number + paper).status();
    }
}
