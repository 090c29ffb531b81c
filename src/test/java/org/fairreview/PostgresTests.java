package org.fairreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.audit.RecordCheck;
import org.fairreview.audit.Verdict;
import org.fairreview.document.FileStore;
import org.fairreview.evidence.LiveRecord;
import org.fairreview.identity.Actor;
import org.fairreview.identity.People;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.identity.UnitChanges;
import org.fairreview.identity.UnitFacts;
import org.fairreview.kit.CasePicture;
import org.fairreview.kit.Correspondence;
import org.fairreview.kit.Crowd;
import org.fairreview.kit.DocumentMaking;
import org.fairreview.kit.Inbox;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.LegacyCampaign;
import org.fairreview.kit.Members;
import org.fairreview.kit.PastFiles;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.QuickPasswords;
import org.fairreview.kit.Reporting;
import org.fairreview.kit.Rounds;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.SpotChecking;
import org.fairreview.kit.Stories;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Tables;
import org.fairreview.kit.TestClock;
import org.fairreview.measure.Issuance;
import org.fairreview.notification.NoticeNodes;
import org.fairreview.reporting.Books;
import org.fairreview.reporting.Closing;
import org.fairreview.reporting.Closings;
import org.fairreview.reporting.Counting;
import org.fairreview.reporting.Differences;
import org.fairreview.reporting.Figure;
import org.fairreview.reporting.Figures;
import org.fairreview.reporting.ScoreCards;
import org.fairreview.reporting.Slice;
import org.fairreview.reporting.UnitSummaries;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Stage;
import org.fairreview.review.activity.Activity;
import org.fairreview.review.activity.ActivityQuery;
import org.fairreview.review.activity.FourEyes;
import org.fairreview.review.activity.Period;
import org.fairreview.review.destruction.Destructions;
import org.fairreview.review.ledger.Ledger;
import org.fairreview.review.ledger.LedgerEntry;
import org.fairreview.review.ledger.LedgerPage;
import org.fairreview.review.ledger.LedgerQuery;
import org.fairreview.review.ledger.PastReviews;
import org.fairreview.review.ledger.Trace;
import org.fairreview.workflow.CaseCourse;
import org.fairreview.workflow.CaseHistory;
import org.fairreview.workflow.FlowFigures;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.StepsTakenOver;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same product on a real PostgreSQL: schema, every story, races and rollbacks.
 *
 * <p>The engine has a name of its own, so that it does not take the place of the one that other tests keep.
 */
@SpringBootTest(
        classes = Application.class,
        properties = {
            "spring.datasource.url=jdbc:postgresql://127.0.0.1:${fairreview.test.postgres}/postgres",
            "spring.datasource.username=postgres",
            "spring.datasource.password=postgres",
            "camunda.bpm.process-engine-name=postgres",
            "fairreview.notification.webhook-url=http://127.0.0.1:${fairreview.test.gateway}/hook",
            "fairreview.notification.webhook-secret=" + NoticeNodes.SECRET
        })
@ActiveProfiles("test")
@Import({
    ProcessDriver.class,
    Submitting.class,
    JointReview.class,
    LegacyCampaign.class,
    Members.class,
    Correspondence.class,
    Inbox.class,
    Rounds.class,
    SpotChecking.class,
    DocumentMaking.class,
    Reporting.class,
    Stories.class,
    TestClock.class,
    QuickPasswords.class
})
@DirtiesContext
class PostgresTests {

