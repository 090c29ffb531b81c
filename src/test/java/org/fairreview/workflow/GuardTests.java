package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.kit.Web.Rest;
import org.fairreview.kit.Web.Surface;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the lawful assignee of a task may not do over the engine's REST API, on both places where it answers.
 *
 * <p>Wang Min of the city's regulator has taken the completeness check of a case. Each guard has a test here that fails
 * without it.
 */
@ProductTest
class GuardTests {

    private static final String PERSON = "wangmin";

    /** Everything that nobody does over REST: method, path, body. The door refuses it before the engine sees it. */
    private static final String CLOSED =
            """
            POST /task/{task}/complete {"variables":{}}
            POST /task/{task}/resolve {"variables":{}}
            POST /task/{task}/bpmnError {"errorCode":"x","errorMessage":"x"}
            POST /task/{task}/bpmnEscalation {"escalationCode":"x"}
            POST /task/{task}/assignee {"userId":"sunqian"}
            POST /task/{task}/delegate {"userId":"sunqian"}
            POST /task/{task}/identity-links {"groupId":"u03drafter","type":"candidate"}
            POST /task/{task}/identity-links/delete {"groupId":"u01clerk","type":"candidate"}
            POST /task/{task}/comment/create {"message":"x"}
            PUT /task/{task}/comment {"id":"x","message":"x"}
            DELETE /task/{task}/comment
            POST /task/{task}/attachment/create {}
            DELETE /task/{task}/attachment/x
            PUT /task/{task} {"name":"x","due":"2030-01-01T00:00:00.000+0800"}
            DELETE /task/{task}
            POST /task/create {"name":"x"}
            POST /task/{task}/variables {"modifications":{"conclusion":{"value":"CONFORMS"}}}
            PUT /task/{task}/variables/conclusion {"value":"CONFORMS"}
            POST /task/{task}/variables/conclusion/data {}
            DELETE /task/{task}/variables/measureTitle
            PATCH /task/{task}/variables {"modifications":{"conclusion":{"value":"CONFORMS"}}}
            POST /task/{task}/localVariables {"modifications":{"conclusion":{"value":"CONFORMS"}}}
            PUT /task/{task}/localVariables/conclusion {"value":"CONFORMS"}
            DELETE /task/{task}/localVariables/conclusion
            POST /process-instance/{instance}/variables {"modifications":{"route":{"value":"OWN"}}}
            PUT /process-instance/{instance}/variables/route {"value":"OWN"}
            POST /process-instance/{instance}/variables/route/data {}
            DELETE /process-instance/{instance}/variables/route
            POST /process-instance/variables-async {"processInstanceIds":["{instance}"],"variables":{}}
            POST /execution/{execution}/localVariables {"modifications":{"route":{"value":"OWN"}}}
            PUT /execution/{execution}/localVariables/route {"value":"OWN"}
            DELETE /execution/{execution}/localVariables/route
            POST /execution/{execution}/signal {}
            POST /execution/{execution}/create-incident {"incidentType":"x"}
            POST /execution/{execution}/messageSubscriptions/x/trigger {}
            POST /process-definition/key/MeasureReview/start {"businessKey":"420600-2026-9999"}
            POST /process-definition/key/MeasureReview/submit-form {"businessKey":"420600-2026-9999","variables":{}}
            POST /process-definition/{definition}/start {"businessKey":"{number}"}
            POST /process-definition/{definition}/submit-form {"businessKey":"{number}","variables":{}}
            POST /process-definition/{definition}/restart {"processInstanceIds":["{instance}"],"instructions":[]}
            PUT /process-definition/key/MeasureReview/suspended {"suspended":true}
            PUT /process-definition/{definition}/history-time-to-live {"historyTimeToLive":1}
            DELETE /process-definition/key/MeasureReview?cascade=true
            POST /message {"messageName":"ReminderWanted","businessKey":"{number}"}
            POST /signal {"name":"x"}
            POST /condition {"variables":{}}
            POST /process-instance/{instance}/modification {"instructions":[{"type":"cancel","activityId":"Task_CheckCompleteness"}]}
            POST /process-instance/{instance}/modification-async {"instructions":[]}
            POST /modification/execute {"processDefinitionId":"{definition}","processInstanceIds":["{instance}"],"instructions":[]}
            DELETE /process-instance/{instance}
            POST /process-instance/delete {"processInstanceIds":["{instance}"]}
            PUT /process-instance/{instance}/suspended {"suspended":true}
            PUT /process-instance/suspended {"processDefinitionKey":"MeasureReview","suspended":true}
            PUT /process-instance/{instance}/comment {"id":"x","message":"x"}
            DELETE /history/process-instance/{instance}
            POST /history/process-instance/delete {"historicProcessInstanceIds":["{instance}"]}
            DELETE /history/process-instance/{instance}/variable-instances
            POST /history/process-instance/set-removal-time {"clearedRemovalTime":true,"historicProcessInstanceIds":["{instance}"]}
            POST /history/decision-instance/delete {"historicDecisionInstanceIds":["x"]}
            POST /history/cleanup
            PUT /history/user-operation/x/set-annotation {"annotation":"x"}
            POST /migration/generate {"sourceProcessDefinitionId":"{definition}","targetProcessDefinitionId":"{definition}"}
            POST /migration/execute {"migrationPlan":{},"processInstanceIds":["{instance}"]}
            DELETE /batch/x
            PUT /batch/x/suspended {"suspended":true}
            POST /deployment/create {}
            DELETE /deployment/{deployment}?cascade=true
            POST /deployment/{deployment}/redeploy {}
            POST /decision-definition/key/ReviewRoute/evaluate {"variables":{}}
            PUT /decision-definition/key/ReviewRoute/history-time-to-live {"historyTimeToLive":1}
            POST /external-task/fetchAndLock {"workerId":"x","maxTasks":1,"topics":[]}
            POST /external-task/x/complete {"workerId":"x"}
            PUT /external-task/retries {"retries":1}
            POST /job/x/execute
            PUT /job/x/duedate {"duedate":null}
            PUT /job/x/retries {"retries":0}
            POST /job/retries {"retries":0}
            DELETE /job/x
            PUT /job-definition/suspended {"processDefinitionKey":"MeasureReview","suspended":true}
            PUT /incident/x/annotation {"annotation":"x"}
            POST /filter/create {"resourceType":"Task","name":"x","query":{"assigneeExpression":"${1}"}}
            PUT /filter/{filter} {"resourceType":"Task","name":"x","query":{"assigneeExpression":"${1}"}}
            DELETE /filter/{filter}
            POST /authorization/create {"type":1,"permissions":["ALL"],"userId":"wangmin","resourceType":7,"resourceId":"*"}
            PUT /authorization/x {"permissions":["ALL"]}
            DELETE /authorization/x
            POST /user/create {"profile":{"id":"intruder","firstName":"a","lastName":"b"},"credentials":{"password":"Intruder#2026"}}
            PUT /user/wangmin/profile {"id":"wangmin","firstName":"别人","lastName":""}
            PUT /user/wangmin/credentials {"password":"Another#2026","authenticatedUserPassword":"Xiangyang#2026"}
            POST /user/wangmin/unlock
            DELETE /user/wangmin
            POST /group/create {"id":"intruders","name":"x"}
            PUT /group/u01leader/members/wangmin
            DELETE /group/u01clerk/members/wangmin
            POST /tenant/create {"id":"elsewhere","name":"x"}
            PUT /tenant/r420683/user-members/wangmin
            POST /identity/verify {"username":"zhangwei","password":"Xiangyang#2026"}
            POST /identity/password-policy {"password":"x"}
            DELETE /metrics/task-worker
            POST /telemetry/configuration {"enableTelemetry":true}
            POST /case-definition/key/x/create {}
            """;

