package org.fairreview.supervision.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.fairreview.kit.Inbox;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Reporting;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.supervision.lead.CheckOutcome;
import org.fairreview.supervision.lead.Lead;
import org.fairreview.supervision.lead.LeadDecision;
import org.fairreview.supervision.lead.LeadState;
import org.fairreview.supervision.lead.Leads;
import org.fairreview.supervision.lead.SourceKind;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A complaint that is verified is known to the inbox of leads, which asks for no second decision. */
@ProductTest
class ComplaintLeadTests {

    private static final String COMMISSION = "u02";

    @Autowired
    Reporting reporting;

    @Autowired
    Inbox inbox;

    @Autowired
    Leads leads;

    @Autowired
    ProcessDriver process;

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    private final String measure = "关于智慧停车的办法" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void back() {
        reporting.open(false);
    }

    private Lead leadOf(String complaint) {
        return leads.numberOf(SourceKind.COMPLAINT, complaint)
                .flatMap(leads::find)
                .orElseThrow();
    }

    private void conclude(String complaint, Map<String, Object> found) {
        reporting.state(complaint, "chenyu");
        reporting.verify(complaint, "zhaolei", found);
        reporting.sign(complaint, "liufang");
        reporting.sign(complaint, "zhangwei");
        process.runJobs(complaint);
    }

    @Test
    void a_complaint_that_is_accepted_is_a_lead_that_is_checked_in_it_and_ends_with_it() {
        String complaint = reporting.fileAbout(measure);
        assertThat(leads.numberOf(SourceKind.COMPLAINT, complaint))
                .as("what is not accepted is not verified")
                .isEmpty();
        reporting.accept(complaint);

        Lead checking = leadOf(complaint);
        assertThat(checking.state()).isEqualTo(LeadState.CHECKING);
        assertThat(checking.decision()).contains(LeadDecision.CHECK);
        assertThat(checking.checkedIn()).contains(complaint);
        assertThat(checking.unitId()).contains(COMMISSION);
        assertThat(process.isOver(checking.number())).as("no task of its own").isTrue();
        assertThat(inbox.decide(checking.number(), "liufang", LeadDecision.DISMISS, "")
                        .map(Refusal::key))
                .contains("lead.decidedAlready");

        conclude(complaint, Reporting.violation());

        Lead ended = leadOf(complaint);
        String letter = reporting.get(complaint).letterNumber().orElseThrow();
        assertThat(ended.state()).isEqualTo(LeadState.ENDED);
        assertThat(ended.checkOutcome()).contains(CheckOutcome.LETTER);
        assertThat(ended.letterNumber()).contains(letter);
        String page = web.session("zhaolei").get("/leads/" + ended.number()).body();
        assertThat(page).contains("/complaints/" + complaint, "/letters/" + letter, "第三条限制外地经营者参加招标投标。");
        assertThat(web.session("zhaolei").get("/complaints/" + complaint).body())
                .contains("/leads/" + ended.number());
    }

    @Test
    void nothing_of_the_reporter_nor_of_the_words_reaches_the_lead() {
        String complaint = reporting.fileAbout(measure);
        reporting.accept(complaint);
        String lead = leadOf(complaint).number();

        String page = web.session("wangmin").get("/leads/" + lead).body();
        String kept = jdbc.sql(
                        "select title || document_number || issuer || said from lead_source where lead_number = ?")
                .param(lead)
                .query(String.class)
                .single();

        assertThat(page + kept)
                .contains(measure)
                .doesNotContain(
                        Reporting.REPORTER.name(),
                        Reporting.REPORTER.phone(),
                        Reporting.REPORTER.email(),
                        "要求投标人在本地设立分支机构");
    }

    /** The office of the joint conference reads leads, and no complaint. */
    @Test
    void who_may_not_see_complaints_learns_nothing_of_one_from_the_leads() {
        String complaint = reporting.fileAbout(measure);
        reporting.accept(complaint);
        String only = leadOf(complaint).number();
        Visitor office = web.session("wuoffice");
        assertThat(office.get("/leads").body()).doesNotContain(only).doesNotContain(measure);
        assertThat(office.get("/leads/" + only).body())
                .as("a figure counts it, and its link leads somewhere")
                .contains("这条线索来自您无权查阅的事项")
                .doesNotContain(measure)
                .doesNotContain(complaint);
        assertThat(office.get("/leads/420600-XS-1999-0001").status()).isEqualTo(404);
        assertThat(web.session("liufang").get("/leads/" + only).body()).contains(complaint);

        String visited = "关于停车收费的办法" + UUID.randomUUID().toString().substring(0, 8);
        String issuer = jdbc.sql("select name from unit where id = ?")
                .param(COMMISSION)
                .query(String.class)
                .single();
        String reported = reporting.fileAbout(visited);
        reporting.accept(reported);
        String both = inbox.bring(SourceKind.OTHER, Inbox.CITY, visited, "", issuer);
        assertThat(leadOf(reported).number()).isEqualTo(both);
        conclude(reported, Reporting.violation());
        String letter = reporting.get(reported).letterNumber().orElseThrow();

        String page = office.get("/leads/" + both).body();
        assertThat(page)
                .contains(visited, "要求企业在本地注册", "在您无权查阅的程序中核查")
                .doesNotContain(reported, letter, "举报", "第三条限制外地经营者参加招标投标", "/complaints/", "/cases/");
        assertThat(office.get("/leads").body()).contains(both);
        assertThat(web.session("zhaolei").get("/leads/" + both).body())
                .contains("/complaints/" + reported, "/letters/" + letter)
                .doesNotContain("/cases/" + reported);
    }

    @Test
    void an_open_lead_about_the_same_measure_shows_the_complaint_and_keeps_its_own_decision() {
        String issuer = jdbc.sql("select name from unit where id = ?")
                .param(COMMISSION)
                .query(String.class)
                .single();
        String lead = inbox.bring(SourceKind.VISIT, Inbox.CITY, measure, "", issuer);
        String complaint = reporting.fileAbout(measure);
        reporting.accept(complaint);
        assertThat(leadOf(complaint).number()).isEqualTo(lead);

        conclude(complaint, Reporting.nothingFound());

        assertThat(leadOf(complaint).state()).isEqualTo(LeadState.OPEN);
        assertThat(web.session("zhaolei").get("/leads/" + lead).body())
                .contains("监测点走访", "举报", "/complaints/" + complaint);
        assertThat(inbox.decide(lead, "liufang", LeadDecision.DISMISS, "")).isEmpty();
    }

    @Test
    void a_second_complaint_about_the_measure_joins_the_lead_and_does_not_end_it() {
        String first = reporting.fileAbout(measure);
        reporting.accept(first);
        String second = reporting.fileAbout(measure);
        reporting.accept(second);
        assertThat(leadOf(second).number()).isEqualTo(leadOf(first).number());

        conclude(second, Reporting.nothingFound());
        assertThat(leadOf(first).state()).isEqualTo(LeadState.CHECKING);
        conclude(first, Reporting.nothingFound());

        assertThat(leadOf(first).state()).isEqualTo(LeadState.ENDED);
        assertThat(leadOf(first).checkOutcome()).contains(CheckOutcome.NOTHING_FOUND);
    }
}
