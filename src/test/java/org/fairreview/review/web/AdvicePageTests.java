package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.audit.AuditTrail;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.legaladvice.AdviserConflict;
import org.fairreview.legaladvice.Advisers;
import org.fairreview.legaladvice.Assessment;
import org.fairreview.legaladvice.GivenOpinion;
import org.fairreview.legaladvice.LegalAdvice;
import org.fairreview.legaladvice.LegalAdvices;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages about advice: what is refused keeps what was typed, and nobody reads what is not for that one. */
@ProductTest
class AdvicePageTests {

    @Autowired
    Web web;

    @Autowired
    ProcessDriver process;

    @Autowired
    JointReview people;

    @Autowired
    Submitting submitting;

    @Autowired
    LegalAdvices advices;

    @Autowired
    Advisers advisers;

    @Autowired
    AuditTrail trail;

    @Autowired
    Directory directory;

    @AfterEach
    void others_ask_every_adviser_again() {
        people.endConflicts("xulaw");
    }

    private String advised() {
        String number = people.inReview();
        process.answer(
                number,
                JointReview.REVIEW,
                "zhaolei",
                Map.of(
                        "findings",
                        List.of(),
                        "adviceWanted",
                        true,
                        "adviser",
                        "xulaw",
                        "adviceQuestion",
                        "第三条有依据吗？",
                        "adviceMore",
                        List.of(Map.of("question", "第五条是否过宽？"))));
        process.answer(
                number,
                JointReview.OPINION,
                "xulaw",
                Map.of(
                        "opinions",
                        List.of(Map.of("opinion", "第三条没有依据。"), Map.of("opinion", "第五条并不过宽。")),
                        "assessment",
                        "WITH_CHANGES",
                        "files",
                        List.of(Map.of("fileId", submitting.upload("xulaw", "u05", "检索报告.txt", "检索报告的正文")))));
        return number;
    }

    private String advice(String number) {
        return advices.of(number).get(0).id();
    }

    @Test
    void the_case_page_shows_each_question_with_its_opinion_and_gives_the_files_to_who_may_read_them() {
        String number = advised();
        String page = web.session("zhaolei").get("/cases/" + number).body();
        assertThat(page)
                .contains("第三条有依据吗？", "第三条没有依据。", "第五条是否过宽？", "第五条并不过宽。")
                .contains("修改后可行", "检索报告.txt", "待说明采纳情况");
        String file = advices.of(number).get(0).files().get(0);
        String path = "/cases/" + number + "/files/" + file;
        for (String reader : List.of("zhaolei", "liufang", "dengaudit", "xulaw")) {
            assertThat(web.session(reader).get(path).status()).as(reader).isEqualTo(200);
        }
        for (String other : List.of("chenyu", "gonglaw")) {
            assertThat(web.session(other).get(path).status()).as(other).isEqualTo(404);
        }
        assertThat(web.session("chenyu").get("/cases/" + number).body()).doesNotContain("第三条没有依据。");
    }

