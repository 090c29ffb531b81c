package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A drafting unit supplied a changed draft, and people look at what became of it. */
@ProductTest
class ComparePageTests {

    private static final String CHANGED = SampleMeasure.BODY
            .replace("五万元补贴", "八万元补贴")
            .replace("第八条", "第九条")
            .replace("第七条", "第八条")
            .replace("第八条 任何", "第七条 补贴对本地和外地企业一视同仁。\n\n第八条 任何");

    @Autowired
    Web web;

    @Autowired
    Submitting submitting;

    @Autowired
    ProcessDriver process;

    @Test
    void both_sides_see_what_was_changed_between_two_versions_and_nobody_else_does() {
        String number = submitting.measure();
        assertThat(page("wangmin", number, "").body()).contains("目前只有一个版本");
        assertThat(web.session("wangmin").get("/cases/" + number).body()).doesNotContain("/compare");

        supplement(number);

        for (String userId : List.of("chenyu", "wangmin")) {
            Answer answer = page(userId, number, "");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("第 1 版与第 2 版", "修改 1 段，新增 1 段，仅序号变动 2 段，新增文件 1 个。")
                    .contains("每建成一千立方米冷库给予<del>五万</del>元补贴。", "每建成一千立方米冷库给予<ins>八万</ins>元补贴。")
                    .contains("<ins>第七条 补贴对本地和外地企业一视同仁。</ins>")
                    .contains("id=\"change-2\"", "href=\"#change-2\"")
                    .contains("新版本增加的文件", "两版是同一个文件");
            assertThat(web.session(userId).get("/cases/" + number).body())
                    .contains("href=\"/cases/%s/compare\"".formatted(number));
        }
        for (String userId : List.of("linyue", "fcdrafter", "fcclerk", "xulaw", "admin")) {
            assertThat(page(userId, number, "").status()).as(userId).isEqualTo(404);
        }
    }

    @Test
    void the_reader_chooses_versions_and_how_much_is_shown() {
        String number = submitting.measure();
        supplement(number);

        assertThat(page("chenyu", number, "?from=2&to=1").body()).contains("<del>八万</del>", "删除 1 段", "减少文件 1 个");
        assertThat(page("chenyu", number, "?from=2&to=2").body()).contains("文字没有改动。");
        assertThat(page("chenyu", number, "?show=ALL").body()).doesNotContain("<details>");
        String folded = page("chenyu", number, "?show=CHANGES").body();
        assertThat(folded).contains("<summary>未改动 3 段</summary>");
        assertThat(folded.split("第二条 本措施所称", -1)).as("once in each column").hasSize(3);
        assertThat(page("chenyu", number, "?from=1&to=3").status()).isEqualTo(404);
        assertThat(page("chenyu", number, "?from=x").status()).isEqualTo(400);
    }

    private Answer page(String userId, String number, String query) {
        return web.session(userId).get("/cases/%s/compare%s".formatted(number, query));
    }

    private void supplement(String number) {
        process.complete(
                number, JointReview.CHECK, "wangmin", Map.of("decision", "SUPPLEMENT", "missing", "请提交修改后的草案和目录"));
        process.answer(
                number,
                JointReview.SUPPLEMENT,
                "chenyu",
                Map.of(
                        "files",
                        List.of(
                                Map.of(
                                        "role",
                                        "BODY",
                                        "fileId",
                                        submitting.upload("chenyu", "u02", "修改稿.txt", CHANGED)),
                                Map.of(
                                        "role",
                                        "ATTACHMENT",
                                        "fileId",
                                        submitting.upload("chenyu", "u02", "目录.txt", "冷链设备目录\n一、制冷机组。"))),
                        "heard",
                        true,
                        "hearing",
                        "召开座谈会一次",
                        "adoption",
                        "采纳九条",
                        "firstOpinion",
                        "未发现违反标准的内容"));
    }
}
