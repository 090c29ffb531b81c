package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.kit.Answer;
import org.fairreview.kit.Crowd;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.Members;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Stories;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.kit.Web.Rest;
import org.fairreview.kit.Web.Surface;
import org.fairreview.measure.Circulation;
import org.fairreview.measure.DraftersStatement;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureFacts;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Stage;
import org.fairreview.review.Submission;
import org.fairreview.review.Submissions;
import org.fairreview.review.ledger.Ledger;
import org.fairreview.review.ledger.LedgerQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case of restricted circulation, as its handlers and everybody else find it over HTTP. */
@ProductTest
class RestrictedCaseTests {

    private static final List<String> NEVER_HANDLERS =
            List.of("sunqian", "wuoffice", "gonglaw", "tangxin", "luohui", "linyue", "fcclerk", "admin", "secop");

    @Autowired
    Web web;

    @Autowired
    ProcessDriver process;

    @Autowired
    Submitting submitting;

    @Autowired
    Submissions submissions;

    @Autowired
    JointReview people;

    @Autowired
    Members members;

    @Autowired
    CaseFile cases;

    @Autowired
    FileStore files;

    @Autowired
    Ledger ledger;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    /** Words that stand in this case alone, so that they prove a leak wherever they come back. */
    private final String word = "限知" + System.nanoTime();

    private final String title = "关于" + word + "采购文件的若干规定";
    private final String secondWord = "正文" + word;

    // ---- who finds it

    @Test
    void nobody_outside_finds_a_word_of_it_on_any_page_and_handlers_do() {
        String number = submit(Circulation.RESTRICTED, true, "");
        for (String nobody : with("wangmin", "zhaolei", "caocz", "xulaw", "pinggu")) {
            assertNothingLeaks(number, nobody);
        }
        assertHandles(number, "chenyu", "liufang", "zhangwei", "dengaudit");

        people.accept(number);
        people.assign(number, "zhaolei");
        assertHandles(number, "wangmin", "zhaolei");
        askEverybody(number);
        assertHandles(number, "xulaw");
        for (String candidate : List.of("caocz", "pinggu")) {
            assertNothingLeaks(number, candidate);
        }
        answer(number);
        assertHandles(number, "caocz");
        assertNothingLeaks(number, "pinggu");
        people.draftException(number, LocalDate.now(clock).plusDays(40).toString(), "");
        assertNothingLeaks(number, "sunqian");
        people.toDelivery(number);
        people.issue(number, body());

        for (String nobody : List.of("sunqian", "tangxin", "linyue", "admin")) {
            assertNothingLeaks(number, nobody);
        }
        assertHandles(number, "chenyu", "wangmin", "zhaolei", "liufang", "zhangwei", "dengaudit", "xulaw", "caocz");
        assertThat(web.session("zhaolei").get("/exceptions").body()).contains(title);
        assertThat(web.session("zhaolei").get("/cases/" + number + "/receipt").body())
                .contains("<p class=\"paper-level\">限制</p>");
        assertEngineKnowsNothing();
    }

    @Test
    void no_route_of_the_engine_gives_its_title_away() {
        String number = submit(Circulation.RESTRICTED, true, "");

        for (String reader : List.of("wangmin", "admin", "dengaudit")) {
            assertThat(routesThatShow(number, web.rest(Surface.WEBAPP, reader)))
                    .as(reader)
                    .isEmpty();
        }
        for (String reader : List.of("sunqian", "wangmin")) {
            Rest rest = web.rest(Surface.BASIC, reader);
            Task task = process.task(number, JointReview.CHECK);
            for (String path : List.of(
                    "/task",
                    "/task/" + task.getId(),
                    "/task/" + task.getId() + "/variables",
                    "/task/" + task.getId() + "/form-variables",
                    "/variable-instance",
                    "/history/variable-instance")) {
                assertThat(rest.get(path).body()).as(reader + path).doesNotContain(word);
            }
        }
    }

