package org.fairreview.supervision.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fairreview.cleanup.LedgerKeys;
import org.fairreview.cleanup.published.PublishedLead;
import org.fairreview.cleanup.published.PublishedText;
import org.fairreview.cleanup.published.PublishedTexts;
import org.fairreview.kit.Answer;
import org.fairreview.kit.Inbox;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox of leads: found anywhere, one for a measure, decided once, seen where it belongs. */
@ProductTest
class LeadStoryTests {

    private static final String ISSUER = "襄阳市商务局";

    @Autowired
    Inbox inbox;

    @Autowired
    Leads leads;

    @Autowired
    FoundElsewhere foundElsewhere;

    @Autowired
    LeadSourceRows sources;

    @Autowired
    PublishedTexts published;

    @Autowired
    JointReview people;

    @Autowired
    Submitting submitting;

    @Autowired
    ProcessDriver process;

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    private static String fresh(String words) {
        return words + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void the_same_measure_from_different_sources_is_one_lead() {
        String title = fresh("关于支持本地商贸企业的若干措施");
        String number = fresh("襄商发〔2025〕");
        String print = LedgerKeys.text(title + "正文");

        String lead = inbox.bring(SourceKind.VISIT, Inbox.CITY, title, number, ISSUER);

        assertThat(inbox.bring(SourceKind.COMPLAINT, Inbox.CITY, "另一个叫法", number.replace("〔", "[ "), ""))
                .as("by 文号, whatever its brackets")
                .isEqualTo(lead);
        assertThat(inbox.bring(SourceKind.SPOT_CHECK, Inbox.CITY, title + "。", "", "襄阳市 商务局"))
                .as("by title and issuer")
                .isEqualTo(lead);
        assertThat(inbox.bring(SourceKind.PUBLISHED, fresh("k"), Inbox.CITY, title, number, "", print, null))
                .isEqualTo(lead);
        assertThat(inbox.bring(SourceKind.EVALUATION, fresh("k"), Inbox.CITY, "又一个标题", "", "", print, null))
                .as("by its text")
                .isEqualTo(lead);
        assertThat(sources.findByLeadNumberOrderById(lead)).hasSize(5);

        assertThat(inbox.bring(SourceKind.VISIT, Inbox.CITY, title, fresh("襄商发〔2019〕"), ISSUER))
                .as("another number is another measure")
                .isNotEqualTo(lead);
        assertThat(inbox.bring(SourceKind.VISIT, Inbox.CITY, title, "", "襄阳市财政局"))
                .as("another issuer is another measure")
                .isNotEqualTo(lead);
        assertThat(inbox.bring(SourceKind.VISIT, Inbox.COUNTY, title, number, ISSUER))
                .as("each region has its own inbox")
                .isNotEqualTo(lead);
    }

    @Test
    void a_finding_that_is_brought_twice_is_one_source() {
        String key = fresh("k");
        String title = fresh("关于同一发现的措施");

        String lead = inbox.bring(SourceKind.COMPLAINT, key, Inbox.CITY, title, "", ISSUER, null, null);
        String again = inbox.bring(SourceKind.COMPLAINT, key, Inbox.CITY, title, "", ISSUER, null, null);

        assertThat(again).isEqualTo(lead);
        assertThat(sources.findByLeadNumberOrderById(lead)).hasSize(1);
    }

    @Test
    void two_findings_at_the_same_moment_are_one_lead() throws Exception {
        String title = fresh("关于同时发现的措施");
        Callable<String> bring = () -> inbox.bring(SourceKind.VISIT, Inbox.CITY, title, "", ISSUER);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> brought = threads.invokeAll(List.of(bring, bring, bring, bring));
            String first = brought.get(0).get();
            for (Future<String> each : brought) {
                assertThat(each.get()).isEqualTo(first);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void a_lead_is_decided_once_with_a_reason_by_the_right_role() {
        String lead = inbox.bring(SourceKind.OTHER, Inbox.CITY, fresh("关于决定一次的措施"), "", ISSUER);
        Visitor reviewer = web.session("zhaolei");

        Answer without = decide(reviewer, lead, Map.of("decision", "DISMISS", "reason", " "));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body()).contains("请写明理由");
        Answer nowhere = decide(reviewer, lead, Map.of("decision", "HAND_ON", "reason", "不属本级职责。"));
        assertThat(nowhere.body()).contains("请填写有权处理的机关").contains("不属本级职责。");
        assertThat(decide(web.session("wangmin"), lead, Map.of("decision", "DISMISS", "reason", "收件人"))
                        .status())
                .isEqualTo(403);
        assertThat(decide(web.session("dengaudit"), lead, Map.of("decision", "DISMISS", "reason", "审计"))
                        .status())
                .isEqualTo(403);

        Answer decided =
                decide(reviewer, lead, Map.of("decision", "HAND_ON", "reason", "属于省级文件。", "handedTo", "湖北省市场监督管理局"));
        assertThat(decided.status()).isEqualTo(302);
        Answer again = decide(reviewer, lead, Map.of("decision", "DISMISS", "reason", "再决定一次"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("已经处理");
        assertThat(reviewer.get("/leads/" + lead).body()).contains("湖北省市场监督管理局").contains("属于省级文件。");
        assertThat(jdbc.sql("select count(*) from audit_entry where subject = ? and act = 'lead.decided'")
                        .param(lead)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private static Answer decide(Visitor visitor, String lead, Map<String, String> fields) {
        Map<String, String> all = new java.util.HashMap<>(fields);
        all.put("_csrf", visitor.csrf());
        return visitor.submit("/leads/" + lead + "/decision", all);
    }

    @Test
    void a_lead_merged_into_another_gives_it_its_sources_and_leads_there() {
        String title = fresh("关于合并的措施");
        String one = inbox.bring(SourceKind.PUBLISHED, Inbox.CITY, title, "", "");
        String other = inbox.bring(SourceKind.VISIT, Inbox.CITY, title, "", ISSUER);
        assertThat(other).isNotEqualTo(one);
        Visitor reviewer = web.session("zhaolei");
        assertThat(reviewer.get("/leads/" + one).body()).as("it is offered").contains(other);

        assertThat(inbox.decide(one, "zhaolei", LeadDecision.MERGE, "没有这个编号").map(Refusal::key))
                .contains("lead.intoUnknown");
        assertThat(inbox.decide(one, "zhaolei", LeadDecision.MERGE, one).map(Refusal::key))
                .contains("lead.intoUnknown");
        assertThat(inbox.decide(one, "zhaolei", LeadDecision.MERGE, other)).isEmpty();

        assertThat(reviewer.get("/leads/" + other).body()).contains("已公布文件比对").contains("/leads/" + one);
        assertThat(reviewer.get("/leads/" + one).body()).contains("/leads/" + other);
    }

    @Test
    void what_is_found_after_the_end_is_a_new_lead_that_names_the_old_one() {
        String title = fresh("关于再次发现的措施");
        String ended = inbox.bring(SourceKind.VISIT, Inbox.CITY, title, "", ISSUER);
        inbox.decide(ended, "liufang", LeadDecision.DISMISS, "");

        String again = inbox.bring(SourceKind.COMPLAINT, Inbox.CITY, title, "", ISSUER);

        assertThat(again).isNotEqualTo(ended);
        assertThat(leads.find(again).flatMap(Lead::earlier)).contains(ended);
    }

    @Test
    void a_check_that_finds_a_breach_begins_a_letter_and_both_lead_to_each_other() {
        String lead = inbox.checking(fresh("关于核查发函的措施"));
        assertThat(process.task(lead, Inbox.CHECK).getDueDate()).isNotNull();
        assertThatThrownBy(() -> inbox.check(lead, "zhaolei", Map.of("report", "要求本地注册。", "checkOutcome", "LETTER")))
                .hasMessageContaining("lead.addresseeMissing");

        inbox.check(lead, "zhaolei", Map.of("report", "要求本地注册。", "checkOutcome", "LETTER", "addresseeUnit", "u03"));

        String letter = leads.find(lead).flatMap(Lead::letterNumber).orElseThrow();
        assertThat(process.isOver(lead)).isTrue();
        Visitor reviewer = web.session("zhaolei");
        assertThat(reviewer.get("/leads/" + lead).body()).contains("/letters/" + letter);
        assertThat(reviewer.get("/letters/" + letter).body()).contains("/cases/" + lead);
        assertThat(reviewer.get("/cases/" + lead).location()).endsWith("/leads/" + lead);
    }

    @Test
    void a_county_sees_its_own_leads_and_the_city_all() {
        String county = inbox.bring(SourceKind.OTHER, Inbox.COUNTY, fresh("关于樊城的措施"), "", "");
        String city = inbox.bring(SourceKind.OTHER, Inbox.CITY, fresh("关于全市的措施"), "", "");

        Visitor ofCounty = web.session("fcclerk");
        assertThat(ofCounty.get("/leads").body()).contains(county).doesNotContain(city);
        assertThat(ofCounty.get("/leads/" + city).status()).isEqualTo(404);
        Visitor ofCity = web.session("zhaolei");
        assertThat(ofCity.get("/leads").body()).contains(county, city);
        assertThat(ofCity.get("/leads/" + county).status()).isEqualTo(200);
        assertThat(decide(ofCity, county, Map.of("decision", "DISMISS", "reason", "不归市里决定"))
                        .status())
                .as("the county decides about its own")
                .isEqualTo(403);
        assertThat(web.session("zyclerk").get("/leads/" + county).status()).isEqualTo(404);
        assertThat(web.session("chenyu").get("/leads").status()).isEqualTo(403);
    }

    @Test
    void a_published_text_that_nobody_knows_is_a_lead_and_is_taken_over_once() {
        String title = fresh("关于公布了却没有审查的措施");
        published.compare(
                Inbox.CITY,
                List.of(new PublishedText(title, "", null, ISSUER, "https://example.org/1", null)),
                PublishedLead.Source.EXPORT,
                "list.csv",
                "wangmin");
        long id = published.of(List.of(Inbox.CITY)).get(0).id();
        String lead = leads.numberOf(SourceKind.PUBLISHED, String.valueOf(id)).orElseThrow();

        foundElsewhere.takeOver();

        assertThat(sources.findByLeadNumberOrderById(lead)).hasSize(1);
        Answer there = web.session("zhaolei").get("/leads/from/PUBLISHED/" + id);
        assertThat(there.location()).endsWith("/leads/" + lead);
    }

    @Test
    void a_measure_issued_otherwise_than_reviewed_is_a_lead_and_hidden_where_its_case_is_restricted() {
        // what other tests found in the same sample would be further sources of the lead
        jdbc.sql("update lead set title_key = number, text_fingerprint = null").update();
        String number = people.inReview();
        people.review(number, "zhaolei", List.of());
        people.draft(number, "CONFORMS", List.of(), "");
        people.toDelivery(number);
        people.issue(number, "chenyu", "汉江政办发〔2026〕91号", SampleMeasure.BODY + "\n第九条 只有本市企业可以享受。");

        String lead = leads.numberOf(SourceKind.DEVIATION, number).orElseThrow();
        assertThat(web.session("zhaolei").get("/leads/" + lead).body())
                .contains("与审查时的文本不一致")
                .contains("/cases/" + number);

        assertThat(web.session("sunqian").get("/leads/" + lead).status()).isEqualTo(200);
        jdbc.sql("update measure set circulation = 'RESTRICTED' where id ="
                        + " (select measure_id from review_case where number = ?)")
                .param(number)
                .update();
        assertThat(web.session("sunqian").get("/leads/" + lead).status())
                .as("no handler of the case")
                .isEqualTo(404);
        assertThat(web.session("sunqian").get("/leads").body()).doesNotContain(lead);
        assertThat(web.session("zhaolei").get("/leads/" + lead).status())
                .as("its handler")
                .isEqualTo(200);
        inbox.decide(lead, "zhaolei", LeadDecision.CHECK, "");
        assertThat(process.task(lead, Inbox.CHECK).getDescription()).isNull();
        assertThat(jdbc.sql(
                                "select count(*) from act_ru_variable where name_ = 'measureTitle' and task_id_ is null"
                                        + " and proc_inst_id_ in (select proc_inst_id_ from act_ru_execution where business_key_ = ?)")
                        .param(lead)
                        .query(Integer.class)
                        .single())
                .as("its title is not in the engine")
                .isZero();
    }

    @Test
    void a_lead_is_brought_by_hand_and_bad_input_is_told_at_its_field() {
        Visitor clerk = web.session("wangmin");
        Answer refused = clerk.submit("/leads", Map.of("title", "题".repeat(501), "said", "", "_csrf", clerk.csrf()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("不得超过500字").contains("请写明反映的情况");
        String title = fresh("关于手工登记的<b>措施</b>");
        Answer brought = clerk.submit("/leads", Map.of("title", title, "said", "会议上反映。", "_csrf", clerk.csrf()));
        assertThat(brought.status()).isEqualTo(302);
        assertThat(clerk.get(java.net.URI.create(brought.location()).getPath()).body())
                .contains("&lt;b&gt;措施&lt;/b&gt;");
        assertThat(clerk.get("/leads/export").header("Content-Disposition")).contains(".xlsx");
        assertThat(clerk.get("/leads?page=99999999999&state=%3Cscript%3E").status())
                .isEqualTo(200);
    }
}
