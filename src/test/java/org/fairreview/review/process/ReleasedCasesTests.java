package org.fairreview.review.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.StoppableProduct;
import org.fairreview.kit.Submitting;
import org.fairreview.review.CaseEnd;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Stage;
import org.fairreview.review.Submissions;
import org.fairreview.workflow.CaseCourse;
import org.fairreview.workflow.CaseHistory;
import org.fairreview.workflow.DeployedModels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases that began on the models of release 0.1, with a token in every place where a case waits, after an upgrade. */
class ReleasedCasesTests {

    private static final List<String> NEW_VARIABLES = List.of(
            "inScope",
            "onBehalf",
            "supplementUntil",
            "consultationWanted",
            "higherWanted",
            "evaluationWanted",
            "changeWanted",
            "excepted");

    @TempDir
    static Path data;

    private static final Map<String, String> CASES = new HashMap<>();

    private static ConfigurableApplicationContext product;
    private static ProcessDriver process;
    private static Submitting submitting;
    private static JointReview people;
    private static Date supplementDue;

    @BeforeAll
    static void upgrade() throws IOException {
        start("--fairreview.models=classpath*:released/0.1/*.*");
        everyWaitState();
        unknownWaitState();
        forgetWhatTheReleaseDidNotHave();
        supplementDue =
                process.task(CASES.get("supplement"), JointReview.SUPPLEMENT).getDueDate();
        StoppableProduct.close(product);
        start();
    }

    @AfterAll
    static void close() {
        StoppableProduct.close(product);
    }