    @Test
    void an_adoption_that_is_refused_keeps_what_was_chosen_and_one_that_is_taken_is_shown() {
        String number = advised();
        String path = "/cases/" + number + "/advice/" + advice(number) + "/adoption";
        Visitor reviewer = web.session("zhaolei");

        Answer refused = submit(reviewer, "/cases/" + number, path, Map.of("adopted", "PARTLY", "reason", " "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("部分采纳或者未采纳的，请写明理由");
        assertThat(Jsoup.parse(refused.body())
                        .select("select[name=adopted] option[selected]")
                        .val())
                .isEqualTo("PARTLY");

        assertThat(submit(reviewer, "/cases/" + number, path, Map.of("adopted", "PARTLY", "reason", "第五条另作修改。"))
                        .status())
                .isEqualTo(302);
        assertThat(reviewer.get("/cases/" + number).body())
                .contains("部分采纳", "第五条另作修改。")
                .doesNotContain("待说明采纳情况");
        assertThat(submit(web.session("liufang"), "/cases/" + number, path, Map.of("adopted", "ADOPTED"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_superseding_opinion_that_is_refused_keeps_what_was_typed_and_both_are_shown() {
        String number = advised();
        String path = "/cases/" + number + "/advice/" + advice(number) + "/superseding";
        Visitor adviser = web.session("xulaw");
        String blank = adviser.get(path).body();
        assertThat(blank).contains("第三条有依据吗？", "第三条没有依据。");

        Answer refused = adviser.submit(
                path,
                Map.of("_csrf", csrf(blank), "opinion", "只写了一处,没有第二处", "reason", "法律已经修改", "assessment", "OBJECTION"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("每个问题都要有法律意见", "只写了一处,没有第二处", "法律已经修改");

        LegalAdvice old = advices.of(number).get(0);
        assertThat(process.as(
                        "xulaw",
                        () -> advices.supersede(
                                old.id(),
                                "xulaw",
                                new GivenOpinion(List.of("第三条已有依据。", "第五条并不过宽。"), Assessment.NO_OBJECTION, List.of()),
                                "法律已经修改")))
                .isEmpty();
        assertThat(web.session("zhaolei").get("/cases/" + number).body())
                .contains("已被取代", "第三条没有依据。", "第三条已有依据。", "法律已经修改", "取代徐正于");
        assertThat(web.session("gonglaw").get(path).status()).isEqualTo(404);
    }

    @Test
    void a_superseding_opinion_comes_with_a_file_that_an_earlier_try_brought() {
        String number = people.inReview();
        process.answer(
                number,
                JointReview.REVIEW,
                "zhaolei",
                Map.of("findings", List.of(), "adviceWanted", true, "adviser", "xulaw", "adviceQuestion", "依据是否充分？"));
        process.answer(number, JointReview.OPINION, "xulaw", JointReview.opinion("依据充分。"));
        LegalAdvice old = advices.of(number).get(0);
        String path = "/cases/" + number + "/advice/" + old.id() + "/superseding";
        Visitor adviser = web.session("xulaw");
        String file = submitting.upload("xulaw", "u05", "新规定.txt", "新规定的正文");
        Map<String, String> typed = Map.of("opinion", "依据不足。", "assessment", "OBJECTION", "file", file, "reason", "");
        Answer refused = submit(adviser, path, path, typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body())
                        .select("input[type=checkbox][name=file][checked]")
                        .val())
                .isEqualTo(file);

        Map<String, String> whole = new HashMap<>(typed);
        whole.put("reason", "法律已经修改");
        assertThat(submit(adviser, path, path, whole).status()).isEqualTo(302);
        LegalAdvice next = advices.of(number).stream()
                .filter(advice -> !advice.isSuperseded())
                .findFirst()
                .orElseThrow();
        assertThat(next.files()).containsExactly(file);
        assertThat(next.supersedes()).contains(old.id());

        Answer late = submit(adviser, "/cases/" + number, path, whole);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("依据不足。", "法律已经修改");
    }

    @Test
    void an_adviser_does_not_end_a_conflict_that_the_section_head_declared() {
        Visitor head = web.session("liufang");
        submit(
                head,
                "/advisers",
                "/advisers/xulaw/conflicts",
                Map.of("party", "襄阳汉水船运公司", "reason", "家属任职", "from", "2026-01-01"));
        AdviserConflict declared = advisers.conflictsOf(List.of("xulaw")).stream()
                .filter(conflict -> "襄阳汉水船运公司".equals(conflict.party().name()))
                .findFirst()
                .orElseThrow();
        String path = "/advisers/xulaw/conflicts/" + declared.id() + "/end";
        Visitor adviser = web.session("xulaw");
        assertThat(adviser.get("/advisers").body()).contains("襄阳汉水船运公司").doesNotContain(path);
        assertThat(submit(adviser, "/advisers", path, Map.of()).status()).isEqualTo(403);
        assertThat(submit(head, "/advisers", path, Map.of()).status()).isEqualTo(302);
        assertThat(advisers.findConflict(declared.id()).orElseThrow().endedAt()).isPresent();
    }

    @Test
    void what_is_taken_away_of_a_contract_and_that_an_auditor_opens_it_is_on_record() {
        String number = people.contract("xulaw");
        Visitor clerk = web.session("wangmin");
        String file = Jsoup.parse(clerk.get("/advice/contracts/" + number).body())
                .select("a[href*=/files/]")
                .attr("href");
        assertThat(trail.readsOf(number))
                .extracting(entry -> entry.act())
                .doesNotContain("read.opened", "read.downloaded");
        assertThat(clerk.get(file).status()).isEqualTo(200);
        assertThat(web.session("dengaudit").get("/advice/contracts/" + number).status())
                .isEqualTo(200);
        assertThat(trail.readsOf(number)).extracting(entry -> entry.act()).contains("read.opened", "read.downloaded");
    }

    @Test
    void who_advised_in_the_year_and_has_left_stands_in_the_figures_once() {
        Post post = new Post("u05", Role.ADVISER);
        directory.appoint("sunqian", post);
        String number = people.inReview();
        process.answer(
                number,
                JointReview.REVIEW,
                "zhaolei",
                Map.of("findings", List.of(), "adviceWanted", true, "adviser", "sunqian", "adviceQuestion", "依据是否充分？"));
        process.answer(number, JointReview.OPINION, "sunqian", JointReview.opinion("依据充分。"));
        directory.dismiss("sunqian", post);
        assertThat(Jsoup.parse(web.session("liufang").get("/advisers").body())
                        .select("tr[data-adviser]")
                        .eachAttr("data-adviser"))
                .contains("sunqian", "xulaw", "gonglaw")
                .doesNotHaveDuplicates();
    }

    @Test
    void the_form_of_the_adviser_shows_the_questions_to_who_holds_the_task_alone() {
        String number = people.inReview();
        process.answer(
                number,
                JointReview.REVIEW,
                "zhaolei",
                Map.of("findings", List.of(), "adviceWanted", true, "adviser", "xulaw", "adviceQuestion", "仅供顾问的问题？"));
        String path =
                "/forms/tasks/" + process.task(number, JointReview.OPINION).getId();
        assertThat(web.session("xulaw").get(path).body())
                .contains("仅供顾问的问题？")
                .contains("襄阳市市场监督管理局")
                .contains("存在法律障碍");
        assertThat(web.session("gonglaw").get(path).status()).isEqualTo(404);
        assertThat(web.session("zhaolei").get(path).status()).isEqualTo(404);
    }

    @Test
    void an_adviser_keeps_the_own_conflicts_and_sees_nobody_elses() {
        Visitor adviser = web.session("xulaw");
        String page = adviser.get("/advisers").body();
        assertThat(Jsoup.parse(page).select("tr[data-adviser]").eachAttr("data-adviser"))
                .containsExactly("xulaw");

        Answer refused = submit(
                adviser,
                "/advisers",
                "/advisers/xulaw/conflicts",
                Map.of("party", "樊城宏远公司", "reason", "", "from", "2026-01-01"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("请写明利益冲突的情形", "樊城宏远公司");
        assertThat(submit(
                                adviser,
                                "/advisers",
                                "/advisers/xulaw/conflicts",
                                Map.of("party", "樊城宏远公司", "reason", "常年法律顾问", "from", "2026-01-01"))
                        .status())
                .isEqualTo(302);
        assertThat(web.session("liufang").get("/advisers").body()).contains("樊城宏远公司", "常年法律顾问");
        assertThat(submit(adviser, "/advisers", "/advisers/gonglaw/conflicts", Map.of("party", "甲公司"))
                        .status())
                .isEqualTo(403);
        assertThat(submit(adviser, "/advisers", "/advisers/xulaw/kind", Map.of("kind", "PUBLIC"))
                        .status())
                .isEqualTo(403);
        assertThat(web.session("chenyu").get("/advisers").status()).isEqualTo(403);
    }

    @Test
    void the_section_head_says_of_which_kind_an_adviser_is() {
        Visitor head = web.session("liufang");
        assertThat(submit(head, "/advisers", "/advisers/gonglaw/kind", Map.of("kind", "PUBLIC"))
                        .status())
                .isEqualTo(302);
        String page = web.session("zhaolei").get("/advisers").body();
        assertThat(Jsoup.parse(page).select("tr[data-adviser=gonglaw]").text()).contains("公职律师");
    }

    @Test
    void a_contract_that_is_refused_keeps_what_was_typed() {
        Visitor reviewer = web.session("zhaolei");
        Answer refused = submit(
                reviewer,
                "/advice/contracts/new",
                "/advice/contracts",
                Map.of("title", "食堂服务合同", "counterparty", "襄阳味源公司", "amount", "很多", "question", "期限是否过长,能否解除？"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("合同金额须为数字").contains("食堂服务合同", "襄阳味源公司", "很多", "期限是否过长,能否解除？");
    }

    @Test
    void a_contract_is_read_and_adopted_on_its_page() {
        String number = people.contract("xulaw");
        process.answer(number, JointReview.OPINION, "xulaw", JointReview.opinion("违约责任不对等。"));
        Visitor clerk = web.session("wangmin");
        assertThat(clerk.get("/advice/contracts").body()).contains(number, "待说明采纳情况");
        String path = "/advice/contracts/" + number;
        assertThat(clerk.get(path).body()).contains("违约责任不对等。", "128,000.50", "合同.txt");
        assertThat(clerk.get("/cases/" + number).location()).endsWith(path);
        String adoption = path + "/opinions/" + advice(number) + "/adoption";
        Answer refused = submit(clerk, path, adoption, Map.of("adopted", "NOT_ADOPTED"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("请写明理由");
        assertThat(submit(clerk, path, adoption, Map.of("adopted", "ADOPTED")).status())
                .isEqualTo(302);
        assertThat(clerk.get(path).body()).contains("已办结", "采纳");
        List<Integer> others = new ArrayList<>();
        for (String other : List.of("gonglaw", "chenyu", "fcclerk", "admin")) {
            others.add(web.session(other).get(path).status());
        }
        assertThat(others).containsOnly(404);
    }

    private Answer submit(Visitor visitor, String from, String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", csrf(visitor.get(from).body()));
        return visitor.submit(path, all);
    }

    private static String csrf(String page) {
        return Jsoup.parse(page).select("meta[name=csrf-token]").attr("content");
    }
}
