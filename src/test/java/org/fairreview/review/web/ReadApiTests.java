package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Web;
import org.fairreview.measure.Issuance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Another system reads the ledger and the cases over HTTP, with the account of a person. */
@ProductTest
class ReadApiTests {

    private static final String QUESTION = "这一条的依据是否充分？";

    @Autowired
    Web web;

    @Autowired
    Submitting submitting;

    @Autowired
    JointReview people;

    @Autowired
    ProcessDriver process;

    @Autowired
    Directory directory;

    @Test
    void the_ledger_is_read_page_by_page_with_the_conditions_of_its_page() {
        String number = signedOff();

        JsonNode found = read("wangmin", "/api/measures?stage=SEALED&route=JOINT&q=" + number);
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.path("page").asInt()).isEqualTo(1);
        assertThat(found.path("pages").asInt()).isEqualTo(1);
        JsonNode line = found.path("items").path(0);
        assertThat(line.path("caseNumber").asText()).isEqualTo(number);
        assertThat(line.path("stageLabel").asText()).isEqualTo("待送达");
        assertThat(line.path("kindLabel").asText()).isEqualTo("行政规范性文件");
        assertThat(line.path("conclusion").asText()).isEqualTo("CONFORMS");
        assertThat(line.path("conclusionLabel").asText()).contains("符合");
        assertThat(line.path("routeLabel").asText()).isEqualTo("市场监管部门会同审查");
        assertThat(Instant.parse(line.path("receivedAt").asText())).isBefore(Instant.now());
        assertThat(LocalDate.parse(line.path("lastDay").asText())).isNotNull();
        assertThat(line.path("url").asText()).isEqualTo("/api/cases/" + number);

        assertThat(read("wangmin", "/api/measures?stage=SUBMITTED&q=" + number)
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(read("wangmin", "/api/measures?end=WITHDRAWN&q=" + number)
                        .path("total")
                        .asInt())
                .isZero();
        JsonNode behind = read("wangmin", "/api/measures?page=2&q=" + number);
        assertThat(behind.path("items")).isEmpty();
        assertThat(behind.path("page").asInt()).isEqualTo(2);
    }

    @Test
    void a_case_is_read_with_facts_versions_where_it_stands_conclusion_and_record() {
        String number = signedOff();

        JsonNode detail = read("zhaolei", "/api/cases/" + number);
        assertThat(detail.path("title").asText()).isEqualTo(SampleMeasure.TITLE);
        assertThat(detail.path("facts").path("issuanceLabel").asText()).isNotBlank();
        assertThat(detail.path("versions").path(0).path("files"))
                .anySatisfy(file -> assertThat(file.path("name").asText()).isEqualTo("草案.txt"));
        assertThat(detail.path("versions").path(0).path("digest").asText()).hasSize(64);
        assertThat(detail.path("openTasks").path(0).path("name").asText()).contains("送达");
        assertThat(detail.path("clock").path("limitDays").asInt()).isPositive();
        assertThat(detail.path("reviewer").asText()).isEqualTo("赵磊");
        assertThat(detail.path("concluded").path("documentNumber").asText()).contains("号");
        assertThat(detail.path("concluded").path("documentSha256").asText()).hasSize(64);
        List<String> acts = new ArrayList<>();
        detail.path("timeline").forEach(entry -> acts.add(entry.path("act").asText()));
        assertThat(acts).contains("case.submitted", "task.completed", "case.numbered");
        assertThat(Instant.parse(detail.path("timeline").path(0).path("at").asText()))
                .isBefore(Instant.now());
    }