    @Test
    void those_who_may_take_a_task_see_its_number_and_get_the_case_when_they_have_taken_it() {
        String number = submit(Circulation.RESTRICTED, true, "");
        Task task = process.task(number, JointReview.CHECK);
        Rest wangmin = web.rest(Surface.WEBAPP, "wangmin");

        JsonNode variables = wangmin.get("/task/" + task.getId() + "/variables").json();
        assertThat(variables.path("measureTitle").path("value").asText()).isEqualTo("限制");
        assertThat(variables.path("caseNumber").path("value").asText()).isEqualTo(number);
        assertThat(web.session("wangmin").get("/").body()).contains(number).doesNotContain(title);
        assertThat(web.session("wangmin").get("/forms/tasks/" + task.getId()).status())
                .isEqualTo(404);

        assertThat(wangmin.post("/task/" + task.getId() + "/claim", Map.of("userId", "wangmin"))
                        .status())
                .isEqualTo(204);

        assertHandles(number, "wangmin");
        assertThat(web.session("wangmin").get("/forms/tasks/" + task.getId()).body())
                .contains(title);
        assertThat(web.session("dengaudit").get("/cases/" + number).body()).contains("成为本案经办人");
        wangmin.post("/task/" + task.getId() + "/unclaim", null);
        assertHandles(number, "wangmin");
    }

    // ---- raised

    @Test
    void a_level_is_raised_with_a_reason_by_the_office_that_handles_the_case() {
        String number = submit(Circulation.INTERNAL, true, "");
        people.accept(number);
        people.assign(number, "zhaolei");
        jdbc.sql("insert into handover (unit_id, from_id, from_name, to_id, to_name, by_id, by_name, reason, handed_at)"
                        + " values ('u01', 'zhaolei', '赵磊', 'sunqian', '孙倩', 'liufang', '刘芳', '调离', current_timestamp)")
                .update();
        jdbc.sql("insert into handover_line (handover_id, place, case_number, title, task_name, moved)"
                        + " select max(id), 0, :number, :title, '逐条审查草案', true from handover")
                .param("number", number)
                .param("title", title)
                .update();
        assertThat(web.session("sunqian").get("/cases/" + number).body()).contains(title, "提高传阅级别");

        assertThat(raise(number, "chenyu", "RESTRICTED", "内部管控文件").status())
                .as("the file is accepted")
                .isEqualTo(403);
        assertThat(raise(number, "wuoffice", "RESTRICTED", "内部管控文件").status()).isEqualTo(403);
        Answer unsaid = raise(number, "zhaolei", "RESTRICTED", " ");
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.body()).contains("请写明提高传阅级别的理由").doesNotContain("??");
        Answer lower = raise(number, "zhaolei", "PUBLIC", "理由甲乙");
        assertThat(lower.status()).isEqualTo(422);
        assertThat(lower.body()).contains("传阅级别只能提高", "理由甲乙");

        assertThat(raise(number, "zhaolei", "RESTRICTED", "属于内部管控文件").status()).isEqualTo(302);