    static {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            System.setProperty("fairreview.test.postgres", String.valueOf(server.getPort()));
            System.setProperty("fairreview.test.gateway", String.valueOf(NoticeNodes.GATEWAY.port()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Autowired
    ProcessDriver process;

    @Autowired
    Submitting submitting;

    @Autowired
    JointReview people;

    @Autowired
    Stories stories;

    @Autowired
    CaseFile cases;

    @Autowired
    Ledger ledger;

    @Autowired
    CaseHistory history;

    @Autowired
    FlowFigures figures;

    @Autowired
    Activity activity;

    @Autowired
    FourEyes fourEyes;

    @Autowired
    Clock clock;

    @Autowired
    PastReviews pastReviews;

    @Autowired
    AuditTrail trail;

    @Autowired
    RecordCheck record;

    @Autowired
    LiveRecord whole;

    @Autowired
    Destructions destructions;

    @Autowired
    FileStore files;

    @Autowired
    UnitChanges unitChanges;

    @Autowired
    People staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationContext context;

    @Autowired
    Counting counting;

    @Autowired
    Closings closings;

    @Autowired
    Books books;

    @Autowired
    Differences differences;

    @Autowired
    UnitSummaries summaries;

    @Autowired
    ScoreCards cards;

    @Test
    void the_tables_of_the_product_and_of_the_engine_stand_in_postgresql_16() {
        assertThat(jdbc.sql("select version()").query(String.class).single()).startsWith("PostgreSQL 16");
        assertThat(jdbc.sql("select count(*) from flyway_schema_history where not success")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(Tables.engine(jdbc).contain("MeasureReview")).isTrue();
    }

    @Test
    void a_unit_is_merged_with_its_people_and_tasks() {
        Actor sysadmin = process.actor("admin");
        String old = unitChanges
                .add(new UnitFacts("粮食局", "", "", ""), "r420600", sysadmin)
                .unit()
                .id();
        String successor = unitChanges
                .add(new UnitFacts("储备局", "", "", ""), "r420600", sysadmin)
                .unit()
                .id();
        assertThat(staff.open("grain", "谷丰", old, "Chushi#202611", sysadmin)).isEmpty();
        assertThat(staff.grant("grain", new Post(old, Role.DRAFTER), process.actor("secop")))
                .isEmpty();
        String number = submitting.measure("grain", old, Issuance.GOVERNMENT, SampleMeasure.BODY);
        process.complete(number, JointReview.CHECK, "wangmin", Map.of("decision", "SUPPLEMENT", "missing", "请补充。"));

        assertThat(unitChanges.dissolve(old, successor, sysadmin)).isEmpty();

        assertThat(jdbc.sql("select unit_id from task_step where case_number = ? and left_on is null")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly(successor);
        assertThat(StepsTakenOver.areAsWrittenDown(context, List.of(number))).isEqualTo(2);
        assertThat(process.actor("grain").posts()).containsExactly(new Post(successor, Role.DRAFTER));
        process.claim(process.task(number, JointReview.SUPPLEMENT), "grain");
        assertThat(trail.of(old)).extracting(AuditEntry::act).contains("unit.added", "unit.dissolved");
    }

    @Test
    void several_nodes_on_one_database_send_every_notice_once() {
        List<String> cases = IntStream.range(0, 5)
                .mapToObj(each -> {
                    String number = NoticeNodes.asking(context, "wangmin", submitting::measure);
                    NoticeNodes.overdue(context, process.task(number, JointReview.CHECK));
                    return number;
                })
                .toList();

        NoticeNodes.Sent sent = NoticeNodes.work(context, 4);

        for (String number : cases) {
            assertThat(sent.mailsAbout(number)).as(number).containsExactly("ARRIVED", "OVERDUE");
            assertThat(sent.hooksAbout(number)).as(number).containsExactly("ARRIVED", "ESCALATION", "OVERDUE");
            assertThat(trail.of(number))
                    .filteredOn(entry -> entry.act().equals("task.escalated"))
                    .hasSize(1);
        }
    }

    @Test
    void a_measure_that_conforms_goes_from_submission_to_its_issue() throws IOException {
        String number = submitting.measure();
        people.walkToSigning(number, "wangmin", "liufang", "zhaolei");
        people.signOff(number);
        people.seal(number);
        people.deliver(number);

        assertThat(cases.get(number).stage()).isEqualTo(Stage.DELIVERED);
        assertThat(opinion(number)).contains("符合公平竞争审查标准");
        people.issue(number, SampleMeasure.BODY);
        assertThat(CasePicture.of(jdbc, number).of("ended")).containsExactly("EndEvent_Issued");
    }

    @Test
    void the_database_destroys_what_a_signed_list_names() {
        String number = submitting.measure();
        process.complete(
                number, JointReview.CHECK, "wangmin", Map.of("decision", "OUT_OF_SCOPE", "missing", "不涉及经营者经济活动。"));
        TestClock.MovableClock movable = (TestClock.MovableClock) clock;
        movable.advance(Duration.ofDays(32 * 366));
        try {
            Actor clerk = process.actor("wangmin");
            long list = process.as("wangmin", () -> destructions.draft(List.of(number), "期满，经鉴定不再保存。", clerk))
                    .list()
                    .id();
            process.as("liufang", () -> destructions.sign(list, Role.SECTIONHEAD, true, "", process.actor("liufang")));
            process.as("zhangwei", () -> destructions.sign(list, Role.LEADER, true, "", process.actor("zhangwei")));

            assertThat(process.as("wangmin", () -> destructions.execute(list, clerk)))
                    .isEmpty();
        } finally {
            movable.reset();
        }

        Verdict verdict = record.verifyCase(number);
        assertThat(verdict.fault()).isNull();
        assertThat(verdict.emptied()).isEqualTo(verdict.entries() - 1);
        assertThat(whole.verify().faults()).isEmpty();
    }

    @Test
    void auditors_ask_the_record_and_the_history_of_the_engine() {
        String number = people.inSigning();
        people.signOff(number);
        Actor auditor = process.actor("dengaudit");
        LocalDate today = LocalDate.now(clock);
        Trace trace =
                new Trace("liufang", today.toString(), today.toString(), JointReview.SEAL, Trace.At.NOW, null, null);

        assertThat(ledger.export(LedgerQuery.all(), trace, auditor).orElseThrow())
                .extracting(LedgerEntry::number)
                .contains(number);
        assertThat(ledger.export(
                                LedgerQuery.all(),
                                new Trace(null, null, null, JointReview.SIGN, Trace.At.PASSED, true, "9(1)"),
                                auditor)
                        .orElseThrow())
                .extracting(LedgerEntry::number)
                .doesNotContain(number);
        assertThat(history.of(number).visits())
                .extracting(CaseCourse.Visit::element)
                .contains(JointReview.SEAL);
        assertThat(figures.of(
                                process.process(number).getProcessDefinitionId(),
                                clock.instant().minusSeconds(600),
                                clock.instant().plusSeconds(600),
                                List.of("r420600"),
                                clock.instant())
                        .flows())
                .isNotEmpty();
        Period period = new Period(today, today);
        assertThat(activity.find(new ActivityQuery(period, "zhaolei", null, ActivityQuery.Kind.ALL), auditor)
                        .acts())
                .anySatisfy(act -> {
                    assertThat(act.subject()).isEqualTo(number);
                    assertThat(act.taskName()).contains("拟写审查意见");
                });
        assertThat(fourEyes.find(period, auditor))
                .filteredOn(concluded -> concluded.number().equals(number))
                .singleElement()
                .satisfies(concluded -> assertThat(concluded.signed()).containsExactly("liufang", "zhangwei"));
    }

    @Test
    void the_ledger_is_searched_narrowed_and_sorted_and_takes_reviews_of_earlier_years() {
        String number = people.inReview();
        String past = PastFiles.enter(pastReviews, jdbc, process.actor("wangmin"));
        LedgerQuery query = new LedgerQuery(
                number + " 冷链",
                Stage.IN_REVIEW,
                null,
                "u02",
                "r420600",
                null,
                null,
                null,
                "zhaolei",
                null,
                null,
                null,
                null,
                null,
                null);

        for (LedgerQuery.Order order : LedgerQuery.Order.values()) {
            assertThat(ledger.page(query.sortedBy(order), process.actor("wangmin"), 1)
                            .entries())
                    .extracting(LedgerEntry::number)
                    .containsExactly(number);
        }
        LedgerPage all = ledger.page(LedgerQuery.all(), process.actor("wangmin"), 1);
        assertThat(all.past()).isEqualTo(1);
        assertThat(all.entries())
                .filteredOn(LedgerEntry::isPast)
                .extracting(LedgerEntry::pastId)
                .containsExactly(Long.valueOf(past));
        assertThat(ledger.hits(List.of("冷链"), all.entries(), 2).get(number)).hasSize(2);
        assertThat(ledger.choices(process.actor("dengaudit")).units()).isNotEmpty();
        assertThat(ledger.count(LedgerQuery.all(), process.actor("xulaw"))).isLessThan(all.total());
    }

    @Test
    void findings_of_twenty_thousand_characters_with_unseen_ones_among_them_come_into_the_opinion() throws IOException {
        String number = people.inReview();
        String reason = "限".repeat(19_990) + "zqPostgres";
        people.review(
                number,
                "zhaolei",
                List.of(people.finding(
                        number,
                        SampleMeasure.STAY_TEN_YEARS,
                        "9(1)",
                        Map.of("reason", "\u0000" + reason + "\u000b", "requiredChange", "改".repeat(20_000)))));
        people.draft(number, "DOES_NOT_CONFORM", people.changes(number), "");
        people.signOff(number);
        people.seal(number);
        people.deliver(number);

        assertThat(cases.findings(number).get(0).reason()).isEqualTo(reason);
        assertThat(CasePicture.of(jdbc, number).of("tasks")).containsExactly(JointReview.REVISE + " null");
        assertThat(opinion(number)).contains("不符合公平竞争审查标准").contains(reason);
        assertThat(Tables.engine(jdbc).whereAny("zqPostgres")).isEmpty();
        assertThat(Tables.ours(jdbc).whereAny("zqPostgres")).contains("finding.reason", "audit_entry.details");
    }

    @Test
    void a_year_is_closed_and_compared_and_steps_and_units_are_counted() {
        people.signOff(people.inSigning());
        Actor office = process.actor("wuoffice");
        int year = LocalDate.now(clock).getYear();
        List<String> city = List.of("r420600", "r420606", "r420683");
        org.fairreview.reporting.Period before = org.fairreview.reporting.Period.year(year - 1);
        String day = "%d-05-05".formatted(year - 1);
        String training =
                "insert into conference_training (region_id, kind, held_on, title, audience, participants, recorded_by,"
                        + " recorded_at) values ('r420600', 'TRAINING', date '%s', '培训', '各部门', 30, 'test', now())"
                                .formatted(day);
        jdbc.sql(training).update();

        assertThat(closings.close(before, "", office)).isEmpty();
        jdbc.sql(training).update();

        Closing closing = books.closing(Slice.of(before, city), city).orElseThrow();
        assertThat(closings.isUntouched(closing)).isTrue();
        assertThat(differences.of(closing, 10)).hasSize(2).allSatisfy(each -> assertThat(each.counted())
                .isEqualTo(2 * each.closed()));
        assertThat(books.of(Slice.of(before, city), city).durations(Slice.of(before, city)))
                .isEmpty();
        Slice now = Slice.of(org.fairreview.reporting.Period.year(year), city);
        assertThat(counting.durations(now)).isNotEmpty();
        assertThat(summaries.request(year - 1, List.of("u02"), office)).isEmpty();
        assertThat(cards.of("r420600", now.period(), city))
                .extracting(card -> card.unitId())
                .contains("u02");
    }

    @Test
    void the_lives_of_cases_that_pass_by_every_task_come_to_their_ends_and_every_figure_adds_up_over_them() {
        stories.all().forEach(story -> story.told().run());

        Slice year = Slice.of(
                org.fairreview.reporting.Period.year(LocalDate.now(clock).getYear()), List.of("r420600", "r420606"));
        for (Figure figure : Figures.all()) {
            int count = counting.count(figure, year);
            assertThat(counting.lines(figure, year, 0, 10_000).stream()
                            .mapToInt(Counting.Line::amount)
                            .sum())
                    .as(figure.id())
                    .isEqualTo(count);
            Stream.concat(Counting.COMMON.stream(), figure.dimensions().stream())
                    .forEach(dimension -> assertThat(counting.by(figure, year, dimension).values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum())
                            .as("%s by %s", figure.id(), dimension)
                            .isEqualTo(count));
        }
        assertThat(Stream.of(
                                "received",
                                "reviewed",
                                "letters",
                                "complaints-concluded",
                                "visits",
                                "leads",
                                "spot-checked")
                        .map(id -> counting.count(Figures.find(id).orElseThrow(), year)))
                .allMatch(count -> count > 0);
        assertThat(StepsTakenOver.areAsWrittenDown(
                        context,
                        jdbc.sql("select case_number from task_step")
                                .query(String.class)
                                .set()))
                .isGreaterThan(200);
    }

    @Test
    void nodes_that_start_at_once_take_the_steps_of_an_earlier_release_over_once() {
        String number = people.inSigning();
        int all = steps();
        jdbc.sql("delete from task_step").update();

        List<Crowd.Outcome<String>> outcomes = Crowd.atOnce(3, () -> {
            StepsTakenOver.takeOver(context);
            return "";
        });

        assertThat(outcomes).extracting(Crowd.Outcome::failure).containsOnlyNulls();
        assertThat(steps()).isEqualTo(all);
        assertThat(StepsTakenOver.areAsWrittenDown(context, List.of(number))).isGreaterThan(3);
    }

    private int steps() {
        return jdbc.sql("select count(*) from task_step").query(Integer.class).single();
    }

    @Test
    void a_refused_answer_changes_nothing() {
        String number = people.inReview();
        String before = CasePicture.of(jdbc, number).toString();

        assertThatThrownBy(() -> people.review(
                        number,
                        "zhaolei",
                        List.of(
                                people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of()),
                                people.finding(number, SampleMeasure.REGISTERED_HERE, "10(2)", Map.of()))))
                .isInstanceOf(Refusal.class);

        assertThat(CasePicture.of(jdbc, number)).hasToString(before);
    }

    @Test
    void a_task_completed_twice_at_once_is_completed_once() {
        for (int round = 0; round < 10; round++) {
            String number = people.inSigning();
            people.sign(number, "liufang");
            Task task = process.task(number, JointReview.SIGN);
            process.claim(task, "zhangwei");
            task.setAssignee("zhangwei");
            List<Crowd.Outcome<Object>> outcomes = Crowd.atOnce(2, () -> {
                process.send(task, "zhangwei", Map.of("answer", "{\"agreed\":true}"));
                return "";
            });

            assertThat(outcomes).filteredOn(Crowd.Outcome::succeeded).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(outcome -> !outcome.succeeded())
                    .extracting(Crowd.Outcome::failure)
                    .allSatisfy(failure -> assertThat(failure)
                            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key())
                                    .isEqualTo("task.doneByOther")));
            assertThat(cases.get(number).signatures()).hasSize(2);
            assertThat(trail.of(number))
                    .filteredOn(entry -> entry.act().equals("case.numbered"))
                    .hasSize(1);
        }
    }

    @Test
    void cases_submitted_at_once_are_numbered_without_gap_and_none_twice_from_the_first_on() {
        List<Crowd.Outcome<List<String>>> outcomes = Crowd.atOnce(8, () -> {
            List<String> own = new ArrayList<>();
            for (int act = 0; act < 10; act++) {
                if (act % 5 == 4) {
                    new TransactionTemplate(transactions).executeWithoutResult(status -> {
                        submit();
                        status.setRollbackOnly();
                    });
                }
                own.add(submit());
            }
            return own;
        });

        assertThat(outcomes).extracting(Crowd.Outcome::failure).containsOnlyNulls();
        assertThat(outcomes.stream().flatMap(outcome -> outcome.value().stream()))
                .extracting(number -> Integer.valueOf(number.substring(number.lastIndexOf('-') + 1)))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 80).boxed().toList());
    }

    @Test
    void the_same_file_uploaded_by_many_at_once_is_staged_for_each() {
        List<Crowd.Outcome<String>> uploads =
                Crowd.atOnce(6, () -> submitting.upload("linyue", "u03", "草案.txt", SampleMeasure.BODY + "本次送审为另一稿。"));
        assertThat(uploads).extracting(Crowd.Outcome::failure).containsOnlyNulls();
    }

    private String submit() {
        return submitting.measure("zydrafter", "u22", Issuance.GOVERNMENT, SampleMeasure.BODY);
    }

    private String opinion(String number) throws IOException {
        byte[] bytes = files.bytes(cases.get(number).documentSha256().orElseThrow());
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes));
                var words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }
}