    @Test
    void every_case_that_can_be_brought_over_runs_on_the_newest_model() {
        RepositoryService repository = product.getBean(RepositoryService.class);
        RuntimeService runtime = product.getBean(RuntimeService.class);
        String newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("MeasureReview")
                .latestVersion()
                .singleResult()
                .getId();
        String kept = CASES.get("kept");

        List<ProcessInstance> reviews = runtime.createProcessInstanceQuery()
                .processDefinitionKey("MeasureReview")
                .list();

        assertThat(reviews)
                .filteredOn(review -> !review.getProcessDefinitionId().equals(newest))
                .extracting(ProcessInstance::getBusinessKey)
                .containsExactly(kept);
        String newestAdvice = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("LegalAdvice")
                .latestVersion()
                .singleResult()
                .getId();
        assertThat(product.getBean(HistoryService.class)
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionId(newestAdvice)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_case_that_cannot_be_brought_over_is_on_record_once_and_runs_on() throws Exception {
        String number = CASES.get("kept");
        assertThat(product.getBean(AuditTrail.class).of(number))
                .filteredOn(entry -> entry.act().equals("case.keptOnModel"))
                .singleElement()
                .extracting(AuditEntry::details)
                .asString()
                .contains("\"newestVersion\":3");

        product.getBean("caseMigration", ApplicationRunner.class).run(null);
        assertThat(product.getBean(AuditTrail.class).of(number))
                .filteredOn(entry -> entry.act().equals("case.keptOnModel"))
                .hasSize(1);

        process.answer(number, "Task_AssignSomebody", "liufang", Map.of("reviewer", "zhaolei"));
        assertThat(process.task(number, JointReview.REVIEW).getAssignee()).isEqualTo("zhaolei");
    }

    @Test
    void a_step_of_the_release_is_open_after_the_upgrade_and_done_on_the_newest_model() {
        String number = CASES.get("step");
        JdbcClient jdbc = product.getBean(JdbcClient.class);
        assertThat(steps(jdbc, number, "left_on is null")).isEqualTo(1);
        int done = steps(jdbc, number, "late = 'IN_TIME' and unit_id is not null");

        people.review(number, "zhaolei", List.of());

        assertThat(steps(jdbc, number, "late = 'IN_TIME' and unit_id is not null"))
                .isEqualTo(done + 1);
        assertThat(steps(jdbc, number, "left_on is null"))
                .as("the conclusion to be drafted")
                .isEqualTo(1);
    }

    private static int steps(JdbcClient jdbc, String number, String which) {
        return jdbc.sql("select count(*) from task_step where case_number = ? and " + which)
                .param(number)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_case_at_the_desk_of_the_clerk_is_issued() {
        fromCheck(CASES.get("check"));
    }

    @Test
    void a_case_at_the_drafting_unit_is_overdue_on_the_day_it_was_told_and_extended() {
        String number = CASES.get("overdue");
        assertThat(timers(number)).singleElement();
        process.fireTimers(number);
        assertThat(product.getBean(CaseFile.class).get(number).stage()).isEqualTo(Stage.SUPPLEMENT_OVERDUE);
        process.complete(number, JointReview.OVERDUE, "wangmin", Map.of("decision", "EXTEND"));
        people.nextVersion(number, JointReview.SUPPLEMENT, "chenyu", SampleMeasure.BODY);
        fromCheck(number);
    }

    @Test
    void a_case_at_the_drafting_unit_is_supplemented_in_time_and_issued() {
        String number = CASES.get("supplement");
        assertThat(timers(number)).extracting(Job::getDuedate).containsExactly(supplementDue);
        people.nextVersion(number, JointReview.SUPPLEMENT, "chenyu", SampleMeasure.BODY);
        assertThat(timers(number)).isEmpty();
        fromCheck(number);
    }

    @Test
    void a_case_to_be_assigned_is_issued() {
        String number = CASES.get("assign");
        people.assign(number, "zhaolei");
        fromReview(number);
    }

    @Test
    void a_case_under_review_is_issued() {
        fromReview(CASES.get("review"));
    }

    @Test
    void a_case_at_the_adviser_is_issued() {
        String number = CASES.get("advice");
        process.answer(number, JointReview.OPINION, "xulaw", JointReview.opinion("未查到法律、行政法规依据。"));
        fromDraft(number);
    }

    @Test
    void a_case_in_drafting_is_issued() {
        fromDraft(CASES.get("draft"));
    }

    @Test
    void a_case_at_a_signer_is_issued() {
        String number = CASES.get("sign");
        people.sign(number, "zhangwei");
        process.runJobs(number);
        fromSeal(number);
    }

    @Test
    void a_case_whose_document_is_being_made_is_issued() {
        String number = CASES.get("freeze");
        process.runJobs(number);
        fromSeal(number);
    }

    @Test
    void a_case_to_be_sealed_is_issued() {
        fromSeal(CASES.get("seal"));
    }

    @Test
    void a_case_to_be_delivered_is_issued() {
        fromDelivery(CASES.get("deliver"));
    }

    @Test
    void a_case_that_did_not_conform_when_it_was_to_be_delivered_is_submitted_again() {
        String number = CASES.get("refused");
        people.deliver(number);
        people.resubmit(number, SampleMeasure.BODY.replace(SampleMeasure.STAY_TEN_YEARS, "企业可以自主迁移注册地"));
        assertThat(product.getBean(CaseFile.class).get(number).stage()).isEqualTo(Stage.SUBMITTED);
        process.task(number, JointReview.CHECK);
    }

    @Test
    void a_case_of_the_release_can_be_withdrawn() {
        String number = CASES.get("withdraw");
        Submissions submissions = product.getBean(Submissions.class);
        assertThat(process.as("chenyu", () -> submissions.withdraw(number, "暂缓制定", process.actor("chenyu"))))
                .isEmpty();
        assertThat(process.isOver(number)).isTrue();
    }

    @Test
    void the_history_knows_each_step_in_the_version_and_with_the_form_in_which_it_was_done() throws IOException {
        CaseCourse course = product.getBean(CaseHistory.class).of(CASES.get("seal"));
        DeployedModels models = product.getBean(DeployedModels.class);
        CaseCourse.Visit check = course.visits().stream()
                .filter(visit -> visit.element().equals(JointReview.CHECK))
                .findFirst()
                .orElseThrow();
        CaseCourse.Visit seal = course.visits().stream()
                .filter(visit -> visit.element().equals(JointReview.SEAL))
                .findFirst()
                .orElseThrow();

        assertThat(models.find(check.model()).orElseThrow().version()).isEqualTo(1);
        assertThat(models.find(seal.model()).orElseThrow().version()).isEqualTo(3);
        assertThat(models.form(check.model(), check.element()).orElseThrow().text())
                .isEqualTo(Files.readString(Path.of("src/test/resources/released/0.1/check-completeness.form")));
        assertThat(models.xml(check.model())).isPresent().isNotEqualTo(models.xml(seal.model()));
        assertThat(course.visits())
                .filteredOn(visit -> visit.element().equals(JointReview.SIGN))
                .allSatisfy(visit -> assertThat(visit.via()).isNotNull());
    }

    private static void fromCheck(String number) {
        people.accept(number);
        people.assign(number, "zhaolei");
        fromReview(number);
    }

    private static void fromReview(String number) {
        people.review(number, "zhaolei", List.of());
        fromDraft(number);
    }

    private static void fromDraft(String number) {
        people.draft(number, "CONFORMS", List.of(), "");
        people.signOff(number);
        fromSeal(number);
    }

    private static void fromSeal(String number) {
        people.seal(number);
        fromDelivery(number);
    }

    private static void fromDelivery(String number) {
        people.deliver(number);
        people.issue(number, SampleMeasure.BODY);
        assertThat(product.getBean(CaseFile.class).get(number).caseEnd()).contains(CaseEnd.ISSUED);
        assertThat(process.isOver(number)).isTrue();
    }

    private static List<Job> timers(String number) {
        return product.getBean(ManagementService.class)
                .createJobQuery()
                .timers()
                .processInstanceId(process.process(number).getId())
                .list();
    }

    private static void everyWaitState() {
        for (String waits : List.of("check", "supplement", "overdue", "assign", "withdraw")) {
            CASES.put(waits, submitting.measure());
        }
        for (String waits : List.of("supplement", "overdue")) {
            process.complete(
                    CASES.get(waits),
                    JointReview.CHECK,
                    "wangmin",
                    Map.of("decision", "SUPPLEMENT", "missing", "请补充听取意见的说明"));
        }
        people.accept(CASES.get("assign"));
        for (String waits : List.of("review", "step", "advice", "draft", "refused")) {
            CASES.put(waits, people.inReview());
        }
        process.answer(
                CASES.get("advice"),
                JointReview.REVIEW,
                "zhaolei",
                Map.of("findings", List.of(), "adviceWanted", true, "adviser", "xulaw", "adviceQuestion", "第三条有依据吗？"));
        people.review(CASES.get("draft"), "zhaolei", List.of());
        for (String waits : List.of("sign", "freeze", "seal", "deliver")) {
            CASES.put(waits, people.inSigning());
            people.sign(CASES.get(waits), "liufang");
        }
        for (String waits : List.of("freeze", "seal", "deliver")) {
            people.sign(CASES.get(waits), "zhangwei");
        }
        for (String waits : List.of("seal", "deliver")) {
            process.runJobs(CASES.get(waits));
        }
        people.seal(CASES.get("deliver"));
        String refused = CASES.get("refused");
        people.review(
                refused, "zhaolei", List.of(people.finding(refused, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
        people.draft(refused, "DOES_NOT_CONFORM", people.changes(refused), "");
        people.signOff(refused);
        people.seal(refused);
    }

    /** A model between the releases, which called a task by another name. */
    private static void unknownWaitState() throws IOException {
        RepositoryService repository = product.getBean(RepositoryService.class);
        ProcessDefinition released = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("MeasureReview")
                .singleResult();
        var deployment = repository.createDeployment().name("fair-competition-review");
        for (String name : repository.getDeploymentResourceNames(released.getDeploymentId())) {
            try (InputStream in = repository.getResourceAsStream(released.getDeploymentId(), name)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                deployment.addString(name, text.replace("Task_AssignReviewer", "Task_AssignSomebody"));
            }
        }
        deployment.deploy();
        CASES.put("kept", submitting.measure());
        people.accept(CASES.get("kept"));
    }

    /** Today's listeners worked on yesterday's models; what they left there besides is taken away. */
    private static void forgetWhatTheReleaseDidNotHave() {
        RuntimeService runtime = product.getBean(RuntimeService.class);
        for (ProcessInstance review : runtime.createProcessInstanceQuery()
                .processDefinitionKey("MeasureReview")
                .list()) {
            runtime.removeVariables(review.getId(), NEW_VARIABLES);
        }
        product.getBean(JdbcClient.class).sql("delete from task_step").update();
    }

    private static void start(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--fairreview.data=" + data,
                "--server.port=0",
                "--camunda.bpm.process-engine-name=released",
                "--fairreview.migration-batch=5"));
        arguments.addAll(List.of(more));
        product = StoppableProduct.product().run(arguments.toArray(String[]::new));
        process = product.getBean(ProcessDriver.class);
        submitting = product.getBean(Submitting.class);
        people = product.getBean(JointReview.class);
    }
}