        assertHandles(number, "zhaolei", "wangmin", "chenyu", "liufang", "dengaudit");
        for (String nobody : List.of("sunqian", "wuoffice", "luohui", "admin")) {
            assertNothingLeaks(number, nobody);
        }
        assertEngineKnowsNothing();
        assertThat(process.task(number, JointReview.REVIEW).getAssignee()).isEqualTo("zhaolei");
        assertThat(web.session("chenyu").get("/cases/" + number).body()).contains("提高传阅级别", "属于内部管控文件");
        people.review(number, "zhaolei", List.of());
        assertEngineKnowsNothing();
        assertThat(raise(number, "zhaolei", "RESTRICTED", "再一次").status()).isEqualTo(403);
    }

    @Test
    void of_two_who_raise_it_at_once_the_higher_level_stands() {
        for (int round = 0; round < 4; round++) {
            String number = people.inReview();
            jdbc.sql("update measure set circulation = 'PUBLIC' where id = (select measure_id from review_case"
                            + " where number = :number)")
                    .param("number", number)
                    .update();
            Callable<Integer> internal =
                    () -> raise(number, "wangmin", "INTERNAL", "内部讨论").status();
            Callable<Integer> restricted =
                    () -> raise(number, "zhaolei", "RESTRICTED", "内部管控").status();

            assertThat(Crowd.atOnce(List.of(internal, restricted)))
                    .extracting(Crowd.Outcome::value)
                    .allMatch(status -> status == 302 || status == 403 || status == 404 || status == 422);

            assertThat(jdbc.sql("select m.circulation from measure m join review_case c on c.measure_id = m.id"
                                    + " where c.number = :number")
                            .param("number", number)
                            .query(String.class)
                            .single())
                    .isEqualTo("RESTRICTED");
        }
    }

    @Test
    void the_drafting_unit_raises_it_until_the_file_is_accepted() {
        String number = submit(Circulation.PUBLIC, true, "");

        assertThat(raise(number, "chenyu", "INTERNAL", "草案有较大调整").status()).isEqualTo(302);
        assertThat(raise(number, "chenyu", "RESTRICTED", "内部管控文件").status()).isEqualTo(302);

        assertNothingLeaks(number, "wangmin");
        assertHandles(number, "chenyu");
    }

    // ---- heard otherwise

    @Test
    void Measures_28_what_may_not_be_shown_to_everybody_is_heard_otherwise_and_says_how() {
        String unsaid = submit(Circulation.RESTRICTED, false, "");
        assertThatThrownBy(() -> people.accept(unsaid))
                .isInstanceOf(Refusal.class)
                .extracting(refusal -> ((Refusal) refusal).key())
                .isEqualTo("receipt.notHeard");
        String inside = submit(Circulation.INTERNAL, false, "定向书面征求三家企业意见。");
        assertThatThrownBy(() -> people.accept(inside)).isInstanceOf(Refusal.class);

        String said = submit(Circulation.RESTRICTED, false, "依照内部管控规定，定向书面征求三家企业意见。");
        people.accept(said);
        people.assign(said, "zhaolei");
        people.review(said, "zhaolei", List.of());
        Task draft = process.task(said, JointReview.DRAFT);
        assertThat(web.session("zhaolei").get("/forms/tasks/" + draft.getId()).body())
                .contains("征求意见的其他方式：依照内部管控规定");
        people.draft(said, "CONFORMS", List.of(), "");

        assertThat(cases.get(said).stage()).isEqualTo(Stage.SIGNING);
        assertThat(web.session("zhaolei").get("/cases/" + said).body()).contains("征求意见的其他方式说明", "定向书面征求三家企业意见");
    }

    @Test
    void a_suspended_case_goes_on_when_it_is_restricted_and_says_how_it_was_heard() {
        String number = submit(Circulation.INTERNAL, false, "");
        process.complete(number, JointReview.CHECK, "wangmin", Map.of("decision", "SUSPENDED", "missing", "请听取意见"));
        Visitor chenyu = web.session("chenyu");
        assertThat(chenyu.submit(
                                "/cases/" + number + "/circulation",
                                Map.of(
                                        "_csrf", chenyu.csrf(),
                                        "level", "RESTRICTED",
                                        "reason", "行政协议文本",
                                        "hearingOtherwise", "当面听取两家企业意见"))
                        .status())
                .isEqualTo(302);

        process.answer(
                number,
                JointReview.HEAR,
                "chenyu",
                Map.of(
                        "files",
                        List.of(),
                        "heard",
                        false,
                        "hearing",
                        "见其他方式说明",
                        "adoption",
                        "",
                        "firstOpinion",
                        "经初审，未发现违反标准的内容"));
        people.accept(number);

        assertThat(cases.get(number).stage()).isEqualTo(Stage.ACCEPTED);
    }

    @Test
    void the_page_asks_how_it_was_heard_otherwise() {
        Visitor chenyu = web.session("chenyu");
        Map<String, String> form = new HashMap<>(Map.of(
                "_csrf", chenyu.csrf(),
                "draftingUnit", "u02",
                "title", title,
                "kind", "NORMATIVE_DOCUMENT",
                "issuance", "GOVERNMENT",
                "issuingBody", "襄阳市人民政府",
                "circulation", "RESTRICTED",
                "legalBasis", "无",
                "contactName", "陈宇",
                "contactPhone", "0710"));
        form.putAll(Map.of(
                "body", submitting.upload("chenyu", "u02", "草案.txt", body()),
                "explanation", submitting.upload("chenyu", "u02", "起草说明.txt", SampleMeasure.EXPLANATION),
                "inScope", "true",
                "heard", "false",
                "hearing", "未公开征求",
                "firstOpinion", "符合",
                "unclassified", "true"));

        Answer unsaid = chenyu.submit("/measures", form);
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.body())
                .contains("请写明征求意见的其他方式和依据")
                .containsPattern("value=\"RESTRICTED\"[^>]*checked")
                .doesNotContain("??");
        form.put("hearingOtherwise", "定向书面征求");
        Answer taken = chenyu.submit("/measures", form);

        assertThat(taken.status()).isEqualTo(302);
        String number = taken.location().replaceFirst(".*/", "");
        assertThat(chenyu.get("/cases/" + number).body()).contains("限制", "定向书面征求");
        assertNothingLeaks(number, "sunqian");
    }

    // ---- steps

    private String submit(Circulation level, boolean heard, String otherwise) {
        Submission plain = submitting.submission("chenyu", "u02", Issuance.GOVERNMENT, body());
        MeasureFacts facts = plain.facts();
        Submission submission = new Submission(
                plain.draftingUnitId(),
                new MeasureFacts(
                        title,
                        facts.kind(),
                        facts.issuance(),
                        facts.issuingBody(),
                        facts.coDrafters(),
                        facts.industries(),
                        facts.legalBasis(),
                        facts.contactName(),
                        facts.contactPhone()),
                heard ? plain.statement() : new DraftersStatement(false, "未公开征求意见", "", "经初审，未发现违反标准的内容"),
                plain.files(),
                null,
                null,
                level,
                otherwise);
        return process.as("chenyu", () -> submissions.submit(submission, process.actor("chenyu")));
    }

    private String body() {
        return SampleMeasure.BODY + "\n第九条 " + secondWord + "由起草单位解释。\n";
    }

    private void askEverybody(String number) {
        Map<String, Object> answer = new HashMap<>(Map.of(
                "findings",
                List.of(people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of("reason", secondWord)))));
        answer.putAll(Map.of("adviceWanted", true, "adviser", "xulaw", "adviceQuestion", "依据是否充分"));
        answer.putAll(Map.of("consultationWanted", true, "memberUnit", "u06", "consultationQuestion", "是否可行"));
        answer.putAll(Map.of(
                "evaluationWanted",
                true,
                "evaluatorUnit",
                "u08",
                "evaluationPurpose",
                "EXPECTED_EFFECT",
                "evaluationQuestion",
                "评估预期影响"));
        process.answer(number, JointReview.REVIEW, "zhaolei", answer);
        members.choose(number, Members.FINANCE);
    }

    private void answer(String number) {
        process.answer(number, JointReview.OPINION, "xulaw", JointReview.opinion("依据充分"));
        members.answer(number, Members.FINANCE, "caocz", "WANTS_CHANGES", "建议修改");
        members.summarise(number, "ADOPTED");
        process.answer(
                number,
                Stories.REPORT,
                "pinggu",
                Map.of("summary", "影响较小", "report", submitting.upload("pinggu", "u08", "报告.txt", "评估报告")));
        process.answer(number, "Task_AcceptReport", "zhaolei", Map.of("acceptance", "ACCEPTED", "uses", List.of()));
    }

    private Answer raise(String number, String userId, String level, String reason) {
        Visitor visitor = web.session(userId);
        return visitor.submit(
                "/cases/" + number + "/circulation", Map.of("_csrf", visitor.csrf(), "level", level, "reason", reason));
    }

    // ---- looking

    private static List<String> with(String... more) {
        return Stream.concat(NEVER_HANDLERS.stream(), Stream.of(more)).toList();
    }

    private void assertHandles(String number, String... handlers) {
        for (String handler : handlers) {
            Answer page = web.session(handler).get("/cases/" + number);
            assertThat(page.status()).as(handler).isEqualTo(200);
            assertThat(page.body())
                    .as(handler)
                    .contains(title, "tag-restricted")
                    .doesNotContain("??");
            assertThat(web.session(handler).get("/cases?q=" + encoded(word)).body())
                    .as(handler)
                    .contains("/cases/" + number);
        }
    }

    /** Every page that the table of authorizations knows, filled with this case's ids, and what is searched for. */
    private void assertNothingLeaks(String number, String userId) {
        Visitor visitor = web.session(userId);
        for (String path : paths(number)) {
            Answer answer = (path.startsWith("/api/") ? web.basic(userId) : visitor).get(path);
            assertThat(answer.body()).as("%s reads %s", userId, path).doesNotContain(title, secondWord + "由起草");
            if (path.startsWith("/cases/" + number) || path.startsWith("/api/cases/" + number)) {
                assertThat(answer.status()).as("%s reads %s", userId, path).isEqualTo(404);
            }
        }
        for (String words : List.of(word, number)) {
            assertThat(process.as(
                                    userId,
                                    () -> ledger.export(
                                            new LedgerQuery(
                                                    words, null, null, null, null, null, null, null, null, null, null,
                                                    null, null, null, null),
                                            process.actor(userId)))
                            .orElseThrow())
                    .as("%s exports", userId)
                    .isEmpty();
        }
        assertThat(web.rest(Surface.WEBAPP, userId).get("/task?maxResults=2000").body())
                .as("%s lists tasks", userId)
                .doesNotContain(word);
    }

    private List<String> paths(String number) {
        List<String> fileIds = new ArrayList<>(
                files.boundTo(number).stream().map(StoredFile::id).toList());
        List<String> taskIds = tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .map(Task::getId)
                .toList();
        List<String> lists = jdbc.sql("select distinct handover_id from handover_line where case_number = :number")
                .param("number", number)
                .query(String.class)
                .list();
        List<String> paths = new ArrayList<>(List.of(
                "/cases?q=" + encoded(word),
                "/cases?q=" + encoded(secondWord),
                "/cases?whose=UNIT",
                "/cases?sort=TITLE",
                "/handover?person=zhaolei"));
        for (AuthorizationMatrix.Row row : AuthorizationMatrix.read().rows("page")) {
            String path = row.entry().path();
            if (!row.entry().method().equals("GET") || path.startsWith("/actuator") || path.equals("/login")) {
                continue;
            }
            for (String value : values(path, number, fileIds, taskIds, lists)) {
                paths.add(path.replaceFirst("\\{(number|asked|drafted)}", number)
                        .replaceFirst("\\{[^}]+}", value)
                        .replaceAll("\\{[^}]+}", "1"));
            }
        }
        return paths;
    }

    private static List<String> values(
            String path, String number, List<String> fileIds, List<String> taskIds, List<String> lists) {
        if (path.contains("{fileId}")) {
            return fileIds;
        }
        if (path.contains("{taskId}")) {
            return taskIds;
        }
        if (path.contains("{handover}")) {
            return lists;
        }
        return List.of("1");
    }

    private void assertEngineKnowsNothing() {
        for (String table : List.of("ACT_RU_VARIABLE", "ACT_HI_VARINST", "ACT_HI_DETAIL")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where TEXT_ like :word")
                            .param("word", "%" + word + "%")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    private TreeSet<String> routesThatShow(String number, Rest rest) {
        Task task = process.task(number, JointReview.CHECK);
        List<String> instances =
                history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                        .map(HistoricProcessInstance::getId)
                        .toList();
        TreeSet<String> found = new TreeSet<>();
        for (EngineRoutes.Route route : EngineRoutes.ofEngine().routes()) {
            String id = route.path().startsWith("/task/")
                    ? task.getId()
                    : route.path().startsWith("/execution/") ? task.getExecutionId() : instances.get(0);
            String path = route.path()
                    .replace("{id}", id)
                    .replace("{varId}", "measureTitle")
                    .replaceAll("\\{[^}]+}", "x");
            if (route.method().equals("GET") && rest.get(path).body().contains(word)) {
                found.add(route.toString());
            }
            if (route.method().equals("POST")
                    && !route.path().contains("{")
                    && rest.post(route.path(), Map.of()).body().contains(word)) {
                found.add(route.toString());
            }
        }
        return found;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
