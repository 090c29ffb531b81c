package org.fairreview.review.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewRoute;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a clerk types of a review that was done on paper. */
class OfflineFactsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void what_is_whole_has_no_problem() {
        assertThat(facts("JZ2026-07", "王敏", "").problems(TODAY)).isEmpty();
        assertThat(facts("JZ2026-07", "王敏", "案卷存机要室").problems(TODAY)).isEmpty();
    }

    @Test
    void every_field_that_lacks_is_named() {
        assertThat(keys(new OfflineFacts("", null, null, null, "", " ", "").problems(TODAY)))
                .containsExactly(
                        "offline.unitMissing",
                        "offline.dateMissing",
                        "offline.routeMissing",
                        "offline.conclusionMissing",
                        "offline.paperNumberMissing",
                        "offline.handledByMissing");
        assertThat(keys(on(TODAY.plusDays(1)).problems(TODAY))).containsExactly("offline.inTheFuture");
        assertThat(keys(on(LocalDate.of(2016, 5, 31)).problems(TODAY))).containsExactly("offline.tooEarly");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "机密",
                "秘密★10年",
                "机密级",
                "案卷 绝密★长期",
                "已归档，机密★",
                "密级：秘密",
                "（机密）",
                "机密 1年",
                "机密/长期",
                "“机密”",
                "機密",
                "本件属于机密",
                "机·密",
                "王敏(机密)"
            })
    void a_mark_of_classification_is_refused_in_every_field(String marked) {
        for (OfflineFacts facts :
                List.of(facts(marked, "王敏", ""), facts("JZ1", marked, ""), facts("JZ1", "王敏", marked))) {
            assertThat(keys(facts.problems(TODAY))).as(marked).containsExactly("offline.classified");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"不涉及商业秘密", "由保密办保管", "案卷存机要室"})
    void words_about_secrets_are_no_mark(String remark) {
        assertThat(facts("JZ1", "王敏", remark).problems(TODAY)).isEmpty();
    }

    private static OfflineFacts facts(String paper, String by, String remark) {
        return new OfflineFacts("u02", TODAY, ReviewRoute.JOINT, Conclusion.CONFORMS, paper, by, remark);
    }

    private static OfflineFacts on(LocalDate day) {
        return new OfflineFacts("u02", day, ReviewRoute.OWN, Conclusion.CONFORMS, "JZ1", "王敏", "");
    }

    private static List<String> keys(List<Refusal> problems) {
        return problems.stream().map(Refusal::key).toList();
    }
}
