package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.fairreview.cleanup.MeasureInForce;
import org.fairreview.cleanup.work.Jobs;
import org.fairreview.conference.Attendance;
import org.fairreview.conference.Meetings;
import org.fairreview.document.FileStore;
import org.fairreview.document.Uploader;
import org.fairreview.evaluation.Commission;
import org.fairreview.evaluation.Evaluation.Purpose;
import org.fairreview.evaluation.Evaluations;
import org.fairreview.evaluation.PlanDraft;
import org.fairreview.evaluation.Plans;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.kit.Answer;
import org.fairreview.kit.Correspondence;
import org.fairreview.kit.DocumentMaking;
import org.fairreview.kit.Inbox;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.LegacyCampaign;
import org.fairreview.kit.LegacyFiles;
import org.fairreview.kit.LegacyImports;
import org.fairreview.kit.Members;
import org.fairreview.kit.PastFiles;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Reporting;
import org.fairreview.kit.Rounds;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.SpotChecking;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.kit.Web.Rest;
import org.fairreview.kit.Web.Surface;
import org.fairreview.procedure.ProcedureKind;
import org.fairreview.reporting.Books;
import org.fairreview.reporting.Closing;
import org.fairreview.reporting.ClosingPapers;
import org.fairreview.reporting.Closings;
import org.fairreview.reporting.Period;
import org.fairreview.reporting.Slice;
import org.fairreview.reporting.UnitSummaries;
import org.fairreview.reporting.UnitSummary;
import org.fairreview.review.ledger.PastReviews;
import org.fairreview.supervision.lead.SourceKind;
import org.fairreview.supervision.monitoring.MonitoringPoint;
import org.fairreview.workflow.AuthorizationMatrix.Entry;
import org.fairreview.workflow.AuthorizationMatrix.Row;
import org.fairreview.workflow.EngineRoutes.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Who may do what, as a table: every page, every route and every task has a row in {@code authorization-matrix.txt}, and
 * every row is proved by trying: the rows of tasks by {@link ToldStoriesTests}, at the tasks of the kit's stories.
 *
 * <p>What is there is found by itself; a failure prints the rows that are missing, ready to paste. A page with a path
 * variable needs a sample value in {@link #samples}.
 */
@ProductTest
class AuthorizationMatrixTests {

    /** One person of the demo per role. */
    static final Map<Role, String> PEOPLE = new EnumMap<>(Map.ofEntries(
            Map.entry(Role.DRAFTER, "chenyu"),
            Map.entry(Role.UNITREVIEWER, "tangxin"),
            Map.entry(Role.UNITHEAD, "luohui"),
            Map.entry(Role.CLERK, "wangmin"),
            Map.entry(Role.REVIEWER, "zhaolei"),
            Map.entry(Role.SECTIONHEAD, "liufang"),
            Map.entry(Role.LEADER, "zhangwei"),
            Map.entry(Role.ADVISER, "xulaw"),
            Map.entry(Role.OFFICE, "wuoffice"),
            Map.entry(Role.MEMBER, "caocz"),
            Map.entry(Role.EVALUATOR, "pinggu"),
            Map.entry(Role.AUDITOR, "dengaudit"),
            Map.entry(Role.SYSADMIN, "admin"),
            Map.entry(Role.SECADMIN, "secop")));

    /** Annotated in the engine's library, and a part of no resource. */
    private static final Set<String> UNUSED = Set.of("HistoricTaskInstanceReportService", "AbstractResourceProvider");

    /** What a read needs beside its path. */
    private static final Map<String, String> QUERIES = Map.of("/identity/groups", "?userId={self}");

    private static final AuthorizationMatrix MATRIX = AuthorizationMatrix.read();

    @Autowired
    Jobs jobs;

    @Autowired
    Web web;

    @Autowired
    Directory directory;

    @Autowired
    ServletContext servlets;

    @Autowired
    Map<String, HandlerMapping> handlerMappings;

    @Autowired
    RepositoryService repository;

    @Autowired
    Submitting submitting;

    @Autowired
    ProcessDriver process;

    @Autowired
    JointReview people;

    @Autowired
    Members members;

    @Autowired
    LegacyCampaign legacy;

    @Autowired
    Inbox inbox;

    @Autowired
    Rounds rounds;

    @Autowired
    Correspondence letters;

    @Autowired
    SpotChecking spots;

    @Autowired
    DocumentMaking documents;

    @Autowired
    Reporting complaints;

    @Autowired
    Meetings meetings;

    @Autowired
    PastReviews pastReviews;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FileStore files;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Plans plans;

    @Autowired
    LegacyImports lists;

    @Autowired
    Closings closings;

    @Autowired
    UnitSummaries summaries;

    @Autowired
    Books books;

    @Autowired
    Clock clock;

    /** Values for the variables in the paths of our own pages; {@code ?...} after a path is kept. */
    private Map<String, String> samples() {
        String number = submitting.measure();
        String drafted = people.inSigning();
        Map<String, String> samples = new HashMap<>();
        samples.put("drafted", drafted);
        samples.put("answered", drafted);
        samples.put("answer", firstAnswer(drafted));
        samples.put("model", process.process(number).getProcessDefinitionId());
        samples.put("instruction", instruction(number));
        samples.put("handover", handover());
        samples.put("notice", notice(number));
        samples.put("sending", undelivered());
        samples.put("absence", "1");
        samples.put("trial", trial());
        samples.put("value", "retention.rule");
        samples.put("figure", "reviewed");
        samples.put("list", destructionList());
        samples.put(
                "rules",
                jdbc.sql("select max(id) from screening_rules")
                        .query(String.class)
                        .single());
        samples.put("consulted", consulted());
        samples.put("canvassed", canvassed());
        samples.put("canvass", members.canvass(samples.get("canvassed")).id());
        samples.put(
                "silent",
                jdbc.sql("select id from consultation where case_number = :number")
                        .param("number", samples.get("canvassed"))
                        .query(String.class)
                        .single());
        samples.put("remit", "finance");
        samples.put("meeting", meeting());
        samples.put("opinion", adviceOf(samples.get("consulted")));
        String advised = consulted();
        process.answer(advised, JointReview.OPINION, "xulaw", JointReview.opinion("依据充分。"));
        samples.put("advised", advised);
        samples.put("advice", adviceOf(advised));
        samples.put("adviser", "xulaw");
        samples.put("conflict", conflict());
        String contract = people.contract("xulaw");
        process.answer(contract, JointReview.OPINION, "xulaw", JointReview.opinion("可以签订。"));
        samples.put("contract", contract);
        samples.put("contractAdvice", adviceOf(contract));
        samples.put("contractFile", files.boundTo(contract).get(0).id());
        samples.put("asked", people.supplementAsked());
        samples.put("legacyCase", legacy.one(0, null, SampleMeasure.BODY));
        samples.put("signing", process.task(drafted, JointReview.SIGN).getId());
        samples.putAll(Map.of(
                "taskId",
                process.task(number, JointReview.CHECK).getId(),
                "number",
                number,
                "userId",
                "matrixaccount",
                "unitId",
                "u05",
                "view",
                "1",
                "past",
                PastFiles.enter(pastReviews, jdbc, process.actor("wangmin")),
                "offline",
                offline(),
                "upload",
                files.store("补录.xlsx", PastFiles.workbook(), new Uploader("wangmin", "u01", "r420600"))
                        .id(),
                "fileId",
                files.boundTo(number).get(0).id()));
        samples.putAll(ofEvaluations(number, samples.get("fileId")));
        samples.putAll(ofCleanups(samples.get("legacyCase"), samples.get("fileId")));
        samples.put("brought", brought(samples.get("campaign")));
        String letter = letters.begin("reminder", "DRAFTER");
        letters.draft(letter, "reminder", "DRAFTER");
        letters.signOff(letter);
        samples.put("letter", letter);
        samples.put("letterFile", files.boundTo(letter).get(0).id());
        samples.putAll(ofSupervision());
        String receipt = submitting.scan(SpotChecking.CLERK);
        samples.put("check", spots.delivered(receipt));
        samples.put("listing", spots.listing());
        samples.put("item", "1");
        samples.put("procedure", documents.inReviews(ProcedureKind.NORMATIVE_DOCUMENT));
        samples.put(
                "procedureFile", files.boundTo(samples.get("procedure")).get(0).id());
        samples.put("receipt", receipt);
        samples.putAll(ofComplaints());
        samples.putAll(ofFigures());
        return samples;
    }

    /** A lead, a point with a planned visit, and a list of points. */
    private Map<String, String> ofSupervision() {
        MonitoringPoint point = rounds.point();
        String plan = rounds.plan(point);
        return Map.of(
                "lead",
                inbox.bring(SourceKind.OTHER, "matrix", Inbox.CITY, "关于权限的线索", "", "", null, null),
                "leadSource",
                "OTHER",
                "leadKey",
                "matrix",
                "point",
                String.valueOf(point.id()),
                "visitPlan",
                plan,
                "visit",
                plan + "-001",
                "monitoringImport",
                rounds.list("监测点名称,种类\n权限监测点,企业\n"));
    }

    /** A closed year with its workbook. */
    private Map<String, String> ofFigures() {
        Period year = Period.year(LocalDate.now(clock).getYear() - 8);
        closings.close(year, "", process.actor("wuoffice"));
        int asked = LocalDate.now(clock).getYear() - 5;
        summaries.request(asked, List.of("u02"), process.actor("wuoffice"));
        UnitSummary summary = summaries.of(List.of("r420600"), asked).get(0);
        summaries.handIn(summary, "总结", submitting.scan("chenyu"), process.actor("chenyu"));
        Closing closing = books.closing(Slice.of(year, List.of("r420600")), List.of("r420600", "r420606", "r420683"))
                .orElseThrow();
        return Map.of(
                "closing",
                String.valueOf(closing.id()),
                "closingFile",
                closings.file(closing, ClosingPapers.Kind.WORKBOOK)
                        .orElseThrow()
                        .id(),
                "summary",
                String.valueOf(summary.id()),
                "summaryFile",
                summaries.deliveries(summary).get(0).fileId(),
                "scoredUnit",
                "u02",
                "plot",
                "months");
    }

    /** A complaint that Zhao Lei verifies, with an attachment and a file of the drafting unit's statement. */
    private Map<String, String> ofComplaints() {
        String complaint = complaints.file(true).number();
        complaints.accept(complaint);
        String statement = submitting.scan("chenyu");
        process.answer(
                complaint,
                Reporting.STATE,
                "chenyu",
                Map.of("text", "情况如上。", "files", List.of(Map.of("fileId", statement))));
        return Map.of(
                "complaint", complaint, "complaintFile", complaints.attach(complaint), "statementFile", statement);
    }

    /** A list of measures that the drafter brought into the clean-up. */
    private String brought(String campaign) {
        byte[] list = LegacyFiles.workbook(List.of(LegacyFiles.line("关于权限的措施" + campaign, "", "")));
        return lists.take(campaign, "chenyu", "清单.xlsx", list, null, null).importId();
    }

    /** An institution with its undertaking, one of its commissions that shows a file, and a plan with a file of its own. */
    private Map<String, String> ofEvaluations(String number, String fileId) {
        jdbc.sql("update evaluation_institution set secrecy_file_id = :file where unit_id = 'u08'")
                .param("file", fileId)
                .update();
        String commission = evaluations
                .commission(new Commission(
                        number,
                        "r420600",
                        "u01",
                        "u02",
                        "试用",
                        "u08",
                        Purpose.EXPECTED_EFFECT,
                        "请评估。",
                        List.of(fileId),
                        "zhaolei",
                        Role.REVIEWER))
                .id();
        List<String> made = new ArrayList<>();
        process.as(
                "liufang",
                () -> plans.make(
                        new PlanDraft(
                                LocalDate.now(clock).getYear(), "试用", Purpose.STATE_OF_REGIME, "全市", null, null, ""),
                        process.actor("liufang"),
                        made));
        String planFile =
                files.store("材料.txt", "材料".getBytes(StandardCharsets.UTF_8)).id();
        jdbc.sql("update stored_file set bound_to = :plan where id = :file")
                .param("plan", made.get(0))
                .param("file", planFile)
                .update();
        return Map.of("institution", "u08", "commission", commission, "plan", made.get(0), "planFile", planFile);
    }

    /** A clean-up that has begun, with a notice, a case without text, and a measure with text whose validity has an end. */
    private Map<String, String> ofCleanups(String legacyCase, String fileId) {
        String bareCase = legacy.one(0, LegacyCampaign.UNIT, null);
        String campaign = legacy.campaignOf(bareCase).number();
        jdbc.sql("update campaign set notice_file_id = :file where number = :campaign")
                .param("file", fileId)
                .param("campaign", campaign)
                .update();
        jdbc.sql("update legacy_case set decision_file_id = :file where number = :number")
                .param("file", fileId)
                .param("number", legacyCase)
                .update();
        MeasureInForce measure =
                legacy.measure(LegacyCampaign.UNIT, LegacyCampaign.UNIT, "权限试用" + campaign, "第一条 试用" + campaign);
        jdbc.sql("update measure_in_force set valid_until = date '2040-01-01' where measure_id = :measure")
                .param("measure", measure.measureId())
                .update();
        return Map.of(
                "lead",
                lead(campaign),
                "campaign",
                campaign,
                "bareCase",
                bareCase,
                "legacyFile",
                fileId,
                "campaignFile",
                fileId,
                "listedUnit",
                LegacyCampaign.UNIT,
                "action",
                "SIGN",
                "job",
                jobs.askForEach("BULK", campaign, "SIGN", List.of(bareCase), LegacyCampaign.OFFICE)
                        .id(),
                "measureInForce",
                measure.measureId(),
                "measureFile",
                jdbc.sql("select max(file_id) from manifest_entry where version_id = :version")
                        .param("version", measure.versionId().orElseThrow())
                        .query(String.class)
                        .single());
    }

    /** A published text that is in no register, named after the clean-up. */
    private String lead(String name) {
        jdbc.sql(
                        """
                        insert into published_lead (revision, region_id, title, title_key, document_number, number_key, publisher,
                          link, source, source_name, found_at, state, reason)
                        values (0, 'r420600', :name, :name, '', '', '', '', 'EXPORT', '', current_timestamp, 'OPEN', '')
                        """)
                .param("name", name)
                .update();
        return jdbc.sql("select max(id) from published_lead where title = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    /** Where the record of the case has its first answer to a task. */
    private String firstAnswer(String number) {
        List<String> acts = jdbc.sql(
                        "select act from audit_entry where subject = :number and act not like 'trace.%' order by id")
                .param("number", number)
                .query(String.class)
                .list();
        return String.valueOf(acts.indexOf("task.completed") + 1);
    }

    /** An instruction on the case for which the reviewer is responsible. */
    private String instruction(String number) {
        jdbc.sql(
                        "insert into case_instruction (revision, case_number, author_id, text, responsible_id, due_on, given_at)"
                                + " values (0, :number, 'zhangwei', '请核实', 'zhaolei', current_date, current_timestamp)")
                .param("number", number)
                .update();
        return jdbc.sql("select max(id) from case_instruction")
                .query(String.class)
                .single();
    }

    /** A review that was done on paper for the unit of the other samples. */
    private String offline() {
        jdbc.sql("insert into offline_review (region_id, unit_id, reviewed_on, reviewed_at, route, conclusion,"
                        + " paper_number, handled_by, remark, registered_by, registered_at) values ('r420600', 'u02',"
                        + " current_date, current_timestamp, 'JOINT', 'CONFORMS', :paper, '王敏', '', 'wangmin',"
                        + " current_timestamp)")
                .param("paper", "M" + System.nanoTime())
                .update();
        return jdbc.sql("select max(id) from offline_review")
                .query(String.class)
                .single();
    }

    /** A case in which an adviser was asked. */
    private String consulted() {
        String number = people.inReview();
        process.answer(
                number,
                JointReview.REVIEW,
                "zhaolei",
                Map.of("findings", List.of(), "adviceWanted", true, "adviser", "xulaw", "adviceQuestion", "依据是否充分？"));
        return number;
    }

    /** A meeting whose minutes are made. */
    private String meeting() {
        var office = process.actor(Members.OFFICE);
        assertThat(meetings.convene(
                        "r420600",
                        new Meetings.Draft(LocalDate.now(clock), "三楼会议室", "副市长", List.of(), "研究下半年工作"),
                        office))
                .isEmpty();
        long id = meetings.of("r420600").get(0).id();
        assertThat(meetings.close(id, List.of(new Attendance("u06", true, "曹敏")), List.of("同意。"), office))
                .isEmpty();
        return String.valueOf(id);
    }

    /** A case in which a member kept silent until the limit. */
    private String canvassed() {
        String number = people.inReview();
        members.want(number, "补贴是否可行？");
        members.choose(number, Members.FINANCE);
        process.fireTimers(number);
        return number;
    }

    private String adviceOf(String number) {
        return jdbc.sql("select id from legal_advice where case_number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    /** A conflict of interest that is long over. */
    private String conflict() {
        jdbc.sql("insert into adviser_conflict (user_id, party_name, reason, from_day, until_day, declared_by,"
                        + " declared_at) values ('xulaw', '矩阵公司', '曾任法律顾问', date '2020-01-01',"
                        + " date '2020-12-31', 'xulaw', current_timestamp)")
                .update();
        return jdbc.sql("select max(id) from adviser_conflict")
                .query(String.class)
                .single();
    }

    /** A changed file of rules whose trial failed, so that nobody can put it in force. */
    private String trial() {
        String id = "matrix" + System.nanoTime();
        jdbc.sql(
                        "insert into rule_trial (id, file_id, file_name, version, base_version, uploaded_by, uploaded_at, state,"
                                + " texts, texts_done, attempts) values (:id, 'none', '规则.yaml', '1-a', '1-b', 'liufang',"
                                + " current_timestamp, 'FAILED', 0, 0, 1)")
                .param("id", id)
                .update();
        return id;
    }

    /** What the clerk was told of the case. */
    private String notice(String number) {
        return jdbc.sql("select max(id) from notice where case_number = :number and user_id = 'wangmin'")
                .param("number", number)
                .query(String.class)
                .single();
    }

    /** Something that could not be delivered. */
    private String undelivered() {
        String id = "matrix" + System.nanoTime();
        jdbc.sql("insert into outbox (id, channel, user_id, created_at, state, attempts, next_at, problem)"
                        + " values (:id, 'MAIL', 'wangmin', current_timestamp, 'DEAD', 1, current_timestamp, '550')")
                .param("id", id)
                .update();
        return id;
    }

    /** A destruction list that was sent back. */
    private String destructionList() {
        jdbc.sql("insert into destruction_list (revision, unit_id, drafted_by, drafted_at, reason, state)"
                        + " values (0, 'u01', 'wangmin', current_timestamp, '期满', 'RETURNED')")
                .update();
        return jdbc.sql("select max(id) from destruction_list")
                .query(String.class)
                .single();
    }

    /** A handover list of the regulator. */
    private String handover() {
        jdbc.sql("insert into handover (unit_id, from_id, from_name, to_id, to_name, by_id, by_name, reason, handed_at)"
                        + " values ('u01', 'zhaolei', '赵磊', 'sunqian', '孙倩', 'liufang', '刘芳', '调离', current_timestamp)")
                .update();
        return jdbc.sql("select max(id) from handover").query(String.class).single();
    }

    @BeforeAll
    static void open_an_account_that_can_be_administered(@Autowired Directory directory) {
        if (directory.actor("matrixaccount").isEmpty()) {
            directory.open(new Person("matrixaccount", "试用"), Web.PASSWORD, List.of(new Post("u05", Role.EVALUATOR)));
        }
    }

    @BeforeEach
    void everybody_holds_the_role_that_the_tests_give_them() {
        PEOPLE.forEach((role, userId) ->
                assertThat(process.actor(userId).holds(role)).as(userId).isTrue());
    }

    // ---- nothing without a row, no row without a thing

    @Test
    void every_page_has_a_row() {
        assertRows(pages(), "page", "asset");
    }

    @Test
    void every_servlet_has_a_row() {
        assertRows(
                servlets.getServletRegistrations().values().stream()
                        .map(ServletRegistration::getMappings)
                        .flatMap(Collection::stream)
                        .map(mapping -> new Entry("servlet", mapping)),
                "servlet");
    }

    @Test
    void every_route_of_the_engine_has_a_row() {
        assertRows(EngineRoutes.ofEngine().routes().stream().map(route -> entry("rest", route)), "rest");
    }

    @Test
    void every_route_of_the_web_applications_has_a_row() {
        assertRows(webapps().map(route -> entry("webapp", route)), "webapp");
    }

    @Test
    void every_task_of_every_model_has_a_row() {
        assertRows(
                repository.createProcessDefinitionQuery().latestVersion().list().stream()
                        .flatMap(
                                definition -> repository
                                        .getBpmnModelInstance(definition.getId())
                                        .getModelElementsByType(UserTask.class)
                                        .stream()
                                        .map(task -> new Entry("task", definition.getKey() + "/" + task.getId()))),
                "task");
    }

    /** The engine by its name answers like the engine itself, and no annotated method of the API is left out. */
    @Test
    void the_routes_of_the_engine_are_all_of_them() throws IOException, ClassNotFoundException {
        EngineRoutes routes = EngineRoutes.ofEngine();
        EngineRoutes named = new EngineRoutes("", List.of(NamedProcessEngineRestServiceImpl.class));

        assertThat(named.routes().stream().map(Route::toString))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("GET /engine"),
                                routes.routes().stream()
                                        .map(route -> route.method() + " /engine/{name}" + route.path()))
                        .toList());
        List<Method> leftOut = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:org/camunda/bpm/engine/rest/**/*.class")) {
            String path = file.getURL().getPath();
            String name = path.substring(path.lastIndexOf("!/") + 2, path.length() - ".class".length());
            Class<?> type =
                    Class.forName(name.replace('/', '.'), false, getClass().getClassLoader());
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> EngineRoutes.isRoute(method) && !method.isBridge())
                    .filter(method -> !UNUSED.contains(type.getSimpleName()))
                    .filter(method -> !routes.reach(method) && !named.reach(method))
                    .forEach(leftOut::add);
        }
        assertThat(leftOut).isEmpty();
    }

    private static void assertRows(Stream<Entry> there, String... kinds) {
        SortedSet<Entry> found = there.collect(Collectors.toCollection(TreeSet::new));
        List<Entry> rows = MATRIX.entries(kinds);

        assertThat(found).isNotEmpty();
        assertThat(rows).as("rows").doesNotHaveDuplicates();
        assertThat(AuthorizationMatrix.linesFor(found.stream().filter(entry -> !rows.contains(entry))))
                .as("missing in authorization-matrix.txt; paste and decide")
                .isEmpty();
        assertThat(rows.stream().filter(row -> !found.contains(row)))
                .as("rows of what is not there")
                .isEmpty();
    }

    private Stream<Entry> pages() {
        return handlerMappings.values().stream().flatMap(mapping -> {
            if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
                return methods.getHandlerMethods().keySet().stream().flatMap(AuthorizationMatrixTests::pages);
            }
            if (mapping instanceof AbstractUrlHandlerMapping urls) {
                return urls.getHandlerMap().keySet().stream().map(url -> new Entry("asset", "GET " + url));
            }
            return Stream.empty();
        });
    }

    private static Stream<Entry> pages(RequestMappingInfo info) {
        Set<String> methods = info.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return info.getPatternValues().stream().flatMap(path -> (methods.isEmpty() ? Set.of("ANY") : methods)
                .stream().map(method -> new Entry("page", method + " " + path)));
    }

    private static Stream<Route> webapps() {
        return Map.<String, Application>of(
                        "/camunda/api/admin",
                        new AdminApplication(),
                        "/camunda/api/cockpit",
                        new CockpitApplication(),
                        "/camunda/api/tasklist",
                        new TasklistApplication(),
                        "/camunda/api/welcome",
                        new WelcomeApplication())
                .entrySet()
                .stream()
                .flatMap(app -> new EngineRoutes(app.getKey(), app.getValue().getClasses()).routes().stream());
    }

    private static Entry entry(String kind, Route route) {
        return new Entry(kind, route.toString());
    }

    // ---- each row is true

    @AfterEach
    void the_public_page_is_closed_again() {
        complaints.open(false);
    }

    @Test
    void pages_are_open_to_the_roles_of_their_rows_and_closed_to_others() {
        Map<String, String> samples = samples();
        Map<Role, String> tokens = new EnumMap<>(Role.class);
        PEOPLE.forEach((role, userId) -> tokens.put(role, web.session(userId).csrf()));
        SoftAssertions softly = new SoftAssertions();

        for (Row row : rows("page", "asset")) {
            boolean isAsset = row.entry().kind().equals("asset");
            String path = filled(row.entry().path(), samples);
            String method =
                    row.entry().method().equals("ANY") ? "GET" : row.entry().method();
            softly.assertThat(opens(web.anonymous().send(method, path, null), isAsset))
                    .as("%s without login, at %s", row.entry(), path)
                    .isEqualTo(row.withoutLogin());
            PEOPLE.forEach((role, userId) -> {
                Visitor visitor = path.startsWith("/api/") || path.startsWith("/v3/")
                        ? web.basic(userId)
                        : web.session(userId).with("X-CSRF-TOKEN", tokens.get(role));
                Answer answer = visitor.send(method, path, null);
                softly.assertThat(opens(answer, isAsset))
                        .as("%s for %s, at %s: %s", row.entry(), role.word(), path, answer)
                        .isEqualTo(row.roles().contains(role));
                if (!row.entry().method().equals("ANY")) {
                    softly.assertThat(answer.status())
                            .as("%s breaks for %s, at %s", row.entry(), role.word(), path)
                            .isLessThan(500);
                }
            });
        }
        softly.assertAll();
    }

    /** Whether somebody is let in; what one may not see is as if it were not there. */
    private static boolean opens(Answer answer, boolean isAsset) {
        return !answer.leadsToLogin()
                && answer.status() != 401
                && answer.status() != 403
                && (isAsset || answer.status() != 404);
    }

    private static String filled(String path, Map<String, String> samples) {
        String filled = path.replace("/**", "/x");
        for (Map.Entry<String, String> sample : samples.entrySet()) {
            filled = filled.replace("{" + sample.getKey() + "}", sample.getValue());
        }
        assertThat(filled).as("a sample for each variable of %s", path).doesNotContain("{");
        return filled;
    }

    @Test
    void routes_of_the_engine_are_open_to_the_roles_of_their_rows_and_closed_to_others() {
        SoftAssertions softly = new SoftAssertions();
        PEOPLE.forEach((role, userId) -> {
            Rest rest = web.rest(Surface.WEBAPP, userId);
            for (Row row : rows("rest")) {
                boolean isOpenRead = isRead(row.entry()) && row.roles().size() == Role.values().length;
                if (isOpenRead && role != Role.MEMBER) {
                    continue; // one person without any task will do
                }
                Answer answer = call(rest, row.entry(), userId);
                softly.assertThat(answer.status())
                        .as("%s for %s", row.entry(), role.word())
                        .isNotEqualTo(401);
                softly.assertThat(isRefusedAtTheDoor(answer))
                        .as("%s refused to %s: %s", row.entry(), role.word(), answer)
                        .isEqualTo(!row.roles().contains(role));
            }
        });
        softly.assertAll();
    }

    /** One writing route of each resource; the guards' tests send many more over HTTP Basic. */
    @Test
    void the_same_door_stands_before_http_basic() {
        Rest rest = web.rest(Surface.BASIC, PEOPLE.get(Role.CLERK));
        Set<String> resources = new TreeSet<>();
        SoftAssertions softly = new SoftAssertions();
        for (Row row : rows("rest")) {
            if (!isRead(row.entry())
                    && row.roles().isEmpty()
                    && resources.add(row.entry().path().split("/")[1])) {
                softly.assertThat(isRefusedAtTheDoor(call(rest, row.entry(), "")))
                        .as(row.entry().toString())
                        .isTrue();
            }
        }
        softly.assertAll();
        assertThat(resources).hasSizeGreaterThan(25);
    }

    @Test
    void no_route_answers_without_a_login() {
        Visitor stranger = web.anonymous();
        SoftAssertions softly = new SoftAssertions();
        for (Row row : rows("rest")) {
            assertThat(row.withoutLogin()).isFalse();
            for (Surface surface : Surface.values()) {
                softly.assertThat(call(new Rest(stranger, surface), row.entry(), "")
                                .status())
                        .as("%s at %s", row.entry(), surface.path())
                        .isEqualTo(401);
            }
        }
        for (Row row : rows("servlet")) {
            Answer answer = stranger.get(row.entry().what().replaceAll("/\\*?$", "") + "/x");
            softly.assertThat(answer.status() == 401 || answer.leadsToLogin())
                    .as("%s: %s", row.entry(), answer)
                    .isTrue();
        }
        for (Row row : rows("webapp")) {
            Answer answer = stranger.send(row.entry().method(), withoutVariables(row.entry()), null);
            softly.assertThat(answer.status() != 401)
                    .as("%s: %s", row.entry(), answer)
                    .isEqualTo(row.withoutLogin());
        }
        softly.assertAll();
    }

    @Test
    void routes_of_the_web_applications_are_open_to_the_roles_of_their_rows_and_closed_to_others() {
        SoftAssertions softly = new SoftAssertions();
        for (Row row : rows("webapp")) {
            if (row.entry().path().endsWith("/logout")) {
                continue; // ends the session that these tests share; FrontDoorTests logs out
            }
            PEOPLE.forEach((role, userId) -> {
                Answer answer = web.session(userId).sendJson(row.entry().method(), withoutVariables(row.entry()), "{}");
                softly.assertThat(answer.status() == 403 && answer.body().contains("\"error\":\"Forbidden\""))
                        .as("%s refused to %s: %s", row.entry(), role.word(), answer)
                        .isEqualTo(!row.roles().contains(role));
            });
        }
        softly.assertAll();
    }

    private static Answer call(Rest rest, Entry entry, String userId) {
        String query = QUERIES.getOrDefault(entry.path(), "").replace("{self}", userId);
        String path = withoutVariables(entry) + query;
        return rest.visitor().sendJson(entry.method(), rest.surface().path() + path, isRead(entry) ? "" : "{}");
    }

    private static boolean isRead(Entry entry) {
        return Set.of("GET", "OPTIONS").contains(entry.method());
    }

    private static String withoutVariables(Entry entry) {
        return entry.path().replaceAll("\\{[^}]+}", "x");
    }

    private static boolean isRefusedAtTheDoor(Answer answer) {
        return answer.status() == 403 && answer.body().contains("\"type\":\"Refusal\"");
    }

    private static List<Row> rows(String... kinds) {
        return Stream.of(kinds).flatMap(kind -> MATRIX.rows(kind).stream()).toList();
    }
}
