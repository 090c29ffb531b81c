package org.fairreview.cleanup.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.cleanup.CampaignDraft;
import org.fairreview.cleanup.CampaignKind;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.ResponsibilityRule;
import org.fairreview.kit.Answer;
import org.fairreview.kit.LegacyCampaign;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.TestClock;
import org.fairreview.kit.Web;
import org.fairreview.standard.Standards;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the forms of a clean-up show to whom. */
@ProductTest
class LegacyFormTests {

    @Autowired
    LegacyCampaign legacy;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Standards standards;

    @Autowired
    ProcessDriver process;

    @Autowired
    Web web;

    @Autowired
    TestClock.MovableClock clock;

    @Test
    void what_was_checked_comes_back_with_the_reasons_for_which_it_was_returned() {
        String number = legacy.one(0, null, SampleMeasure.BODY);
        Map<String, Object> check = LegacyCampaign.proposal(
                "KEEP", "为实现节约能源目标。", List.of(legacy.finding(number, SampleMeasure.STAY_TEN_YEARS, "EXCEPTED")));
        check.putAll(Map.of("exceptionCase", "PUBLIC_INTEREST", "effect", "有限。", "ground", "节约能源。"));
        check.putAll(Map.of("leastHarm", "没有。", "periodReason", "与项目一致。", "other", "无", "endCondition", "项目建成。"));
        process.answer(number, LegacyCampaign.CHECK, LegacyCampaign.DRAFTER, check);
        legacy.sign(number, false);

        JsonNode form = form(number, LegacyCampaign.CHECK, LegacyCampaign.DRAFTER);

        assertThat(form.at("/returns/0/reason").asText()).isEqualTo("请补充理由。");
        assertThat(form.at("/written/proposal").asText()).isEqualTo("KEEP");
        assertThat(form.at("/written/proposalReason").asText()).isEqualTo("为实现节约能源目标。");
        assertThat(form.at("/written/exception/endCondition").asText()).isEqualTo("项目建成。");
        assertThat(form.at("/findings/0/disposition").asText()).isEqualTo("EXCEPTED");
        assertThat(form.at("/findings/0/quotation").asText()).isEqualTo(SampleMeasure.STAY_TEN_YEARS);
        assertThat(form.at("/texts/0/passages")).isNotEmpty();
    }

    @Test
    void the_unit_learns_what_a_full_check_found_and_not_that_its_measure_was_drawn() {
        String number = legacy.one(100, null, SampleMeasure.BODY);
        assertThat(shown(number, LegacyCampaign.CHECK, LegacyCampaign.DRAFTER)).doesNotContain("全面复核");
        legacy.check(number, "KEEP");
        assertThat(shown(number, LegacyCampaign.SIGN, LegacyCampaign.HEAD)).doesNotContain("全面复核");
        legacy.sign(number, true);
        Map<String, Object> recheck = new HashMap<>(Map.of("hits", List.of(), "agreed", false, "remark", "没有查出第五条。"));
        recheck.put("findings", List.of(legacy.finding(number, SampleMeasure.STAY_TEN_YEARS, "CHANGE_REQUIRED")));
        process.answer(number, LegacyCampaign.RECHECK, LegacyCampaign.REVIEWER, recheck);

        JsonNode form = form(number, LegacyCampaign.CHECK, LegacyCampaign.DRAFTER);

        assertThat(form.toString()).doesNotContain("全面复核");
        assertThat(form.at("/returns/0/from").asText()).isEqualTo("市场监管部门核查");
        assertThat(form.at("/regulatorFindings/0/quotation").asText()).isEqualTo(SampleMeasure.STAY_TEN_YEARS);
        assertThat(form.at("/findings")).isEmpty();
    }

    @Test
    void standards_are_those_of_the_clean_up_and_hits_stand_under_them() {
        String campaign = campaignUnder("2021");
        String number = legacy.enter(
                        campaign, legacy.measure(LegacyCampaign.UNIT, null, SampleMeasure.TITLE, SampleMeasure.BODY))
                .get(0);
        legacy.start(campaign);
        legacy.awaitOpen(number);
        legacy.awaitScreened(number);

        JsonNode form = form(number, LegacyCampaign.CHECK, LegacyCampaign.DRAFTER);

        List<String> items = new ArrayList<>();
        form.at("/standards").forEach(group -> group.at("/items")
                .forEach(item -> items.add(item.at("/code").asText())));
        assertThat(items)
                .containsExactlyElementsOf(standards.regime("2021").orElseThrow().items().stream()
                        .map(item -> item.code())
                        .toList());
        assertThat(form.at("/screening/hits")).isNotEmpty().anySatisfy(hit -> assertThat(items)
                .contains(hit.at("/item").asText()));
    }

    private String campaignUnder(String regime) {
        LocalDate today = LocalDate.now(clock);
        CampaignDraft draft = new CampaignDraft(
                CampaignKind.NORMATIVE_DOCUMENT,
                "行政规范性文件清理",
                "现行有效的行政规范性文件",
                today.minusDays(1),
                today.plusDays(60),
                ResponsibilityRule.DRAFTER,
                regime,
                0,
                List.of(LegacyCampaign.UNIT),
                "",
                null);
        List<String> made = new ArrayList<>();
        process.as(LegacyCampaign.OFFICE, () -> campaigns.make(draft, process.actor(LegacyCampaign.OFFICE), made));
        return made.get(0);
    }

    @Test
    void who_decides_is_told_and_a_measure_without_text_says_so() {
        String number = legacy.one(0, null, null);
        assertThat(form(number, LegacyCampaign.CHECK, LegacyCampaign.DRAFTER)
                        .at("/hasText")
                        .asBoolean())
                .isFalse();
        legacy.check(number, "REVISE");
        legacy.sign(number, true);
        assertThat(shown(number, LegacyCampaign.REVIEW, LegacyCampaign.REVIEWER))
                .contains("没有文本，未经筛查");
        legacy.review(number, true);

        JsonNode form = form(number, LegacyCampaign.DECIDE, LegacyCampaign.CLERK);

        assertThat(form.at("/decider/body").asText()).isEqualTo("襄阳市人民政府");
        assertThat(form.at("/decider/byIssuer").asBoolean()).isFalse();
    }

    private JsonNode form(String number, String task, String userId) {
        Answer answer = web.session(userId)
                .get("/forms/tasks/" + process.task(number, task).getId());
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().get("context");
    }

    private String shown(String number, String task, String userId) {
        return form(number, task, userId).toString();
    }
}