    @Test
    void the_drafting_unit_reads_no_conclusion_reviewer_or_remark_before_the_delivery() {
        String number = signedOff();

        JsonNode before = read("chenyu", "/api/cases/" + number);
        assertThat(before.path("conclusion").isNull()).isTrue();
        assertThat(before.path("concluded").isNull()).isTrue();
        assertThat(before.path("reviewer").isNull()).isTrue();
        assertThat(before.path("openTasks")).isEmpty();
        assertThat(line("chenyu", number).path("conclusion").isNull()).isTrue();
        assertThat(line("chenyu", number).path("reviewer").isNull()).isTrue();
        assertThat(names(before.path("timeline"), "act")).doesNotContain("case.numbered");

        people.deliver(number);

        JsonNode after = read("chenyu", "/api/cases/" + number);
        assertThat(after.path("concluded").path("deliveredOn").asText()).isNotBlank();
        assertThat(line("chenyu", number).path("conclusion").asText()).isEqualTo("CONFORMS");
    }

    @Test
    void what_an_account_may_not_see_is_as_if_it_did_not_exist() {
        String city = submitting.measure();
        String county = submitting.measure("fcdrafter", "u12", Issuance.GOVERNMENT, SampleMeasure.BODY);

        assertSees("chenyu", city, true);
        assertSees("linyue", city, false);
        assertSees("wangmin", city, true);
        assertSees("wangmin", county, true);
        assertSees("fcclerk", county, true);
        assertSees("fcclerk", city, false);
        assertSees("zyclerk", county, false);
        assertSees("dengaudit", county, true);
        assertSees("xulaw", city, false);
        assertSees("admin", city, false);
    }

