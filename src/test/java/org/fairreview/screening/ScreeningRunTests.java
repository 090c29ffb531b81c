package org.fairreview.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.fairreview.document.Passage;
import org.fairreview.document.PassageKind;
import org.fairreview.document.SampleFiles;
import org.fairreview.document.Texts;
import org.fairreview.document.Uploader;
import org.fairreview.document.Uploads;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Screened;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.TestClock.MovableClock;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Submission;
import org.fairreview.review.Submissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every version is screened by itself, also after a crash, and what was not screened says so. */
@ProductTest
class ScreeningRunTests {

    private static final Uploader CHENYU = new Uploader("chenyu", "u02", "r420600");

    @Autowired
    Submitting submitting;

    @Autowired
    JointReview people;

    @Autowired
    ProcessDriver process;

    @Autowired
    Submissions submissions;

    @Autowired
    Screened screened;

    @Autowired
    Screenings screenings;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ScreeningQueue queue;

    @Autowired
    VersionScreener worker;

    @Autowired
    CaseFile cases;

    @Autowired
    Measures measures;

    @Autowired
    Texts texts;

    @Autowired
    Uploads uploads;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @AfterEach
    void setTheClockBack() {
        clock.reset();
    }

    @Test
    void a_submitted_version_is_screened_by_itself_and_keeps_the_version_of_the_rules() {
        VersionScreening screening = screened.version(submitting.measure());

        assertThat(screening.state()).isEqualTo(RunState.DONE);
        assertThat(screening.isComplete()).isTrue();
        assertThat(screening.ruleVersion()).matches("2026\\.\\d+-[0-9a-f]{8}");
        assertThat(screening.passagesDone()).isEqualTo(screening.passages()).isPositive();
        assertThat(screening.hits())
                .extracting(FoundHit::address)
                .contains("第三条", "第五条", "第六条")
                .doesNotContain("第七条");
    }

    @Test
    void the_words_of_a_hit_stand_at_its_place_in_the_text() {
        String number = submitting.measure();
        FoundHit hit = screened.version(number).hits().stream()
                .filter(each -> each.address().equals("第五条"))
                .findFirst()
                .orElseThrow();

        assertThat(SampleMeasure.STAY_TEN_YEARS).contains(text(number).substring(hit.start(), hit.end()));
        assertThat(hit.item()).isEqualTo("9(1)");
        assertThat(hit.reason()).isNotEmpty();
        assertThat(hit.question()).isNotEmpty();
        assertThat(hit.words()).isNotEmpty();
    }

