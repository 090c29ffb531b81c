package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
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
import org.fairreview.kit.Web.Rest;
import org.fairreview.kit.Web.Surface;
import org.fairreview.measure.Issuance;
import org.fairreview.review.CaseFile;
import org.fairreview.review.ReviewCase;
import org.fairreview.workflow.EngineRoutes.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What units and regions see of each other's cases: nothing.
 *
 * <p>The city's development commission (u02) submits to the city's regulator (u01); the commerce bureau of a county
 * (u12) to its regulator (u11).
 */
@ProductTest
class TenancyTests {

    @Autowired
    Web web;

    @Autowired
    Submitting submitting;

    @Autowired
    ProcessDriver process;

    @Autowired
    JointReview people;

    @Autowired
    Directory directory;

    @Autowired
    CaseFile cases;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void open_the_accounts_of_these_tests() {
        open("postless");
        open("countyauditor", new Post("u11", Role.AUDITOR));
        open("unitauditor", new Post("u03", Role.AUDITOR));
    }

    private void open(String userId, Post... posts) {
        if (directory.actor(userId).isEmpty()) {
            directory.open(new Person(userId, "试用"), Web.PASSWORD, List.of(posts));
        }
    }

    // ---- strangers

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linyue",
                "hejun",
                "fcclerk",
                "fchead",
                "zyclerk",
                "fcdrafter",
                "countyauditor",
                "unitauditor",
                "secop",
                "admin",
                "postless"
            })
    void a_stranger_finds_nothing_of_a_case_of_the_city_on_any_route(String stranger) {
        Traces traces = traces(inSupplement());

        assertThat(routesThatShow(traces, web.rest(Surface.WEBAPP, stranger))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"linyue", "zyclerk", "fcclerk"})
    void nor_over_http_basic(String stranger) {
        Traces traces = traces(inSupplement());
        Rest rest = web.rest(Surface.BASIC, stranger);

        assertThat(Stream.of(
                                "/task",
                                "/task/{id}",
                                "/task/{id}/variables",
                                "/task/{id}/form",
                                "/task/{id}/form-variables",
                                "/task/{id}/deployed-form",
                                "/process-instance/{id}/variables",
                                "/variable-instance",
                                "/history/task",
                                "/history/variable-instance")
                        .map(path -> new Route("GET", path))
                        .filter(route -> shows(traces, rest, route)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_belongs_to_another_region_is_as_if_it_did_not_exist(Surface surface) {
        Traces traces = traces(inSupplement());
        Rest rest = web.rest(surface, "zyclerk");

        for (String path : List.of("/variables", "/variables/caseNumber", "/localVariables", "/form-variables")) {
            assertThat(rest.get("/task/" + traces.task() + path).status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(rest.get("/task/none-such" + path).status())
                    .as("unknown, " + path)
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wangmin", "liufang", "dengaudit", "linyue", "zyclerk", "postless"})
    void a_stranger_finds_nothing_of_a_case_of_a_county_on_any_route(String person) {
        Traces traces = traces(ofTheCounty());
        boolean auditorAbove = person.equals("dengaudit");

        assertThat(routesThatShow(traces, web.rest(Surface.WEBAPP, person)).isEmpty())
                .isEqualTo(!auditorAbove);
    }

    @ParameterizedTest
    @EnumSource
    void those_whose_task_it_is_find_it(Surface surface) {
        Traces supplement = traces(inSupplement());
        Traces county = traces(ofTheCounty());

        for (String path : List.of(
                "/task",
                "/task/{id}",
                "/task/{id}/variables",
                "/task/{id}/form-variables",
                "/variable-instance/{id}")) {
            Route route = new Route("GET", path);
            assertThat(shows(supplement, web.rest(surface, "chenyu"), route))
                    .as(path)
                    .isTrue();
            assertThat(shows(county, web.rest(surface, "fcclerk"), route))
                    .as(path)
                    .isTrue();
        }
        assertThat(web.rest(surface, "chenyu")
                        .get("/task/" + supplement.task() + "/deployed-form")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void whoever_has_no_post_counts_nothing(Surface surface) {
        traces(inSupplement());
        Rest rest = web.rest(surface, "postless");

        for (String path : List.of(
                "/task",
                "/process-instance",
                "/execution",
                "/variable-instance",
                "/incident",
                "/job",
                "/event-subscription",
                "/external-task",
                "/history/task",
                "/history/process-instance",
                "/history/activity-instance",
                "/history/variable-instance",
                "/history/detail",
                "/history/decision-instance",
                "/history/identity-link-log",
                "/history/user-operation",
                "/history/incident",
                "/history/job-log")) {
            assertThat(rest.get(path + "/count").body()).as(path).isEqualTo("{\"count\":0}");
        }
    }

    // ---- auditors

    @ParameterizedTest
    @EnumSource
    void an_auditor_of_the_city_reads_the_city_and_its_counties(Surface surface) {
        Rest rest = web.rest(surface, "dengaudit");

        for (Traces traces : List.of(traces(inSupplement()), traces(ofTheCounty()))) {
            for (String path : List.of(
                    "/task",
                    "/task/{id}",
                    "/task/{id}/variables",
                    "/process-instance/{id}",
                    "/variable-instance",
                    "/history/process-instance/{id}",
                    "/history/activity-instance/{id}",
                    "/history/variable-instance/{id}")) {
                assertThat(shows(traces, rest, new Route("GET", path))).as(path).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_auditor_of_a_county_reads_the_county_alone(Surface surface) {
        Rest rest = web.rest(surface, "countyauditor");

        assertThat(shows(traces(ofTheCounty()), rest, new Route("GET", "/process-instance/{id}")))
                .isTrue();
        assertThat(shows(traces(inSupplement()), rest, new Route("GET", "/process-instance/{id}")))
                .isFalse();
        assertThat(rest.get("/task").json().findValuesAsText("tenantId"))
                .isNotEmpty()
                .containsOnly("r420606");
    }

    @ParameterizedTest
    @EnumSource
    void an_auditor_changes_nothing(Surface surface) {
        Rest rest = web.rest(surface, "dengaudit");
        Task open = process.task(submitting.measure(), JointReview.CHECK);
        Task taken = process.task(people.inReview(), JointReview.REVIEW);

        for (Task task : List.of(open, taken)) {
            String path = "/task/" + task.getId();
            assertThat(rest.get(path).status()).isEqualTo(200);
            assertThat(rest.post(path + "/claim", Map.of("userId", "dengaudit")).status())
                    .isEqualTo(403);
            assertThat(rest.post(path + "/unclaim", null).status()).isEqualTo(403);
            assertThat(rest.post(path + "/submit-form", Map.of("variables", Map.of()))
                            .status())
                    .isEqualTo(403);
            assertThat(tasks.createTaskQuery()
                            .taskId(task.getId())
                            .singleResult()
                            .getAssignee())
                    .isEqualTo(task.getAssignee());
        }
    }

    // ---- regions

    @Test
    void the_regulator_of_the_city_sees_the_cases_of_a_county_and_not_the_other_way_round() {
        String ofCity = submitting.measure();
        String ofCounty = ofTheCounty();

        assertThat(cases.find(ofCounty, process.actor("wangmin"))).isPresent();
        assertThat(cases.latest(process.actor("wangmin"), 5_000))
                .extracting(ReviewCase::number)
                .contains(ofCity, ofCounty);
        assertThat(cases.find(ofCity, process.actor("fcclerk"))).isEmpty();
        assertThat(cases.latest(process.actor("fcclerk"), 5_000))
                .extracting(ReviewCase::number)
                .contains(ofCounty)
                .doesNotContain(ofCity);
        for (String stranger : List.of("zyclerk", "zydrafter", "linyue", "secop", "admin", "unitauditor", "postless")) {
            assertThat(cases.find(ofCounty, process.actor(stranger)))
                    .as(stranger)
                    .isEmpty();
        }
    }

    @Test
    void whatever_belongs_to_a_case_belongs_to_a_region() {
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
                        "第三条是否有上位法依据?"));

        assertThat(process.task(number, JointReview.OPINION).getTenantId()).isEqualTo("r420600");
        for (String table : List.of(
                "ACT_RU_TASK",
                "ACT_RU_EXECUTION",
                "ACT_RU_VARIABLE",
                "ACT_HI_PROCINST",
                "ACT_HI_TASKINST",
                "ACT_HI_ACTINST",
                "ACT_HI_VARINST",
                "ACT_HI_DETAIL",
                "ACT_HI_IDENTITYLINK")) {
            assertThat(database.queryForObject(
                            "select count(*) from " + table + " where TENANT_ID_ is null", Integer.class))
                    .as(table)
                    .isZero();
        }
    }

    // ---- the forms' context

    @Test
    void the_context_of_a_form_is_for_those_who_may_work_on_the_task() {
        String path = "/forms/tasks/" + traces(inSupplement()).task();

        assertThat(web.session("chenyu").get(path).status()).isEqualTo(200);
        for (String stranger :
                List.of("linyue", "wangmin", "dengaudit", "fcdrafter", "zydrafter", "admin", "postless")) {
            assertThat(web.session(stranger).get(path).status()).as(stranger).isEqualTo(404);
        }
        assertThat(web.anonymous().get(path).status()).isEqualTo(401);
        assertThat(web.basic("chenyu").get(path).status()).isEqualTo(401);

        String ofCounty = "/forms/tasks/" + traces(ofTheCounty()).task();
        assertThat(web.session("fcclerk").get(ofCounty).status()).isEqualTo(200);
        assertThat(web.session("wangmin").get(ofCounty).status()).isEqualTo(404);
    }

    // ---- helpers

    /** A case of the city that waits for its drafting unit. */
    private String inSupplement() {
        String number = submitting.measure();
        process.complete(
                number, JointReview.CHECK, "wangmin", Map.of("decision", "SUPPLEMENT", "missing", "请补充听取意见的说明"));
        return number;
    }

    private String ofTheCounty() {
        return submitting.measure("fcdrafter", "u12", Issuance.GOVERNMENT, SampleMeasure.BODY);
    }

    /** The ids under which the engine holds a case with one open task. */
    private record Traces(
            String number,
            String task,
            String instance,
            String execution,
            String definition,
            String variable,
            String activity,
            String detail) {

        /** What must not come back to a stranger. */
        boolean standIn(Answer answer) {
            return answer.status() < 400
                    && Stream.of(number, task, instance, execution, variable, activity, detail)
                            .anyMatch(answer.body()::contains);
        }

        /** The path with the ids of the case in the place of its variables. */
        String in(Route route) {
            String path = route.path();
            String id = Map.ofEntries(
                            Map.entry("/task/", task),
                            Map.entry("/process-instance/", instance),
                            Map.entry("/execution/", execution),
                            Map.entry("/variable-instance/", variable),
                            Map.entry("/process-definition/", definition),
                            Map.entry("/history/process-instance/", instance),
                            Map.entry("/history/activity-instance/", activity),
                            Map.entry("/history/variable-instance/", variable),
                            Map.entry("/history/detail/", detail),
                            Map.entry("/history/process-definition/", definition),
                            Map.entry("/user/", "wangmin"),
                            Map.entry("/group/", "u01clerk"),
                            Map.entry("/tenant/", "r420600"))
                    .entrySet()
                    .stream()
                    .filter(start -> path.startsWith(start.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("x");
            return path.replace("{id}", id)
                    .replace("{key}", path.startsWith("/process-definition") ? "MeasureReview" : "ReviewRoute")
                    .replace("{varId}", "measureTitle")
                    .replaceAll("\\{[^}]+}", "x");
        }
    }

    private Traces traces(String number) {
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(number).singleResult();
        String instance = task.getProcessInstanceId();
        return new Traces(
                number,
                task.getId(),
                instance,
                task.getExecutionId(),
                task.getProcessDefinitionId(),
                runtime
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(instance)
                        .variableName("measureTitle")
                        .list()
                        .stream()
                        .filter(variable -> variable.getTaskId() != null)
                        .findFirst()
                        .orElseThrow()
                        .getId(),
                history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .unfinished()
                        .singleResult()
                        .getId(),
                history.createHistoricDetailQuery()
                        .processInstanceId(instance)
                        .list()
                        .get(0)
                        .getId());
    }

    private static TreeSet<Route> routesThatShow(Traces traces, Rest rest) {
        TreeSet<Route> found = new TreeSet<>();
        SoftAssertions softly = new SoftAssertions();
        for (Route route : EngineRoutes.ofEngine().routes()) {
            if (route.method().equals("GET") && shows(traces, rest, route)) {
                found.add(route);
            } else if (route.method().equals("POST") && !route.path().contains("{")) {
                Answer answer = rest.post(route.path(), Map.of());
                softly.assertThat(answer.status()).as(route.toString()).isNotEqualTo(401);
                if (traces.standIn(answer)) {
                    found.add(route);
                }
            }
        }
        softly.assertAll();
        return found;
    }

    private static boolean shows(Traces traces, Rest rest, Route route) {
        return traces.standIn(rest.get(traces.in(route)));
    }
}