    @Test
    void an_adviser_reads_the_cases_in_which_an_opinion_was_asked_and_no_thought_of_the_review() {
        String number = submitting.measure();
        people.accept(number);
        people.assign(number, "zhaolei");
        process.answer(
                number,
                JointReview.REVIEW,
                "zhaolei",
                Map.of("findings", List.of(), "adviceWanted", true, "adviser", "xulaw", "adviceQuestion", QUESTION));

        assertSees("xulaw", number, true);
        assertSees("gonglaw", number, false);
        Answer answer = web.basic("xulaw").get("/api/cases/" + number);
        assertThat(answer.json().path("reviewer").isNull()).isTrue();
        assertThat(answer.body()).doesNotContain("分派");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stage=NOWHERE|参数“stage”的值“NOWHERE”不正确；可以使用的值：SUBMITTED、",
                "year=zwanzig|参数“year”的值“zwanzig”不正确；请使用整数。",
                "year=1848|参数“year”的值“1848”不正确；请使用 1949 至 2999 之间的年份。",
                "overdue=maybe|参数“overdue”的值“maybe”不正确；请使用 true 或者 false。",
                "page=0|参数“page”的值“0”不正确；请使用从 1 开始的整数。",
                "page=last|参数“page”的值“last”不正确；请使用整数。",
                "stagee=SIGNED|没有参数“stagee”；可以使用的参数：q、stage、",
                "stage=SIGNED&stage=CLOSED|参数“stage”只能给一个值。"
            })
    void a_parameter_that_is_not_understood_is_refused_with_a_sentence(String query, String sentence) {
        Answer answer = web.basic("wangmin").get("/api/measures?" + query);

        assertProblem(answer, 400, sentence);
    }

    @Test
    void words_that_are_too_long_are_refused() {
        assertProblem(
                web.basic("wangmin")
                        .get("/api/measures?q=" + URLEncoder.encode("长".repeat(201), StandardCharsets.UTF_8)),
                400,
                "检索词最长 200 字");
    }

    @Test
    void errors_are_problems_in_chinese() {
        assertProblem(web.anonymous().get("/api/measures"), 401, "HTTP Basic");
        assertThat(web.anonymous().get("/api/measures").header("WWW-Authenticate"))
                .startsWith("Basic");
        assertProblem(web.basic("wangmin").get("/api/cases/420600-1999-9999"), 404, "不能查看");
        assertProblem(web.basic("wangmin").get("/api/nothing-here"), 404, "没有找到");
        assertProblem(web.basic("wangmin").post("/api/measures", Map.of()), 405, "只供读取");
    }

    @Test
    void wrong_passwords_lock_the_account_here_too() {
        directory.open(new Person("apireader", "接口账号"), Web.PASSWORD, List.of(new Post("u02", Role.DRAFTER)));
        try {
            assertThat(web.basic("apireader").get("/api/measures").status()).isEqualTo(200);
            assertProblem(web.basic("apireader", "Wrong#Password1").get("/api/measures"), 401, "口令不正确");
            assertThat(web.basic("apireader").get("/api/measures").status())
                    .as("right password, seconds after a wrong one")
                    .isEqualTo(401);
            ClockUtil.offset(6 * 60_000L);
            assertThat(web.basic("apireader").get("/api/measures").status()).isEqualTo(200);
        } finally {
            ClockUtil.reset();
        }
    }

    @Test
    void it_describes_itself_to_who_is_logged_in_and_nothing_but_itself() {
        assertThat(web.anonymous().get("/v3/api-docs").status()).isEqualTo(401);
        assertThat(web.anonymous().get("/v3/api-docs.yaml").status()).isEqualTo(401);
        assertThat(web.anonymous().get("/swagger-ui/index.html").leadsToLogin()).isTrue();
        assertThat(web.session("wangmin").get("/swagger-ui/index.html").status())
                .isEqualTo(404);

        JsonNode description = read("chenyu", "/v3/api-docs");
        assertThat(description.path("openapi").asText()).startsWith("3.");
        assertThat(description.path("info").path("title").asText()).isEqualTo("公平竞争审查平台读取接口");
        Set<String> paths = new TreeSet<>();
        description.path("paths").fieldNames().forEachRemaining(paths::add);
        assertThat(paths).containsExactly("/api/audit/verify", "/api/cases", "/api/cases/{number}", "/api/measures");
        JsonNode parameters =
                description.path("paths").path("/api/measures").path("get").path("parameters");
        assertThat(names(parameters, "name"))
                .containsExactlyInAnyOrder(
                        "q",
                        "stage",
                        "year",
                        "unit",
                        "region",
                        "kind",
                        "issuance",
                        "conclusion",
                        "reviewer",
                        "overdue",
                        "whose",
                        "past",
                        "route",
                        "end",
                        "sort",
                        "page");
        assertThat(parameters).allSatisfy(parameter -> {
            assertThat(parameter.path("in").asText()).isEqualTo("query");
            assertThat(parameter.path("description").asText())
                    .as(parameter.path("name").asText())
                    .isNotBlank();
        });
        assertThat(StreamSupport.stream(parameters.spliterator(), false)
                        .filter(is("end"))
                        .findFirst()
                        .orElseThrow()
                        .path("description")
                        .asText())
                .contains("WITHDRAWN 撤回");
        assertThat(description.path("components").path("schemas").has("CaseDetail"))
                .isTrue();
        assertThat(description.toString()).doesNotContain("admin", "ProblemDetail500");
    }

    private static Predicate<JsonNode> is(String name) {
        return parameter -> parameter.path("name").asText().equals(name);
    }

    /** A case that is sealed, and not yet delivered. */
    private String signedOff() {
        String number = people.inSigning();
        people.signOff(number);
        people.seal(number);
        return number;
    }

    private void assertSees(String userId, String number, boolean seen) {
        assertThat(web.basic(userId).get("/api/cases/" + number).status())
                .as("%s reads %s", userId, number)
                .isEqualTo(seen ? 200 : 404);
        assertThat(read(userId, "/api/measures?q=" + number).path("total").asInt())
                .as("%s lists %s", userId, number)
                .isEqualTo(seen ? 1 : 0);
    }

    private JsonNode line(String userId, String number) {
        return read(userId, "/api/measures?q=" + number).path("items").path(0);
    }

    private JsonNode read(String userId, String path) {
        Answer answer = web.basic(userId).get(path);
        assertThat(answer.status()).as("%s for %s: %s", path, userId, answer).isEqualTo(200);
        return answer.json();
    }

    private static List<String> names(JsonNode array, String field) {
        List<String> found = new ArrayList<>();
        array.forEach(each -> found.add(each.path(field).asText()));
        return found;
    }

    private static void assertProblem(Answer answer, int status, String sentence) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).contains(sentence);
        assertThat(problem.path("instance").asText()).startsWith("/api/");
    }
}