    /** An expression that tells whether it was evaluated: then it finds the tasks of Wang Min. */
    private static final String EXPRESSION = "${\"wang\".concat(\"min\")}";

    @Autowired
    Web web;

    @Autowired
    Submitting submitting;

    @Autowired
    JointReview people;

    @Autowired
    ProcessDriver process;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    JdbcTemplate database;

    // ---- the door

    @ParameterizedTest
    @EnumSource
    void everything_but_claim_give_back_and_form_is_refused_at_the_door(Surface surface) {
        Task task = taken();
        Rest rest = web.rest(surface, PERSON);
        SortedMap<String, String> before = engineState();
        SoftAssertions softly = new SoftAssertions();

        for (String line : CLOSED.lines().toList()) {
            String[] parts = filled(line, task).split(" ", 3);
            Answer answer = sendRaw(rest, parts[0], parts[1], parts.length > 2 ? parts[2] : "");
            softly.assertThat(answer.status()).as(line + " " + answer).isEqualTo(403);
            softly.assertThat(answer.body()).as(line).contains("\"type\":\"Refusal\"");
        }

        softly.assertAll();
        assertThat(engineState()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void no_other_way_of_writing_a_path_opens_the_door(Surface surface) {
        Task task = taken();
        Visitor visitor = web.rest(surface, PERSON).visitor();
        SortedMap<String, String> before = engineState();
        String path = surface.path() + "/task/" + task.getId() + "/complete";
        String variable = surface.path() + "/task/" + task.getId() + "/variables/conclusion";
        SoftAssertions softly = new SoftAssertions();

        for (String trick : Stream.of(path, variable)
                .flatMap(honest -> Stream.of(
                        honest + "/",
                        honest + "?x=y",
                        honest + ";x=y",
                        honest.replace("/task/", "//task/"),
                        honest.replace("/task/", "/./task/"),
                        honest.replace("/task/", "/%2e/task/"),
                        honest.replace("/task/", "/task;x=y/"),
                        honest.replace("/task/", "/x/../task/"),
                        honest.replace("/task/", "/x/%2e%2e/task/"),
                        honest.replace("/task/", "%2ftask/"),
                        honest.replace("/task/", "/%74ask/"),
                        honest.replace("/task/", "/TASK/"),
                        honest.replace("/task/", "/engine/default/task/"),
                        honest.replace("/complete", "/%63omplete").replace("/variables", "/%76ariables"),
                        honest.replace("/complete", "/complete%20").replace("/variables", "/variables%20"),
                        "/" + honest,
                        "/." + honest,
                        "/%2e" + honest,
                        "/;x=y" + honest,
                        honest.replaceFirst("^/e", "/%65").replaceFirst("^/camunda/api", "/camunda/%61pi"),
                        honest.replaceFirst("^/engine-rest", "/engine-rest;x=y")
                                .replaceFirst("^/camunda/api", "/camunda;x=y/api"),
                        honest.replaceFirst("^/engine-rest", "/ENGINE-REST")
                                .replaceFirst("^/camunda/api", "/camunda/API"),
                        honest.replaceFirst("engine/engine", "engine//engine"),
                        honest.replaceFirst("engine/default", "engine/%64efault")))
                .distinct()
                .filter(trick -> !trick.equals(path) && !trick.equals(variable))
                .toList()) {
            for (String method : List.of("POST", "PUT")) {
                Answer answer = visitor.send(method, trick, Map.of("value", "CONFORMS"));
                softly.assertThat(answer.status())
                        .as(method + " " + trick + " " + answer)
                        .isBetween(300, 499);
                assertStillLoggedIn(visitor, surface);
            }
        }

        softly.assertAll();
        assertThat(engineState()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void a_path_is_written_in_one_way_only(Surface surface) {
        Visitor visitor = web.rest(surface, PERSON).visitor();
        String coded = surface.path().replaceFirst("^/e", "/%65").replaceFirst("^/camunda/api", "/camunda/%61pi");

        assertThat(visitor.get(coded + "/task").status()).isEqualTo(400);
        assertThat(visitor.get("/" + surface.path() + "/task").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void no_header_or_parameter_turns_a_read_into_a_write(Surface surface) {
        Task task = taken();
        Visitor visitor = web.rest(surface, PERSON).visitor();
        SortedMap<String, String> before = engineState();
        String path = surface.path() + "/task/" + task.getId();

        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            visitor.with(header, "DELETE");
            assertThat(visitor.get(path).status()).isEqualTo(200);
            assertThat(visitor.post(surface.path() + "/task", Map.of()).status())
                    .isEqualTo(200);
            visitor.without(header);
        }
        assertThat(visitor.get(path + "?_method=DELETE").status()).isEqualTo(200);

        assertThat(engineState()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void groups_and_colleagues_are_shown_to_oneself_only(Surface surface) {
        Rest rest = web.rest(surface, "zhaolei");

        assertThat(rest.get("/identity/groups?userId=zhaolei").body()).contains("u01reviewer");
        for (String query : List.of(
                "?userId=sunqian",
                "/?userId=sunqian",
                "?userId=sunqian&userId=zhaolei",
                "?userId=zhaolei&userId=sunqian",
                "")) {
            assertThat(rest.get("/identity/groups" + query).status()).as(query).isEqualTo(403);
        }
        assertThat(rest.get("/user").json()).hasSize(1);
        assertThat(rest.get("/group").json()).hasSize(1);
        assertThat(rest.get("/user/sunqian/profile").status()).isNotEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void the_number_of_running_cases_is_for_auditors(Surface surface) {
        for (String path : List.of(
                "/process-definition/statistics",
                "/process-definition/statistics/",
                "/process-definition/key/MeasureReview/statistics")) {
            assertThat(web.rest(surface, "linyue").get(path).status()).as(path).isEqualTo(403);
            assertThat(web.rest(surface, "dengaudit").get(path).status())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void the_interfaces_of_cockpit_and_admin_are_closed_as_their_pages_are() {
        String cockpit = "/camunda/api/cockpit/plugin/base/default/process-instance/count";
        String admin = "/camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated";

        assertThat(web.session(PERSON).post(cockpit, Map.of()).status()).isEqualTo(403);
        assertThat(web.session("dengaudit").post(cockpit, Map.of()).status()).isEqualTo(200);
        assertThat(web.session(PERSON).get(admin).status()).isEqualTo(403);
        assertThat(web.session("admin").get(admin).status()).isEqualTo(403);
    }

    // ---- the form

    @ParameterizedTest
    @EnumSource
    void a_form_takes_its_own_fields_only(Surface surface) {
        Task task = taken();
        Rest rest = web.rest(surface, PERSON);
        SortedMap<String, String> before = engineState();

        for (String name : List.of("outcome", "signing", "conclusion", "receipt", "route", "answer", "caseNumber")) {
            Answer answer = rest.post(
                    "/task/" + task.getId() + "/submit-form",
                    variables(Map.of("decision", "ACCEPTED"), Map.of(name, "CONFORMS")));
            assertThat(answer.status()).as(name).isEqualTo(409);
            assertThat(answer.json().path("message").asText()).contains(name, "不是该表单的填写项");
        }
        assertThat(engineState()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void an_embedded_form_takes_its_one_answer_only(Surface surface) {
        String task = process.task(people.inReview(), JointReview.REVIEW).getId();
        Rest rest = web.rest(surface, "zhaolei");
        SortedMap<String, String> before = engineState();

        for (String name : List.of("findings", "adviceWanted", "adviser", "conclusion", "reviewer")) {
            Answer answer = rest.post(
                    "/task/" + task + "/submit-form",
                    variables(Map.of("answer", "{\"findings\":[],\"adviceWanted\":false}"), Map.of(name, "x")));
            assertThat(answer.status()).as(name).isEqualTo(409);
            assertThat(answer.json().path("message").asText()).contains(name);
        }
        assertThat(engineState()).isEqualTo(before);
    }

    /** The engine would build the class that the sender names, and read all its properties: this one opens a file. */
    @ParameterizedTest
    @EnumSource
    void a_field_holds_a_plain_value_and_never_an_object(Surface surface) {
        Task task = taken();
        Rest rest = web.rest(surface, PERSON);
        SortedMap<String, String> before = engineState();
        Path file = Path.of("target", "written-by-a-form-" + surface);

        for (Map<String, Object> value : List.<Map<String, Object>>of(
                Map.of(
                        "type",
                        "Object",
                        "value",
                        "\"" + file + "\"",
                        "valueInfo",
                        Map.of(
                                "objectTypeName",
                                "org.springframework.core.io.FileUrlResource",
                                "serializationDataFormat",
                                "application/json")),
                Map.of("type", "Json", "value", "{\"a\":1}"),
                Map.of("type", "File", "value", "eA==", "valueInfo", Map.of("filename", "x.txt")),
                Map.of("type", "Bytes", "value", "eA=="),
                Map.of("value", Map.of("a", 1)),
                Map.of("value", List.of("ACCEPTED")))) {
            Answer answer =
                    rest.post("/task/" + task.getId() + "/submit-form", Map.of("variables", Map.of("decision", value)));
            assertThat(answer.status()).as(value + " " + answer).isEqualTo(409);
            assertThat(answer.json().path("message").asText()).contains("内容类型与表单不符");
        }
        assertThat(file).doesNotExist();
        assertThat(engineState()).isEqualTo(before);
    }

    @Test
    void the_same_holds_inside_for_whoever_may_complete_without_a_form() {
        Task task = taken();

        assertThatThrownBy(() -> process.inTasklist(PERSON, () -> {
                    tasks.complete(task.getId(), Map.of("decision", "ACCEPTED", "receipt", "ACCEPTED"));
                    return null;
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("guard.notAField"));
        assertThatThrownBy(() -> process.inTasklist(PERSON, () -> {
                    tasks.resolveTask(task.getId(), Map.of("receipt", "ACCEPTED"));
                    return null;
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("guard.notAField"));
    }

    @ParameterizedTest
    @EnumSource
    void a_refused_answer_comes_back_as_one_sentence(Surface surface) {
        Task task = taken();

        Answer answer = web.rest(surface, PERSON)
                .post("/task/" + task.getId() + "/submit-form", variables(Map.of("decision", "SUPPLEMENT")));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("message").asText()).matches("[^a-zA-Z]+").doesNotContain("ENGINE", "Exception");
    }

    @ParameterizedTest
    @EnumSource
    void the_form_itself_is_taken(Surface surface) {
        Task task = taken();

        Answer answer = web.rest(surface, PERSON)
                .post("/task/" + task.getId() + "/submit-form", variables(Map.of("decision", "ACCEPTED")));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_colleague_does_not_send_the_form_of_a_task_that_somebody_else_has(Surface surface) {
        Task review = process.task(people.inReview(), JointReview.REVIEW);

        Answer answer = web.rest(surface, "sunqian")
                .post(
                        "/task/" + review.getId() + "/submit-form",
                        variables(Map.of("answer", "{\"findings\":[],\"adviceWanted\":false}")));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("message").asText()).contains("认领");
        assertThat(assignee(review)).isEqualTo("zhaolei");
    }

    // ---- claim and give back

    @ParameterizedTest
    @EnumSource
    void one_claims_for_oneself_only(Surface surface) {
        Task task = process.task(submitting.measure(), JointReview.CHECK);
        Rest rest = web.rest(surface, PERSON);

        for (String other : List.of("sunqian", "nobodyatall", "linyue")) {
            assertThat(rest.post("/task/" + task.getId() + "/claim", Map.of("userId", other))
                            .status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(assignee(task)).isNull();

        assertThat(rest.post("/task/" + task.getId() + "/claim", Map.of("userId", PERSON))
                        .status())
                .isEqualTo(204);
        assertThat(assignee(task)).isEqualTo(PERSON);
    }

    @ParameterizedTest
    @EnumSource
    void one_gives_back_the_own_task(Surface surface) {
        Task task = taken();

        assertThat(web.rest(surface, PERSON)
                        .post("/task/" + task.getId() + "/unclaim", null)
                        .status())
                .isEqualTo(204);
        assertThat(assignee(task)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void nobody_takes_a_task_from_a_colleague(Surface surface) {
        Task review = process.task(people.inReview(), JointReview.REVIEW);
        Rest colleague = web.rest(surface, "sunqian");
        String path = "/task/" + review.getId();

        assertThat(colleague.get(path).status()).isEqualTo(200);
        assertThat(colleague.post(path + "/unclaim", null).status()).isEqualTo(403);
        assertThat(sendRaw(colleague, "POST", path + "/claim", "{\"userId\":null}")
                        .status())
                .isEqualTo(403);
        assertThat(sendRaw(colleague, "POST", path + "/claim", "{}").status()).isEqualTo(403);
        assertThat(colleague.post(path + "/claim", Map.of("userId", "sunqian")).status())
                .isBetween(400, 599);
        assertThat(assignee(review)).isEqualTo("zhaolei");
    }

    // ---- expressions in queries (CVE-2026-109432)

    static final List<Map<String, Object>> QUERIES_WITH_EXPRESSIONS = List.of(
            Map.of("assigneeExpression", EXPRESSION),
            Map.of("orQueries", List.of(Map.of("assigneeExpression", EXPRESSION))),
            Map.of("orQueries", List.of(Map.of("assigneeExpression", "${currentUser()}"))),
            Map.of("orQueries", List.of(Map.of("ownerExpression", EXPRESSION, "name", "x"))),
            Map.of("orQueries", List.of(Map.of("candidateGroupExpression", EXPRESSION), Map.of("name", "x"))),
            Map.of("orQueries", List.of(Map.of("dueBeforeExpression", "${dateTime().plusDays(1)}"))));

    @ParameterizedTest
    @FieldSource("QUERIES_WITH_EXPRESSIONS")
    void a_query_holds_no_expressions(Map<String, Object> query) {
        taken();
        for (Surface surface : Surface.values()) {
            Rest rest = web.rest(surface, PERSON);
            for (String path : List.of("/task", "/task/count")) {
                assertThat(rest.post(path, query)).as(path).satisfies(GuardTests::refusesExpressions);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("QUERIES_WITH_EXPRESSIONS")
    void a_filter_is_not_extended_by_expressions(Map<String, Object> query) {
        taken();
        String filter = "/filter/" + filter("我的任务");
        for (Surface surface : Surface.values()) {
            Rest rest = web.rest(surface, PERSON);
            for (String path : List.of("/list", "/count")) {
                assertThat(rest.post(filter + path, query)).as(path).satisfies(GuardTests::refusesExpressions);
            }
            assertThat(rest.post(filter + "/singleResult", query).status()).isEqualTo(400);
        }
    }

    @Test
    void a_query_over_get_holds_no_expressions() {
        taken();
        for (Surface surface : Surface.values()) {
            Rest rest = web.rest(surface, PERSON);
            assertThat(rest.get("/task?assigneeExpression=%24%7B%22wang%22.concat(%22min%22)%7D"))
                    .satisfies(answer -> assertThat(answer.status()).isBetween(400, 599));
            assertThat(rest.get("/task?orQueries=%5B%7B%22assigneeExpression%22:%22x%22%7D%5D"))
                    .satisfies(answer -> assertThat(answer.status()).isBetween(400, 599));
        }
    }

    @Test
    void a_stored_filter_with_another_expression_is_not_evaluated() {
        taken();
        TaskQuery plain = tasks.createTaskQuery().taskAssigneeExpression(EXPRESSION);
        TaskQuery alternative =
                tasks.createTaskQuery().or().taskAssigneeExpression(EXPRESSION).endOr();
        for (TaskQuery query : List.of(plain, alternative)) {
            Filter stored = filters.saveFilter(filters.newTaskFilter("陷阱").setQuery(query));
            try {
                for (Surface surface : Surface.values()) {
                    Rest rest = web.rest(surface, PERSON);
                    for (String path : List.of("/list", "/count")) {
                        String address = "/filter/" + stored.getId() + path;
                        assertThat(rest.get(address).status()).isBetween(400, 599);
                        assertThat(rest.post(address, Map.of()).status()).isBetween(400, 599);
                    }
                }
                assertThatThrownBy(() -> filters.list(stored.getId()))
                        .hasRootCauseInstanceOf(BadUserRequestException.class);
            } finally {
                filters.deleteFilter(stored.getId());
            }
        }
    }

    @Test
    void nobody_saves_a_filter_with_expressions_in_alternatives() {
        Filter trap = filters.newTaskFilter("陷阱")
                .setQuery(tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression(EXPRESSION)
                        .endOr());

        assertThatThrownBy(() -> process.inTasklist(PERSON, () -> filters.saveFilter(trap)))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("Expressions are not allowed");
    }

    @ParameterizedTest
    @EnumSource
    void our_own_filters_work(Surface surface) {
        Task mine = taken();
        Task open = process.task(submitting.measure(), JointReview.CHECK);
        Instant now = Instant.now();
        tasks.setDueDate(mine.getId(), Date.from(now.plus(Duration.ofDays(1))));
        tasks.setDueDate(open.getId(), Date.from(now.minus(Duration.ofDays(1))));
        Rest rest = web.rest(surface, PERSON);

        assertThat(rest.get("/filter").json().findValuesAsText("name")).contains("我的任务", "本单位待办", "即将到期", "已逾期");
        assertThat(idsIn(rest, "我的任务")).contains(mine.getId()).doesNotContain(open.getId());
        assertThat(idsIn(rest, "本单位待办")).contains(open.getId()).doesNotContain(mine.getId());
        assertThat(idsIn(rest, "即将到期")).contains(mine.getId()).doesNotContain(open.getId());
        assertThat(idsIn(rest, "已逾期")).contains(open.getId()).doesNotContain(mine.getId());
    }

    // ---- helpers

    /** The completeness check of a new case, taken by Wang Min. */
    private Task taken() {
        Task task = process.task(submitting.measure(), JointReview.CHECK);
        process.inTasklist(PERSON, () -> {
            tasks.claim(task.getId(), PERSON);
            return null;
        });
        return task;
    }

    private @Nullable String assignee(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }

    private List<String> idsIn(Rest rest, String filter) {
        String path = "/filter/" + filter(filter);
        List<String> listed = rest.post(path + "/list", Map.of()).json().findValuesAsText("id");
        List<String> narrowed = rest.post(
                        path + "/list",
                        Map.of("processDefinitionKey", "MeasureReview", "orQueries", List.of(Map.of("active", true))))
                .json()
                .findValuesAsText("id");
        assertThat(narrowed).containsExactlyElementsOf(listed);
        assertThat(rest.get(path + "/list").json().findValuesAsText("id")).containsExactlyElementsOf(listed);
        assertThat(rest.get(path + "/count").json().path("count").asInt()).isEqualTo(listed.size());
        assertThat(rest.post(path + "/count", Map.of()).json().path("count").asInt())
                .isEqualTo(listed.size());
        return listed;
    }

    private String filter(String name) {
        return filters.createTaskFilterQuery().filterName(name).singleResult().getId();
    }

    private String filled(String line, Task task) {
        return line.replace("{task}", task.getId())
                .replace("{instance}", task.getProcessInstanceId())
                .replace("{execution}", task.getExecutionId())
                .replace("{definition}", task.getProcessDefinitionId())
                .replace(
                        "{deployment}", database.queryForObject("select min(ID_) from ACT_RE_DEPLOYMENT", String.class))
                .replace("{filter}", filter("我的任务"))
                .replace("{number}", String.valueOf(tasks.getVariable(task.getId(), "caseNumber")));
    }

    private static void refusesExpressions(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).containsAnyOf("Expressions are", "expressions");
    }

    private static Answer sendRaw(Rest rest, String method, String path, String json) {
        return rest.visitor().sendJson(method, rest.surface().path() + path, json);
    }

    /** Otherwise the requests that follow would be refused for another reason. */
    private static void assertStillLoggedIn(Visitor visitor, Surface surface) {
        if (surface == Surface.WEBAPP) {
            assertThat(visitor.get(surface.path() + "/version").status()).isEqualTo(200);
        }
    }

    private static Map<String, Object> variables(Map<String, String> fields) {
        return variables(fields, Map.of());
    }

    private static Map<String, Object> variables(Map<String, String> fields, Map<String, String> more) {
        Map<String, Object> variables = new TreeMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        more.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return Map.of("variables", variables);
    }

    /** All rows of all tables of the engine, by table. */
    private SortedMap<String, String> engineState() {
        SortedMap<String, String> state = new TreeMap<>();
        for (String table : database.queryForList(
                "select table_name from information_schema.tables where table_name like 'ACT!_%' escape '!'",
                String.class)) {
            state.put(
                    table,
                    database.queryForList("select * from " + table).stream()
                            .map(row -> new TreeMap<>(row))
                            .map(row -> {
                                row.replaceAll((column, value) -> value instanceof byte[] bytes
                                        ? List.of(bytes.length)
                                        : value instanceof Timestamp time ? time.toInstant() : value);
                                return row.toString();
                            })
                            .sorted()
                            .collect(Collectors.joining("\n")));
        }
        return state;
    }
}
