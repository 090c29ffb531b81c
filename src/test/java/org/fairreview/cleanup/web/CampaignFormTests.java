package org.fairreview.cleanup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.kit.Answer;
import org.fairreview.kit.LegacyCampaign;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.standard.Standards;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page on which the office arranges a clean-up, and on which it puts the deadline off. */
@ProductTest
class CampaignFormTests {

    @Autowired
    Web web;

    @Autowired
    LegacyCampaign legacy;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Standards standards;

    @Autowired
    Clock clock;

    @Test
    void what_is_wrong_is_said_at_its_place_and_what_was_typed_stays() {
        Visitor office = web.session(LegacyCampaign.OFFICE);
        assertThat(office.get("/cleanup/new").status()).isEqualTo(200);
        Map<String, String> typed = form(office, "", LocalDate.now(clock).plusDays(60));

        Answer refused = office.submit("/cleanup", typed);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"title-error\"", "现行有效的政策措施（试填）")
                .containsPattern("value=\"" + LegacyCampaign.UNIT + "\"[^>]*checked");

        typed.put("title", "试填的清理工作");
        Answer made = office.submit("/cleanup", typed);
        assertThat(made.location()).contains("/cleanup/420600-QL-");
    }

    @Test
    void firms_and_institutions_have_no_measures_to_clean_up() {
        assertThat(web.session(LegacyCampaign.OFFICE).get("/cleanup/new").body())
                .contains("襄阳市发展和改革委员会", "襄阳市教育局")
                .doesNotContain("湖北汉江律师事务所", "湖北江汉政策评估中心", "樊城区商务局");
    }

    @Test
    void the_deadline_of_a_clean_up_that_runs_is_put_off_on_its_page() {
        String campaign = legacy.arrange(0);
        legacy.enter(campaign, legacy.measure(LegacyCampaign.UNIT, null, "期限延后" + campaign, null));
        legacy.start(campaign);
        Visitor office = web.session(LegacyCampaign.OFFICE);
        LocalDate later = LocalDate.now(clock).plusDays(90);
        Campaign before = campaigns.get(campaign);

        Answer page = office.get("/cleanup/" + campaign + "/edit");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(before.deadline().toString())
                .containsPattern("value=\"" + LegacyCampaign.UNIT + "\"[^>]*checked");
        Map<String, String> typed = form(office, before.title(), later);
        typed.put("scope", before.scope());
        typed.put("cutOff", before.cutOff().toString());
        typed.put("regime", before.regime());
        typed.put("samplingShare", String.valueOf(before.samplingShare()));
        typed.put("noticeNumber", before.noticeNumber());

        assertThat(office.submit("/cleanup/" + campaign, typed).status()).isEqualTo(302);
        assertThat(campaigns.get(campaign).deadline()).isEqualTo(later);
    }

    private Map<String, String> form(Visitor office, String title, LocalDate deadline) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("kind", "FAIR_COMPETITION");
        form.put("title", title);
        form.put("scope", "现行有效的政策措施（试填）");
        form.put("cutOff", LocalDate.now(clock).minusDays(1).toString());
        form.put("deadline", deadline.toString());
        form.put("responsibility", "DRAFTER");
        form.put("regime", standards.regime());
        form.put("samplingShare", "0");
        form.put("units", LegacyCampaign.UNIT);
        form.put("noticeNumber", "");
        form.put("stagedId", "");
        form.put("_csrf", office.csrf());
        return form;
    }
}
