package org.fairreview.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairreview.identity.Directory;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Web;
import org.fairreview.reporting.Counting;
import org.fairreview.reporting.Figures;
import org.fairreview.reporting.Period;
import org.fairreview.reporting.ScoreCard;
import org.fairreview.reporting.ScoreCards;
import org.fairreview.reporting.ScoreComponent;
import org.fairreview.reporting.Slice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Scores of units: each line is counted, explained, and leads down to what it counts. */
@ProductTest
class ScoreTests {

    private static final List<String> SEEN = List.of("r420600", "r420606", "r420683");
    private static final Pattern LED = Pattern.compile("<a href=\"(/figures/[^\"]+)\">(\\d+)</a>");

    @Autowired
    ScoreCards cards;

    @Autowired
    Counting counting;

    @Autowired
    JointReview review;

    @Autowired
    Directory directory;

    @Autowired
    Web web;

    @Autowired
    Clock clock;

    @Test
    void a_cards_lines_are_counted_and_sum_to_the_score() {
        String number = review.inSigning();
        review.signOff(number);
        Period year = Period.year(LocalDate.now(clock).getYear());
        ScoreCard card = cards.of("r420600", year, SEEN).stream()
                .filter(each -> each.unitId().equals("u02"))
                .findFirst()
                .orElseThrow();

        assertThat(card.lines().stream().mapToInt(ScoreCard.Line::weight).sum()).isEqualTo(100);
        assertThat(card.tenths()).isBetween(0, 1_000);
        assertThat(card.lines().get(0).component()).isEqualTo(ScoreComponent.QUALITY);
        assertThat(card.lines().get(0).counts().get(0))
                .isPositive()
                .isEqualTo(counting.count(
                        Figures.find("reviewed").orElseThrow(), new Slice(year, List.of("r420600"), "u02", Map.of())));

        String page = web.session("wuoffice").get("/scores/u02").body();
        assertThat(page).contains("审查质量", "分×", "得满分").doesNotContain("??", "{0}");
        Matcher led = LED.matcher(page);
        int links = 0;
        while (led.find()) {
            links++;
            assertThat(web.session("wuoffice")
                            .get(led.group(1).replace("&amp;", "&"))
                            .body())
                    .as(led.group(1))
                    .contains("合计" + led.group(2) + "<");
        }
        assertThat(links).isEqualTo(11);
        assertThat(web.session("wuoffice").get("/scores").body())
                .contains("襄阳市", "得分")
                .doesNotContain("??");
        assertThat(web.session("wuoffice").get("/scores/workbook").body()).startsWith("PK");
        assertThat(web.session("fcclerk").get("/scores/u02").status()).isEqualTo(404);
    }

    @Test
    @Transactional
    void weights_hold_from_a_day_on_and_only_sums_of_a_hundred_are_taken() {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        Map<ScoreComponent, String> weights = new HashMap<>();
        Map<ScoreComponent, String> deductions = new HashMap<>();
        for (ScoreComponent component : ScoreComponent.values()) {
            weights.put(component, component == ScoreComponent.LETTERS ? "50" : "10");
            deductions.put(component, "50");
        }
        assertThat(cards.set(
                        weights,
                        deductions,
                        tomorrow,
                        "试行",
                        directory.actor("wuoffice").orElseThrow()))
                .isEmpty();

        assertThat(cards.inForce("r420600", tomorrow).weights()).containsEntry(ScoreComponent.LETTERS, 50);
        assertThat(cards.inForce("r420600", tomorrow.minusDays(1)).weights()).containsEntry(ScoreComponent.LETTERS, 10);
        assertThat(cards.inForce("r420606", tomorrow).weights()).containsEntry(ScoreComponent.LETTERS, 10);
    }

    @Test
    void what_makes_no_sense_is_refused_at_its_field_and_stays() {
        Map<String, String> typed = new HashMap<>();
        for (ScoreComponent component : ScoreComponent.values()) {
            typed.put("weight-" + component, "30");
            typed.put("deduction-" + component, "20");
        }
        typed.put("reason", "加重审查质量");
        typed.put("from", LocalDate.now(clock).toString());
        typed.put("_csrf", web.session("wuoffice").csrf());
        Answer refused = web.session("wuoffice").submit("/scores/weights", typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("各项权重之和应为100，现在是180", "最早为明天", "加重审查质量")
                .doesNotContain("??");
        typed.put("weight-QUALITY", "很多");
        typed.put("deduction-LETTERS", "0");
        assertThat(web.session("wuoffice").submit("/scores/weights", typed).body())
                .contains("请填写0到100的整数", "请填写1到100的整数", "很多");
        typed.put("_csrf", web.session("zhaolei").csrf());
        assertThat(web.session("zhaolei").submit("/scores/weights", typed).status())
                .isEqualTo(403);
    }
}