    @Test
    void a_supplement_and_a_measure_that_the_clerk_registers_are_screened_too() {
        String number = people.supplementAsked();
        people.nextVersion(number, JointReview.SUPPLEMENT, "chenyu", SampleMeasure.BODY);

        assertThat(screened.version(number).hits()).isNotEmpty();
        assertThat(jdbc.sql("select count(*) from screening_run r join measure_version v on v.id = r.version_id"
                                + " where v.measure_id = :measure")
                        .param("measure", cases.get(number).measureId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void what_a_worker_left_behind_is_taken_again_by_one_and_done() {
        String version = version();
        set(version, "state = 'RUNNING', worker = 'gone', attempts = 1, held_until = :at", Duration.ofSeconds(-1));
        worker.next();

        assertThat(screened.of(version).state()).isEqualTo(RunState.DONE);
        assertThat(attempts(version)).isEqualTo(2);
    }

    @Test
    void of_two_workers_one_gets_what_waits() {
        String version = version();
        set(version, "state = 'PENDING', worker = null, attempts = 0, held_until = :at", Duration.ofSeconds(-1));
        queue.take();

        assertThat(queue.take()).isEmpty();
        assertThat(attempts(version)).isEqualTo(1);
    }

    @Test
    void a_worker_that_is_still_heard_of_keeps_its_work() {
        String version = version();
        set(version, "state = 'RUNNING', worker = 'alive', attempts = 1, held_until = :at", Duration.ofMinutes(1));

        assertThat(worker.next()).isFalse();
        assertThat(attempts(version)).isEqualTo(1);
    }

    @Test
    void what_broke_off_three_times_is_given_up_and_can_be_asked_for_again() {
        String version = version();
        set(version, "state = 'RUNNING', worker = 'gone', attempts = 3, held_until = :at", Duration.ofSeconds(-1));
        worker.next();

        assertThat(screened.of(version).state()).isEqualTo(RunState.FAILED);
        assertThat(screened.of(version).problem()).isEqualTo(Problem.INTERRUPTED);

        clock.advance(Duration.ofSeconds(1));
        screenings.again(version);
        assertThat(screened.of(version).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void several_who_ask_at_once_make_one_screening() throws Exception {
        String version = version();
        screened.of(version);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        ExecutorService others = Executors.newFixedThreadPool(6);
        try {
            Future<?> first = others.submit(() -> transactions.executeWithoutResult(transaction -> {
                assertThat(screenings.again(version)).isTrue();
                assertThat(screenings.of(version)).isPresent();
                jdbc.sql(
                                "update screening_run set held_until = :later where version_id = :version and state = 'PENDING'")
                        .param("later", Timestamp.from(clock.instant().plusSeconds(60)))
                        .param("version", version)
                        .update();
                asked.countDown();
                await(over);
            }));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            List<Future<Boolean>> more = IntStream.range(0, 5)
                    .mapToObj(each -> others.submit(() -> screenings.again(version)))
                    .toList();
            // until all of them stand before the lock
            Thread.sleep(300);
            over.countDown();
            first.get(10, TimeUnit.SECONDS);
            for (Future<Boolean> one : more) {
                assertThat(one.get(10, TimeUnit.SECONDS)).isFalse();
            }
        } finally {
            over.countDown();
            others.shutdownNow();
        }
        assertThat(jdbc.sql("select count(*) from screening_run where version_id = :version")
                        .param("version", version)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_worker_whose_work_was_taken_over_keeps_nothing() {
        String version = version();
        set(version, "state = 'RUNNING', worker = 'another', held_until = :at", Duration.ofMinutes(1));
        String run = jdbc.sql("select id from screening_run where version_id = :version")
                .param("version", version)
                .query(String.class)
                .single();

        assertThat(queue.progress(run, 9, 3)).isFalse();
        queue.finish(run, "x", List.of(), List.of());
        queue.fail(run);
        assertThat(screenings.of(version).orElseThrow().state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void a_file_without_a_text_is_never_counted_as_one_without_hits() {
        String version = cases.get(submitting.measure(
                        "chenyu", "u02", Issuance.GOVERNMENT, "第一条 享受奖励的企业十年内不得迁出本市。\n第二条 本稿的文字会丢失。\n"))
                .versionId();
        screened.of(version);
        clock.advance(Duration.ofSeconds(1));
        jdbc.sql("delete from passage where file_sha256 in (select sha256 from manifest_entry where version_id = :id"
                        + " and role = 'BODY')")
                .param("id", version)
                .update();
        screenings.again(version);

        VersionScreening screening = screened.of(version);
        assertThat(screening.hits()).isEmpty();
        assertThat(screening.isComplete()).isFalse();
        assertThat(screening.files()).extracting(ScreenedFile::problem).containsExactly(Problem.NO_TEXT);
    }

    @Test
    void the_pages_of_a_pdf_that_are_pictures_are_named_as_not_screened() {
        byte[] pdf = SampleFiles.pdf(
                List.of("第一条 享受奖励的企业十年内不得迁出本市，提前迁出的应当退回全部奖励资金。"),
                List.of(),
                List.of("第二条 本办法由市商务局负责解释，自印发之日起施行，有效期三年，期满自行失效。"));
        Uploads.Upload body = uploads.takeText("草案.pdf", pdf, CHENYU);
        Submission sample = submitting.submission("chenyu", "u02", Issuance.GOVERNMENT, SampleMeasure.BODY);
        Submission withPdf = new Submission(
                sample.draftingUnitId(),
                sample.facts(),
                sample.statement(),
                List.of(
                        new Submission.SubmittedFile(
                                FileRole.BODY,
                                ((Uploads.Upload.Taken) body).file().id()),
                        sample.files().get(1)));
        String number = process.as("chenyu", () -> submissions.submit(withPdf, process.actor("chenyu")));

        VersionScreening screening = screened.version(number);
        assertThat(screening.hits()).extracting(FoundHit::address).contains("第一条");
        assertThat(screening.isComplete()).isFalse();
        assertThat(screening.files().get(0).notice()).contains("第 2 页");
    }

    @Test
    void a_text_in_gb18030_and_one_in_utf16_are_screened_like_any_other() {
        for (Charset charset : List.of(Charset.forName("GB18030"), Charset.forName("UTF-16"))) {
            byte[] bytes = ("第一条 享受奖励的企业十年内不得迁出本市。本办法用" + charset.name() + "保存。").getBytes(charset);
            Uploads.Upload upload = uploads.takeText("草案.txt", bytes, CHENYU);

            assertThat(upload).as(charset.name()).isInstanceOf(Uploads.Upload.Taken.class);
        }
    }

    @Test
    void a_text_that_takes_too_long_or_is_too_long_is_left_with_the_reason() {
        Screening rules = new Screening(RuleFile.readShipped(new org.fairreview.standard.Standards(clock)));
        List<Passage> text = List.of(passage("享受奖励的企业十年内不得迁出本市。"));

        assertThat(new TextScreener(rules, Duration.ofNanos(-1))
                        .screen(text, done -> {})
                        .problem())
                .isEqualTo(Problem.TIMEOUT);
        assertThat(new TextScreener(rules, Duration.ofMinutes(1))
                        .screen(List.of(passage("企".repeat(TextScreener.MOST_CHARACTERS + 1))), done -> {})
                        .problem())
                .isEqualTo(Problem.TOO_LONG);
        assertThat(new TextScreener(rules, Duration.ofMinutes(1))
                        .screen(text, done -> {})
                        .hits())
                .isNotEmpty();
    }

    private String text(String number) {
        return texts.fullText(measures.version(cases.get(number).versionId())
                        .reviewedFiles()
                        .get(0)
                        .sha256())
                .orElseThrow();
    }

    private static Passage passage(String text) {
        return new Passage(1, "第一条", PassageKind.TEXT, 0, text.length(), text);
    }

    /** A version whose screening is over, so that no worker comes between. */
    private String version() {
        String version = cases.get(submitting.measure()).versionId();
        screened.of(version);
        return version;
    }

    private int attempts(String version) {
        return jdbc.sql("select attempts from screening_run where version_id = :version")
                .param("version", version)
                .query(Integer.class)
                .single();
    }

    private void set(String version, String what, Duration fromNow) {
        jdbc.sql("update screening_run set " + what + " where version_id = :version")
                .params(Map.of(
                        "version", version, "at", clock.instant().plus(fromNow).atOffset(java.time.ZoneOffset.UTC)))
                .update();
    }
}
