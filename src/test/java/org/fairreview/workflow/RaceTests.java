package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.kit.Crowd;
import org.fairreview.kit.EngineHttp;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Submitting;
import org.fairreview.measure.Issuance;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Stage;
import org.fairreview.review.Submission;
import org.fairreview.review.Submissions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people, or one person twice, do the same thing at the same moment: it happens once. */
@ProductTest
class RaceTests {

    private static final int ROUNDS = 20;

    @LocalServerPort
    int port;

    @Autowired
    ProcessDriver process;

    @Autowired
    Submitting submitting;

    @Autowired
    JointReview people;

    @Autowired
    CaseFile cases;

    @Autowired
    AuditTrail trail;

    @Autowired
    TaskService tasks;

    @Autowired
    Submissions submissions;

    @Autowired
    ObjectMapper json;

    private final Map<String, List<EngineHttp>> windows = new HashMap<>();
    private int raced;

    @Test
    void every_step_sent_twice_at_once_from_two_windows_happens_once() {
        for (int round = 0; round < 3; round++) {
            String number = submitting.measure();
            process.through(this::sendTwice, () -> {
                people.accept(number);
                people.assign(number, "zhaolei");
                people.review(
                        number,
                        "zhaolei",
                        List.of(people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
                people.draft(number, "DOES_NOT_CONFORM", people.changes(number), "");
                people.signOff(number);
                people.seal(number);
                people.deliver(number);
            });
            assertEverythingHappenedOnce(number);
        }
        assertThat(raced).isGreaterThanOrEqualTo(ROUNDS);
    }

    @Test
    void of_two_colleagues_who_take_a_task_one_gets_it_and_only_that_one_can_complete_it() {
        String number = people.inReview();
        EngineHttp zhaolei = EngineHttp.browser(port, "zhaolei");
        EngineHttp sunqian = EngineHttp.browser(port, "sunqian");
        String task = process.task(number, JointReview.REVIEW).getId();
        Map<String, String> answer = Map.of("answer", "{\"findings\":[],\"adviceWanted\":false}");
        for (int round = 0; round < ROUNDS; round++) {
            tasks.setAssignee(task, null);
            List<Callable<HttpResponse<String>>> claims =
                    List.of(() -> zhaolei.claim(task, "zhaolei"), () -> sunqian.claim(task, "sunqian"));
            assertOneWinsAndTheOtherIsTold(Crowd.atOnce(claims), "该任务刚刚已由他人认领,请刷新");
        }
        List<Callable<HttpResponse<String>>> answers =
                List.of(() -> zhaolei.submit(task, answer), () -> sunqian.submit(task, answer));
        assertThat(Crowd.atOnce(answers))
                .extracting(outcome -> outcome.value().statusCode())
                .containsOnlyOnce(204);
        assertThat(completions(number, JointReview.REVIEW)).isEqualTo(1);
    }

    @Test
    void taking_and_completing_in_one_go_leaves_one_winner() {
        EngineHttp zhaolei = EngineHttp.browser(port, "zhaolei");
        EngineHttp sunqian = EngineHttp.rest(port, "sunqian");
        Map<String, String> answer = Map.of("answer", "{\"findings\":[],\"adviceWanted\":false}");
        for (int round = 0; round < 5; round++) {
            String number = people.inReview();
            String task = process.task(number, JointReview.REVIEW).getId();
            tasks.setAssignee(task, null);
            List<Callable<HttpResponse<String>>> acts = List.of(
                    () -> {
                        zhaolei.claim(task, "zhaolei");
                        return zhaolei.submit(task, answer);
                    },
                    () -> {
                        sunqian.claim(task, "sunqian");
                        return sunqian.submit(task, answer);
                    });
            List<HttpResponse<String>> answers =
                    Crowd.atOnce(acts).stream().map(Crowd.Outcome::value).toList();
            assertThat(answers).extracting(HttpResponse::statusCode).containsOnlyOnce(204);
            answers.stream().filter(response -> response.statusCode() != 204).forEach(this::assertIsAChineseRefusal);
            assertThat(completions(number, JointReview.REVIEW)).isEqualTo(1);
        }
    }

    @Test
    void a_task_that_is_done_is_refused_on_both_surfaces_and_in_the_service() {
        String number = submitting.measure();
        Task task = process.task(number, JointReview.CHECK);
        people.accept(number);

        for (EngineHttp wangmin : List.of(EngineHttp.rest(port, "wangmin"), EngineHttp.browser(port, "wangmin"))) {
            HttpResponse<String> again = wangmin.submit(task.getId(), Map.of("decision", "ACCEPTED"));
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(sentence(again)).isEqualTo("该任务刚刚已在别处办理,请刷新");
            assertThat(wangmin.claim(task.getId(), "wangmin").statusCode()).isEqualTo(409);
        }
        assertThatThrownBy(() -> process.send(task, "wangmin", Map.of("decision", "ACCEPTED")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("task.doneByOther"));
        assertThat(completions(number, JointReview.CHECK)).isEqualTo(1);
    }

    @Test
    void of_a_withdrawal_and_the_last_signature_at_once_one_holds_and_the_other_is_refused() {
        for (int round = 0; round < 5; round++) {
            String number = people.inSigning();
            people.sign(number, "liufang");
            Task last = process.task(number, JointReview.SIGN);
            process.claim(last, "zhangwei");
            EngineHttp zhangwei = EngineHttp.browser(port, "zhangwei");
            List<Callable<Boolean>> acts = List.of(
                    () -> zhangwei.submit(last.getId(), Map.of("answer", "{\"agreed\":true}"))
                                    .statusCode()
                            == 204,
                    () -> process.as("chenyu", () -> submissions
                            .withdraw(number, "暂缓制定。", process.actor("chenyu"))
                            .isEmpty()));
            List<Crowd.Outcome<Boolean>> outcomes = Crowd.atOnce(acts);

            assertThat(outcomes)
                    .filteredOn(outcome -> outcome.succeeded() && outcome.value())
                    .as("acts that were taken: %s", outcomes)
                    .hasSize(1);
            boolean withdrawn = cases.get(number).stage() == Stage.CLOSED;
            assertThat(process.isOver(number)).isEqualTo(withdrawn);
            assertThat(cases.get(number).signatures()).hasSize(withdrawn ? 1 : 2);
            assertThat(trail.of(number).stream().map(AuditEntry::act).filter("case.withdrawn"::equals))
                    .hasSize(withdrawn ? 1 : 0);
        }
    }

    @Test
    void a_submission_sent_twice_opens_one_case() {
        for (int round = 0; round < 5; round++) {
            Submission submission =
                    submitting.submission("linyue", "u03", Issuance.GOVERNMENT, SampleMeasure.BODY + round);
            List<Crowd.Outcome<String>> outcomes = Crowd.atOnce(
                    3, () -> process.as("linyue", () -> submissions.submit(submission, process.actor("linyue"))));

            assertThat(outcomes).filteredOn(Crowd.Outcome::succeeded).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(outcome -> !outcome.succeeded())
                    .extracting(Crowd.Outcome::failure)
                    .allSatisfy(failure -> assertThat(failure).isInstanceOf(Refusal.class));
        }
    }

    @Test
    void the_same_file_uploaded_by_many_at_once_is_kept_once_and_staged_for_each() {
        for (int round = 0; round < 5; round++) {
            String body = SampleMeasure.BODY + "本次送审为第" + round + "稿。";
            List<Crowd.Outcome<String>> uploads =
                    Crowd.atOnce(6, () -> submitting.upload("linyue", "u03", "草案.txt", body));
            assertThat(uploads).extracting(Crowd.Outcome::failure).containsOnlyNulls();
            assertThat(uploads).extracting(Crowd.Outcome::value).doesNotHaveDuplicates();
        }
    }

    /** Sends the form from two windows of the same person at once; exactly one is taken. */
    private void sendTwice(Task task, String userId, Map<String, Object> fields) {
        process.claim(task, userId);
        List<EngineHttp> both = windows.computeIfAbsent(
                userId, person -> List.of(EngineHttp.browser(port, person), EngineHttp.browser(port, person)));
        List<Callable<HttpResponse<String>>> acts = new ArrayList<>();
        both.forEach(window -> acts.add(() -> window.submit(task.getId(), fields)));
        assertOneWinsAndTheOtherIsTold(Crowd.atOnce(acts), "该任务刚刚已在别处办理,请刷新");
        raced++;
    }

    private void assertOneWinsAndTheOtherIsTold(List<Crowd.Outcome<HttpResponse<String>>> outcomes, String told) {
        List<HttpResponse<String>> responses =
                outcomes.stream().map(Crowd.Outcome::value).toList();
        assertThat(responses)
                .as(() -> responses.stream().map(HttpResponse::body).toList().toString())
                .extracting(HttpResponse::statusCode)
                .containsExactlyInAnyOrder(204, 409);
        responses.stream()
                .filter(response -> response.statusCode() != 204)
                .forEach(response -> assertThat(sentence(response)).isEqualTo(told));
    }

    private void assertIsAChineseRefusal(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(400, 499);
        assertThat(sentence(response)).matches("[\\p{IsHan}\\p{P}]+");
    }

    private void assertEverythingHappenedOnce(String number) {
        assertThat(cases.get(number).stage()).isEqualTo(Stage.TO_REVISE);
        assertThat(cases.findings(number)).hasSize(1);
        assertThat(cases.get(number).signatures()).hasSize(2);
        List<String> acts = trail.of(number).stream().map(AuditEntry::act).toList();
        assertThat(acts).containsOnlyOnce("case.submitted", "case.numbered", "case.documentFrozen");
        assertThat(acts).filteredOn("task.completed"::equals).hasSize(8);
        assertThat(completions(number, JointReview.SIGN)).isEqualTo(2);
    }

    private long completions(String number, String taskKey) {
        return trail.of(number).stream()
                .filter(entry -> entry.act().equals("task.completed"))
                .filter(entry -> taskOf(entry).equals(taskKey))
                .count();
    }

    private String taskOf(AuditEntry entry) {
        try {
            return json.readTree(entry.details()).path("task").asText();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String sentence(HttpResponse<String> response) {
        return EngineHttp.read(response).path("message").asText();
    }
}
