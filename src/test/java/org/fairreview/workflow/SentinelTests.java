package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.fairreview.audit.RecordCheck;
import org.fairreview.audit.Verdict;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.evidence.LiveRecord;
import org.fairreview.identity.Role;
import org.fairreview.kit.Correspondence;
import org.fairreview.kit.DocumentMaking;
import org.fairreview.kit.EngineHttp;
import org.fairreview.kit.Inbox;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.LegacyCampaign;
import org.fairreview.kit.Members;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Reporting;
import org.fairreview.kit.Rounds;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Screened;
import org.fairreview.kit.SpotChecking;
import org.fairreview.kit.Stories;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Tables;
import org.fairreview.kit.TestClock;
import org.fairreview.measure.Issuance;
import org.fairreview.reminder.Letters.Beginning;
import org.fairreview.review.CaseFile;
import org.fairreview.review.destruction.Destructions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;

/**
 * What people write is in our tables and nowhere in the engine's: not while a task is open, not after, not after a
 * refusal.
 *
 * <p>Every text field of every form carries a text of its own through a story. The fields are read from the deployed
 * models and the records of their listeners, so that a new task or field fails here until a story has it.
 */
@ProductTest
class SentinelTests {

    private static final String MARK = "zqSENTINEL";
    private static final String REFUSED = "zqREFUSED";
    private static final int LONG = 20_000;

    /** What comes along when text is pasted: NUL, the cell mark and the line break of Word, half a character. */
    private static final String UNSEEN = "\u0000\u0007\u000b\ud83d";

    /** Fields that hold no text of a person but name something: a file, an account, an item of the standards. */
    private static final Set<String> NAMES = Set.of(
            "Task_AssignReviewer.reviewer",
            "Task_SupplementMaterials.files.fileId",
            "Task_SupplyHearing.files.fileId",
            "Task_AmendDraft.files.fileId",
            "Task_AmendOwnDraft.files.fileId",
            "Task_ReviseMeasure.files.fileId",
            "Task_RegisterIssue.text",
            "Task_ReviewMeasure.findings.fileSha256",
            "Task_ReviewMeasure.findings.item",
            "Task_ReviewMeasure.findings.subItem",
            "Task_ReviewMeasure.findings.hit",
            "Task_ReviewMeasure.hits.hit",
            "Task_ReviewMeasure.regime",
            "Task_ReviewMeasure.adviser",
            "Task_ReviewMeasure.memberUnit",
            "Task_ReviewMeasure.evaluatorUnit",
            "Task_NameAdviser.adviser",
            "Task_GiveOpinion.files.fileId",
            "Task_DraftConclusion.adoptions.advice",
            "Task_DraftOwnConclusion.adoptions.advice",
            "Task_ReviewOwnMeasure.findings.fileSha256",
            "Task_ReviewOwnMeasure.findings.item",
            "Task_ReviewOwnMeasure.findings.subItem",
            "Task_ReviewOwnMeasure.findings.hit",
            "Task_ReviewOwnMeasure.hits.hit",
            "Task_ReviewOwnMeasure.regime",
            "Task_ChooseMembers.members.unit",
            "Task_GiveMemberOpinion.answers.question",
            "Task_SummariseOpinions.treatments.consultation",
            "Task_SubmitReport.report",
            "Task_SubmitReport.findings.item",
            "Task_ReviewMeasure.evaluationMaterial.fileId",
            "Task_ReviewOwnMeasure.evaluationMaterial.fileId",
            "Task_DraftLetter.kind",
            "Task_DraftLetter.addresseeUnit",
            "Task_SealLetter.scan",
            "Task_DeliverLetter.receipt",
            "Task_ReplyLetter.files.fileId",
            "Task_DecideEscalation.next",
            "Task_SealConclusion.scan",
            "Task_SealOwnForm.scan",
            "Task_CheckLegacyMeasure.findings.fileSha256",
            "Task_CheckLegacyMeasure.findings.item",
            "Task_CheckLegacyMeasure.findings.subItem",
            "Task_CheckLegacyMeasure.findings.hit",
            "Task_CheckLegacyMeasure.hits.hit",
            "Task_RecheckLegacyMeasure.findings.fileSha256",
            "Task_RecheckLegacyMeasure.findings.item",
            "Task_RecheckLegacyMeasure.findings.subItem",
            "Task_RecheckLegacyMeasure.findings.hit",
            "Task_RecheckLegacyMeasure.hits.hit",
            "Task_DecideOutcome.decisionFile",
            "Task_StartRevision.reviewCase",
            "Task_RegisterAnnouncement.announcementFile",
            "Task_PublishCatalogue.catalogueFile",
            "Task_CheckLead.addresseeUnit",
            "Task_RecordVisit.companion",
            "Task_DrawSpotCheck.seed",
            "Task_FixPopulation.targets.title",
            "Task_InspectMeasure.findings.fileSha256",
            "Task_InspectMeasure.findings.item",
            "Task_InspectMeasure.findings.subItem",
            "Task_InspectMeasure.findings.hit",
            "Task_InspectMeasure.hits.hit",
            "Task_InspectMeasure.hits.reason",
            "Task_DeliverSpotCheckReport.receipt",
            "Task_OpenComment.draft",
            "Task_SummariseComments.comments",
            "Task_ReviewLegality.opinion",
            "Task_SupplementLegality.supplement",
            "Task_LinkReview.reviewCase",
            "Task_ReviseDocument.draft",
            "Task_RegisterDeliberation.minutes",
            "Task_RegisterPublication.text",
            "Task_RegisterFiling.receipt",
            "Task_AssessComplaint.draftingUnit",
            "Task_GiveStatement.files.fileId",
            "Task_VerifyComplaint.findings.item");

    /** Fields of the form that the unit's own review shares with the joint one, and in which it asks nobody. */
    private static final Set<String> ASKED_IN_A_JOINT_REVIEW_ONLY = Set.of(
            "Task_ReviewOwnMeasure.adviser",
            "Task_ReviewOwnMeasure.adviceQuestion",
            "Task_ReviewOwnMeasure.adviceMore.question",
            "Task_DraftOwnConclusion.adoptions.reason",
            "Task_ReviewOwnMeasure.memberUnit",
            "Task_ReviewOwnMeasure.consultationQuestion",
            "Task_ReviewOwnMeasure.higherQuestion",
            "Task_ReviewOwnMeasure.evaluatorUnit",
            "Task_ReviewOwnMeasure.evaluationQuestion");

    /** The one field of a form of the first release, for requests of that release. */
    private static final Set<String> ASKED_BY_A_RELEASED_FORM = Set.of("Task_GiveOpinion.opinion");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcessDriver process;

    @Autowired
    Submitting submitting;

    @Autowired
    JointReview people;

    @Autowired
    Members members;

    @Autowired
    LegacyCampaign legacy;

    @Autowired
    LegacyCases legacyCases;

    @Autowired
    SpotChecking spots;

    @Autowired
    DocumentMaking documents;

    @Autowired
    Correspondence letters;

    @Autowired
    Inbox inbox;

    @Autowired
    Rounds rounds;

    @Autowired
    Reporting complaints;

    @Autowired
    Screened screened;

    @Autowired
    CaseFile cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    HttpFirewall firewall;

    @Autowired
    Destructions destructions;

    @Autowired
    RecordCheck record;

    @Autowired
    LiveRecord whole;

    @Autowired
    TestClock.MovableClock clock;

    @Value("${fairreview.data}")
    Path data;

    private final Set<String> sent = new TreeSet<>();

    /** What stands before every text of the stories. */
    private String mark = MARK;

    @Test
    void what_people_write_is_kept_in_our_tables_and_never_in_the_engine() {
        for (Runnable story : List.<Runnable>of(
                this::asksEverybody,
                this::asksNoMember,
                this::isSentBack,
                this::isGivenUp,
                this::isChanged,
                this::isAskedAbove,
                this::isReviewedByItsUnit,
                this::isCleanedUp,
                this::isWrittenTo,
                this::isSpotChecked,
                this::isMadeByProcedure,
                this::isSupervised,
                this::isComplainedOf)) {
            process.through(this::watched, story);
        }

        assertThat(sent).as("fields that the stories fill").containsAll(textFields());
        assertNothingInTheEngine();
        Set<String> kept = Tables.ours(jdbc).without("audit_entry").marks(MARK);
        assertThat(kept).as("texts in the tables of the features").containsAll(sent);
        Set<String> recorded = Tables.ours(jdbc).only("audit_entry").marks(MARK);
        assertThat(recorded).as("texts in the record").containsAll(sent);
        assertThat(Tables.ours(jdbc).whereAny(REFUSED)).isEmpty();
        assertThat(Tables.ours(jdbc).whereAny("\u0000", "\\u0000", "\u000b", "\\u000b"))
                .isEmpty();
    }

    /** The term of a case is over, a list is signed: what was written in the case is nowhere any more, its chain is whole. */
    @Test
    void what_was_destroyed_under_a_list_is_nowhere_any_more() {
        mark = "zqKEPT";
        String permanent = isGivenUp();
        mark = "zqDESTROYED";
        List<String> numbers = List.of(asksEverybody(), isSentBack(), isGivenUp());
        assertThat(Tables.ours(jdbc).whereAny(mark)).contains("audit_entry.details", "finding.reason", "passage.text");
        assertThat(blobsWith(mark)).isPositive();
        long entries = record.verifyCase(numbers.get(0)).entries();
        jdbc.sql("update measure set kind = 'RULE' where id = :id")
                .param("id", cases.get(permanent).measureId())
                .update();
        try {
            clock.advance(Duration.ofDays(32 * 366));
            assertThat(process.as("wangmin", () -> destructions.due(process.actor("wangmin"))))
                    .extracting(due -> due.line().caseNumber())
                    .containsAll(numbers)
                    .doesNotContain(permanent);
            long list = process.as(
                            "wangmin", () -> destructions.draft(numbers, "期满，经鉴定不再保存。", process.actor("wangmin")))
                    .list()
                    .id();
            Map.of("liufang", Role.SECTIONHEAD, "zhangwei", Role.LEADER).entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .forEach(signer -> assertThat(process.as(
                                    signer.getKey(),
                                    () -> destructions.sign(
                                            list, signer.getValue(), true, "", process.actor(signer.getKey()))))
                            .isEmpty());
            assertThat(process.as("wangmin", () -> destructions.execute(list, process.actor("wangmin"))))
                    .isEmpty();
        } finally {
            clock.reset();
        }

        assertThat(Tables.ours(jdbc).whereAny(mark))
                .as(
                        "the registers keep the number under which it was issued, and that of measures in force where it stands")
                .containsExactly(
                        "measure_in_force.document_number",
                        "measure_in_force.link",
                        "measure_in_force.number_key",
                        "review_case.issued_number");
        assertThat(Tables.engine(jdbc).whereAny(mark)).isEmpty();
        assertThat(Tables.ours(jdbc).whereAny("zqKEPT")).contains("audit_entry.details", "review_case.end_reason");
        assertThat(blobsWith(mark)).isZero();
        for (String number : numbers) {
            assertThat(jdbc.sql("select count(*) from ACT_HI_PROCINST where BUSINESS_KEY_ = :number")
                            .param("number", number)
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("select count(*) from audit_personal where chain like :chain and plain is not null"
                                    + " and seq <= (select max(seq) from audit_entry where chain = :case"
                                    + " and details is null)")
                            .param("chain", "%:" + number)
                            .param("case", "case:" + number)
                            .query(Long.class)
                            .single())
                    .isZero();
            Verdict verdict = record.verifyCase(number);
            assertThat(verdict.fault()).isNull();
            assertThat(verdict.emptied()).isEqualTo(verdict.entries() - 1);
        }
        assertThat(record.verifyCase(numbers.get(0)).entries()).isGreaterThan(entries);
        assertThat(whole.verify().faults()).isEmpty();
    }

    private long blobsWith(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.walk(data.resolve("blobs"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> new String(read(file), StandardCharsets.ISO_8859_1)
                            .contains(new String(wanted, StandardCharsets.ISO_8859_1)))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void twenty_thousand_characters_pass_over_http_through_a_camunda_form_and_an_embedded_form() {
        String number = people.inReview();
        String question = MARK + "over.http.question" + "问".repeat(LONG - 40);
        EngineHttp zhaolei = EngineHttp.browser(port, "zhaolei");
        String review = zhaolei.task(number, JointReview.REVIEW);
        assertThat(zhaolei.submit(
                                review,
                                Map.of(
                                        "answer",
                                        text(Map.of(
                                                "findings",
                                                List.of(),
                                                "adviceWanted",
                                                true,
                                                "adviser",
                                                "xulaw",
                                                "adviceQuestion",
                                                question))))
                        .statusCode())
                .isEqualTo(204);
        String opinion = "答".repeat(LONG);
        EngineHttp xulaw = EngineHttp.browser(port, "xulaw");
        String task = xulaw.task(number, JointReview.OPINION);

        var tooLong = xulaw.submit(task, Map.of("answer", text(JointReview.opinion(opinion + "。"))));
        assertThat(tooLong.statusCode()).isEqualTo(409);
        assertThat(EngineHttp.read(tooLong).path("message").asText()).isEqualTo("法律意见不得超过20000字");
        assertThat(xulaw.submit(task, Map.of("answer", text(JointReview.opinion(opinion))))
                        .statusCode())
                .isEqualTo(204);

        assertThat(jdbc.sql("select question from advice_question q join legal_advice a on a.id = q.advice_id"
                                + " where a.case_number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo(question);
        assertThat(jdbc.sql("select opinion from advice_question q join legal_advice a on a.id = q.advice_id"
                                + " where a.case_number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo(opinion);
        assertNothingInTheEngine();
    }

    @Test
    void a_form_with_a_nul_in_a_field_is_a_bad_request() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/measures");
        request.addParameter("title", "关于\u0000的措施");
        assertThatThrownBy(() -> firewall.getFirewalledRequest(request).getParameter("title"))
                .isInstanceOf(RequestRejectedException.class);
    }

    @Test
    void the_search_of_the_engine_tables_finds_what_is_there() {
        String number = submitting.measure();
        assertThat(Tables.engine(jdbc).contain(number)).isTrue();
        assertThat(Tables.engine(jdbc).contain("Definitions_MeasureReview"))
                .as("bytes of the models")
                .isTrue();
    }

    // ---- stories in which every field of every form is filled with a text of its own, as long as the field allows

    /** All opinions, a change during the review, an exception, the issue and the end of the exception. */
    private String asksEverybody() {
        String body = bodyWith(mark("Task_ReviewMeasure.findings.quotation", LONG));
        String number = submitting.measure("chenyu", "u02", Issuance.GOVERNMENT, body);
        process.complete(
                number,
                JointReview.CHECK,
                "wangmin",
                Map.of("decision", "SUPPLEMENT", "missing", mark("Task_CheckCompleteness.missing", 4_000)));
        process.answer(number, JointReview.SUPPLEMENT, "chenyu", markedVersion(JointReview.SUPPLEMENT, body));
        people.accept(number);
        people.assign(number, "zhaolei");
        Map<String, Object> review = new HashMap<>(Map.of("findings", List.of(markedFinding(number, "9(1)"))));
        review.putAll(Map.of(
                "adviceWanted",
                true,
                "adviser",
                "xulaw",
                "adviceQuestion",
                mark("Task_ReviewMeasure.adviceQuestion", LONG)));
        review.put("adviceMore", List.of(Map.of("question", mark("Task_ReviewMeasure.adviceMore.question", LONG))));
        review.putAll(Map.of(
                "consultationWanted",
                true,
                "memberUnit",
                "u06",
                "consultationQuestion",
                mark("Task_ReviewMeasure.consultationQuestion", LONG)));
        review.putAll(Map.of(
                "evaluationWanted",
                true,
                "evaluatorUnit",
                "u08",
                "evaluationPurpose",
                "EXPECTED_EFFECT",
                "evaluationQuestion",
                mark("Task_ReviewMeasure.evaluationQuestion", LONG)));
        review.put("hits", List.of(markedDismissal(number, JointReview.REVIEW)));
        process.answer(number, JointReview.REVIEW, "zhaolei", review);
        people.standAside(number, "xulaw", mark("Task_GiveOpinion.declineReason", 4_000));
        process.answer(
                number,
                JointReview.OPINION,
                "gonglaw",
                Map.of(
                        "opinions",
                        List.of(
                                Map.of("opinion", mark("Task_GiveOpinion.opinions.opinion", LONG)),
                                Map.of("opinion", mark("Task_GiveOpinion.opinions.opinion", LONG))),
                        "assessment",
                        "OBJECTION",
                        "files",
                        List.of(Map.of("fileId", submitting.upload("gonglaw", "u01", "依据.txt", "依据")))));
        askMembers(number);
        process.answer(
                number,
                Stories.REPORT,
                "pinggu",
                Map.of(
                        "summary",
                        mark("Task_SubmitReport.summary", LONG),
                        "report",
                        submitting.upload("pinggu", "u08", "报告.txt", "评估报告"),
                        "findings",
                        List.of(Map.of(
                                "quotation",
                                mark("Task_SubmitReport.findings.quotation", 4_000),
                                "item",
                                "9(1)",
                                "effect",
                                mark("Task_SubmitReport.findings.effect", 4_000),
                                "suggestion",
                                mark("Task_SubmitReport.findings.suggestion", 4_000)))));
        process.answer(
                number,
                Stories.ACCEPT_REPORT,
                "zhaolei",
                Map.of(
                        "acceptance",
                        "RETURNED",
                        "returnReason",
                        mark("Task_AcceptReport.returnReason", 4_000),
                        "uses",
                        List.of()));
        process.answer(
                number,
                Stories.REPORT,
                "pinggu",
                Map.of(
                        "summary",
                        "第二稿",
                        "report",
                        submitting.upload("pinggu", "u08", "报告.txt", "评估报告第二稿"),
                        "findings",
                        List.of(Map.of("quotation", "第二稿", "item", "9(1)", "effect", "影响", "suggestion", "建议"))));
        process.answer(
                number,
                Stories.ACCEPT_REPORT,
                "zhaolei",
                Map.of(
                        "acceptance",
                        "ACCEPTED",
                        "uses",
                        List.of(Map.of(
                                "place", 0, "use", "LEAD", "useNote", mark("Task_AcceptReport.uses.useNote", 2_000)))));
        process.answer(number, JointReview.DRAFT, "zhaolei", askedChange(JointReview.DRAFT));
        process.answer(number, JointReview.AMEND, "chenyu", markedVersion(JointReview.AMEND, body + "\n第十条 另行解释。\n"));
        people.review(number, "zhaolei", people.carried(number));
        process.answer(number, JointReview.DRAFT, "zhaolei", markedException(number, JointReview.DRAFT));
        process.answer(number, JointReview.SIGN, "liufang", sentBack(JointReview.SIGN));
        process.answer(number, JointReview.DRAFT, "zhaolei", markedException(number, JointReview.DRAFT));
        people.signOff(number);
        people.seal(number);
        process.complete(
                number,
                JointReview.DELIVER,
                "wangmin",
                Map.of(
                        "deliveredOn",
                        cases.get(number).sealedOn().orElseThrow().toString(),
                        "deliveredTo",
                        mark("Task_DeliverConclusion.deliveredTo", 200),
                        "way",
                        "BY_HAND"));
        process.answer(
                number,
                JointReview.ISSUE,
                "chenyu",
                Map.of(
                        "outcome",
                        "ISSUED",
                        "number",
                        mark("Task_RegisterIssue.number", 100),
                        "issuedOn",
                        cases.get(number).sealedOn().orElseThrow().toString(),
                        "link",
                        "https://example.gov.cn/" + mark("Task_RegisterIssue.link", 900),
                        "text",
                        submitting.upload("chenyu", "u02", "印发稿.txt", SampleMeasure.BODY)));
        process.fireTimers(number);
        process.complete(
                number,
                Stories.REASSESS,
                "chenyu",
                Map.of("decision", "STOP", "statement", mark("Task_ReassessException.statement", LONG)));
        process.fireTimers(number);
        process.runJobs(number);
        process.complete(
                number,
                Stories.STOP_NOTICE,
                "wangmin",
                Map.of(
                        "servedOn",
                        cases.get(number).sealedOn().orElseThrow().toString(),
                        "remark",
                        mark("Task_ServeStopNotice.remark", 4_000)));
        assertThat(process.isOver(number)).isTrue();
        return number;
    }

    private String isSentBack() {
        String number = submitting.unheard();
        process.complete(number, JointReview.CHECK, "wangmin", Map.of("decision", "SUSPENDED", "missing", "请听取意见。"));
        process.answer(number, JointReview.HEAR, "chenyu", markedVersion(JointReview.HEAR, SampleMeasure.BODY));
        process.complete(number, JointReview.CHECK, "wangmin", Map.of("decision", "SUPPLEMENT", "missing", "请补充。"));
        process.fireTimers(number);
        process.complete(
                number,
                JointReview.OVERDUE,
                "wangmin",
                Map.of("decision", "RETURN", "reason", mark("Task_DecideReturn.reason", 4_000)));
        return number;
    }

    private String isGivenUp() {
        String number = people.inReview();
        people.review(
                number, "zhaolei", List.of(people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
        people.draft(number, "DOES_NOT_CONFORM", people.changes(number), "");
        people.toDelivery(number);
        people.giveUp(number, mark("Task_ReviseMeasure.reason", 4_000));
        return number;
    }

    private void isChanged() {
        String number = people.inSigning();
        people.toDelivery(number);
        process.answer(
                number,
                JointReview.ISSUE,
                "chenyu",
                Map.of("outcome", "CHANGED", "reason", mark("Task_RegisterIssue.reason", 4_000)));
        Map<String, Object> next =
                new HashMap<>(markedVersion(JointReview.REVISE, SampleMeasure.BODY + "\n第九条 另行解释。\n"));
        next.put("revision", "RESUBMITTED");
        process.answer(number, JointReview.REVISE, "chenyu", next);
    }

    private void isAskedAbove() {
        String number = submitting.measure("fcdrafter", "u12", Issuance.GOVERNMENT, SampleMeasure.BODY);
        process.complete(number, JointReview.CHECK, "fcclerk", Map.of("decision", "ACCEPTED"));
        process.answer(number, JointReview.ASSIGN, "fchead", Map.of("reviewer", "fcclerk"));
        process.answer(
                number,
                JointReview.REVIEW,
                "fcclerk",
                Map.of(
                        "findings",
                        List.of(),
                        "adviceWanted",
                        false,
                        "higherWanted",
                        true,
                        "higherQuestion",
                        mark("Task_ReviewMeasure.higherQuestion", LONG)));
        giveOpinion(number, Stories.HIGHER_OPINION, "zhaolei");
    }

    private void isReviewedByItsUnit() {
        String body = bodyWith(mark("Task_ReviewOwnMeasure.findings.quotation", LONG));
        String number = submitting.measure("chenyu", "u02", Issuance.DEPARTMENT, body);
        process.answer(
                number,
                Stories.REVIEW_OWN,
                "chenyu",
                Map.of(
                        "findings",
                        List.of(markedFinding(number, Stories.REVIEW_OWN, "10(2)")),
                        "hits",
                        List.of(markedDismissal(number, Stories.REVIEW_OWN)),
                        "adviceWanted",
                        false));
        process.answer(number, Stories.DRAFT_OWN, "chenyu", askedChange(Stories.DRAFT_OWN));
        process.answer(number, Stories.AMEND_OWN, "chenyu", markedVersion(Stories.AMEND_OWN, body + "\n第十条 另行解释。\n"));
        process.answer(
                number,
                Stories.REVIEW_OWN,
                "chenyu",
                Map.of("findings", people.carried(number), "adviceWanted", false));
        process.answer(number, Stories.DRAFT_OWN, "chenyu", markedException(number, Stories.DRAFT_OWN));
        process.answer(number, Stories.SIGN_OWN, "tangxin", sentBack(Stories.SIGN_OWN));
        process.answer(number, Stories.DRAFT_OWN, "chenyu", markedException(number, Stories.DRAFT_OWN));
    }

    private void isCleanedUp() {
        new MarkedCleanup(process, legacy, legacyCases, screened, submitting, clock, this::mark).told();
    }

    private void isSpotChecked() {
        new MarkedSpotCheck(process, spots, clock, this::mark).told();
    }

    private void isMadeByProcedure() {
        new MarkedDocument(process, documents, this::mark).told();
    }

    private String bodyWith(String quotation) {
        return SampleMeasure.BODY + "\n第九条 " + quotation + "\n";
    }

    private Map<String, Object> markedVersion(String task, String body) {
        return Map.of(
                "files",
                List.of(
                        Map.of("role", "BODY", "fileId", submitting.upload("chenyu", "u02", "修改稿.txt", body)),
                        Map.of("role", "HEARING", "fileId", submitting.upload("chenyu", "u02", "意见.txt", "无意见"))),
                "heard",
                true,
                "hearing",
                mark(task + ".hearing", LONG),
                "adoption",
                mark(task + ".adoption", LONG),
                "firstOpinion",
                mark(task + ".firstOpinion", LONG));
    }

    /** The office finds that nobody has to be asked. */
    private void asksNoMember() {
        String number = people.inReview();
        members.want(number, "补贴是否可行？");
        process.answer(
                number,
                Members.CHOOSE,
                Members.OFFICE,
                Map.of("members", List.of(), "notNeeded", mark(Members.CHOOSE + ".notNeeded", 4000)));
    }

    /** One member of three disagrees, the others keep silent, and a leader has the dissent dealt with again. */
    private void askMembers(String number) {
        members.choose(number, Members.FINANCE, "u31", "u32");
        Map<String, Object> opinion = members.opinion(number, Members.FINANCE, "DISAGREES", "");
        opinion.put("opinion", mark(Members.OPINION + ".opinion", LONG));
        opinion.put(
                "passages",
                List.of(Map.of(
                        "quotation",
                        mark(Members.OPINION + ".passages.quotation", 500),
                        "remark",
                        mark(Members.OPINION + ".passages.remark", 4000))));
        opinion.put("answers", members.questions(Members.FINANCE, mark(Members.OPINION + ".answers.note", 4000)));
        process.answer(members.task(number, Members.FINANCE), "caocz", opinion);
        process.runJobs(number);
        process.fireTimers(number);
        process.complete(
                number,
                Members.DECIDE,
                Members.OFFICE,
                Map.of("decision", "GO_ON", "reason", mark(Members.DECIDE + ".reason", 4000)));
        for (int time = 0; time < 2; time++) {
            String asked = members.standing(number).get(0).id();
            process.answer(
                    number,
                    Members.SUMMARISE,
                    Members.OFFICE,
                    Map.of(
                            "treatments",
                            List.of(Map.of(
                                    "consultation",
                                    asked,
                                    "treatment",
                                    "NOT_ADOPTED",
                                    "reason",
                                    mark(Members.SUMMARISE + ".treatments.reason", 4000))),
                            "summary",
                            mark(Members.SUMMARISE + ".summary", LONG)));
            process.answer(
                    number,
                    Members.OVERRULE,
                    "zhangwei",
                    Map.of("agreed", time == 1, "remark", mark(Members.OVERRULE + ".remark", 4000)));
        }
    }

    private void giveOpinion(String number, String task, String userId) {
        process.complete(
                number, task, userId, Map.of("position", "WANTS_CHANGES", "opinion", mark(task + ".opinion", LONG)));
    }

    private Map<String, Object> askedChange(String task) {
        return Map.of(
                "step", "ASK_CHANGE",
                "decisions", List.of(),
                "hearing", "",
                "firstOpinion", "",
                "reasoning", "",
                "workAdvice", "",
                "changeAsked", mark(task + ".changeAsked", LONG));
    }

    private Map<String, Object> sentBack(String task) {
        return Map.of("agreed", false, "backTo", -1, "remark", mark(task + ".remark", LONG));
    }

    private Map<String, Object> markedFinding(String number, String item) {
        return markedFinding(number, JointReview.REVIEW, item);
    }

    private Map<String, Object> markedFinding(String number, String task, String item) {
        return people.finding(
                number,
                SampleMeasure.REGISTERED_HERE,
                item,
                Map.of(
                        "startOffset", -1,
                        "endOffset", -1,
                        "address", mark(task + ".findings.address", 500),
                        "quotation", mark(task + ".findings.quotation", LONG),
                        "reason", mark(task + ".findings.reason", LONG),
                        "requiredChange", mark(task + ".findings.requiredChange", LONG),
                        "legalBasis", "LAW",
                        "legalBasisSource", mark(task + ".findings.legalBasisSource", 2_000),
                        "specificOperator", true));
    }

    private Map<String, Object> markedDismissal(String number, String task) {
        return Map.of(
                "hit",
                screened.version(number).hits().get(0).key(),
                "number",
                1,
                "dismissed",
                true,
                "reason",
                mark(task + ".hits.reason", 2_000));
    }

    private Map<String, Object> markedException(String number, String task) {
        Map<String, Object> draft = new HashMap<>(Map.of(
                "step",
                "SIGN",
                "decisions",
                List.of(Map.of(
                        "id",
                        cases.findings(number).get(0).id(),
                        "disposition",
                        "EXCEPTED",
                        "note",
                        mark(task + ".decisions.note", LONG))),
                "conclusion",
                "EXCEPTION",
                "exceptionCase",
                "PUBLIC_INTEREST",
                "endCondition",
                mark(task + ".endCondition", 4_000)));
        for (String field : List.of(
                "hearing",
                "firstOpinion",
                "reasoning",
                "workAdvice",
                "effect",
                "ground",
                "leastHarm",
                "periodReason",
                "other")) {
            draft.put(field, mark(task + "." + field, LONG));
        }
        draft.put(
                "adoptions",
                people.adoptions(number).stream()
                        .map(each -> Map.of(
                                "advice",
                                each.get("advice"),
                                "adopted",
                                "PARTLY",
                                "reason",
                                mark(task + ".adoptions.reason", 4_000)))
                        .toList());
        return draft;
    }

    private String mark(String field, int length) {
        String start = mark + "<" + field + ">";
        return start + "文".repeat(length - start.length());
    }

    /** A visit with a lead, one that meets nobody, and a lead that is handed on after its check. */
    private void isSupervised() {
        String plan = rounds.plan(rounds.point(), rounds.point());
        rounds.record(
                plan + "-001",
                Map.of(
                        "met",
                        true,
                        "visitedOn",
                        rounds.today().toString(),
                        "companion",
                        "sunqian",
                        "receivedBy",
                        mark("Task_RecordVisit.receivedBy", 150),
                        "answers",
                        List.of(Map.of("place", 0, "answer", mark("Task_RecordVisit.answers.answer", 3_900))),
                        "remark",
                        mark("Task_RecordVisit.remark", 3_900),
                        "leads",
                        List.of(Map.of(
                                "measure",
                                mark("Task_RecordVisit.leads.measure", 450),
                                "documentNumber",
                                mark("Task_RecordVisit.leads.documentNumber", 150),
                                "issuer",
                                mark("Task_RecordVisit.leads.issuer", 150),
                                "said",
                                mark("Task_RecordVisit.leads.said", 3_900)))));
        rounds.record(
                plan + "-002",
                Map.of(
                        "met",
                        false,
                        "notMet",
                        mark("Task_RecordVisit.notMet", 1_900),
                        "answers",
                        List.of(),
                        "leads",
                        List.of()));
        inbox.check(
                inbox.checking("关于移交的措施"),
                "zhaolei",
                Map.of(
                        "report",
                        mark("Task_CheckLead.report", LONG - 100),
                        "checkOutcome",
                        "HANDED_ON",
                        "handedTo",
                        mark("Task_CheckLead.handedTo", 150)));
    }

    /** One complaint that another regulator is competent for, and one that goes through all tasks of its process. */
    private void isComplainedOf() {
        String elsewhere = complaints.file(true).number();
        process.answer(
                elsewhere,
                Reporting.ASSESS,
                "zhaolei",
                Map.of(
                        "decision",
                        "NOT_COMPETENT",
                        "body",
                        mark("Task_AssessComplaint.body", 150),
                        "reason",
                        mark("Task_AssessComplaint.reason", 3_900)));
        process.answer(elsewhere, Reporting.SEND_ON, "zhaolei", told(mark("Task_SendOnComplaint.text", 3_900)));
        String number = complaints.file(true).number();
        complaints.open(false);
        process.answer(
                number,
                Reporting.ASSESS,
                "zhaolei",
                Map.of(
                        "decision",
                        "ACCEPT",
                        "draftingUnit",
                        "u12",
                        "measure",
                        mark("Task_AssessComplaint.measure", 450),
                        "measureNumber",
                        mark("Task_AssessComplaint.measureNumber", 150),
                        "matter",
                        mark("Task_AssessComplaint.matter", 3_900),
                        "takenUpReason",
                        mark("Task_AssessComplaint.takenUpReason", 3_900)));
        process.answer(
                number,
                Reporting.STATE,
                "wangmin",
                Map.of("text", mark("Task_GiveStatement.text", LONG), "files", List.of()));
        complaints.askExtension(number, "zhaolei", 10);
        process.answer(
                number,
                Reporting.EXTENSION,
                "zhangwei",
                Map.of("granted", true, "note", mark("Task_ApproveExtension.note", 3_900)));
        Map<String, Object> found = Reporting.violation();
        found.put("wholeMeasure", mark("Task_VerifyComplaint.wholeMeasure", LONG));
        found.put("procedureNote", mark("Task_VerifyComplaint.procedureNote", 3_900));
        found.put("reviewNote", mark("Task_VerifyComplaint.reviewNote", 3_900));
        found.put("conclusion", mark("Task_VerifyComplaint.conclusion", LONG));
        found.put(
                "findings",
                List.of(Map.of(
                        "item",
                        "9(3)",
                        "address",
                        mark("Task_VerifyComplaint.findings.address", 400),
                        "quotation",
                        mark("Task_VerifyComplaint.findings.quotation", LONG),
                        "reason",
                        mark("Task_VerifyComplaint.findings.reason", LONG),
                        "requiredChange",
                        mark("Task_VerifyComplaint.findings.requiredChange", LONG))));
        complaints.verify(number, "zhaolei", found);
        process.answer(
                number,
                Reporting.SIGN,
                "liufang",
                Map.of("agreed", true, "remark", mark("Task_SignComplaint.remark", LONG)));
        complaints.sign(number, "zhangwei");
        process.runJobs(number);
        process.answer(number, Reporting.ANSWER, "zhaolei", told(mark("Task_AnswerReporter.text", 3_900)));
    }

    private Map<String, Object> told(String text) {
        return Map.of("toldOn", letters.today().toString(), "tellingWay", "ONLINE", "text", text);
    }

    /** A letter to somebody outside, and one whose number its office allots. */
    private void isWrittenTo() {
        String number = letters.begin("urging", "DEPARTMENT");
        process.answer(number, Correspondence.DRAFT, "zhaolei", markedLetter());
        process.answer(
                number,
                Correspondence.LOOK,
                "gonglaw",
                Map.of("passed", true, "opinion", mark("Task_LookLegally.opinion", LONG)));
        process.answer(
                number,
                Correspondence.SIGN,
                "liufang",
                Map.of("agreed", true, "remark", mark("Task_SignLetter.remark", LONG)));
        letters.sign(number, "zhangwei");
        letters.issue(number);
        letters.seal(number, "wangmin");
        process.answer(
                number,
                Correspondence.DELIVER,
                "wangmin",
                Map.of(
                        "deliveredOn",
                        letters.today().toString(),
                        "deliveredTo",
                        mark("Task_DeliverLetter.deliveredTo", 150),
                        "way",
                        "BY_POST",
                        "receipt",
                        submitting.scan("wangmin")));
        process.answer(
                number,
                Correspondence.REPLY,
                "wangmin",
                Map.of(
                        "action",
                        "EXTENSION",
                        "extendUntil",
                        letters.today().plusDays(120).toString(),
                        "extendReason",
                        mark("Task_ReplyLetter.extendReason", 3_900),
                        "files",
                        List.of()));
        process.answer(
                number,
                Correspondence.EXTENSION,
                "zhaolei",
                Map.of("granted", false, "note", mark("Task_DecideExtension.note", 3_900)));
        letters.letLapse(number);
        process.answer(
                number,
                Correspondence.OVERDUE,
                "zhaolei",
                Map.of(
                        "decision", "WAIT",
                        "waitUntil", letters.today().plusDays(7).toString(),
                        "reason", mark("Task_DecideOverdue.reason", 3_900)));
        process.answer(
                number,
                Correspondence.REPLY,
                "wangmin",
                Map.of(
                        "action",
                        "REPLY",
                        "reply",
                        mark("Task_ReplyLetter.reply", LONG - 100),
                        "repliedOn",
                        letters.today().toString(),
                        "files",
                        List.of()));
        process.answer(
                number,
                Correspondence.JUDGE,
                "zhaolei",
                Map.of(
                        "whole",
                        false,
                        "reasons",
                        mark("Task_JudgeRectification.reasons", LONG - 100),
                        "findings",
                        List.of(Map.of(
                                "place",
                                0,
                                "done",
                                false,
                                "note",
                                mark("Task_JudgeRectification.findings.note", 3_900)))));
        process.answer(
                number,
                Correspondence.ESCALATE,
                "liufang",
                Map.of("next", "NONE", "note", mark("Task_DecideEscalation.note", 3_900)));
        isNumberedByItsOffice();
    }

    private void isNumberedByItsOffice() {
        letters.numberByOffice("r420606");
        String number = letters.begin("fcclerk", new Beginning("reminder", "DRAFTER", "u12", "", "", ""));
        Map<String, Object> draft = Correspondence.drafted("reminder", "DRAFTER");
        draft.put("addresseeUnit", "u12");
        process.answer(number, Correspondence.DRAFT, "fcclerk", draft);
        letters.sign(number, "fchead");
        letters.sign(number, "fcleader");
        process.answer(
                number,
                Correspondence.NUMBER,
                "fcclerk",
                Map.of("documentNumber", mark("Task_EnterNumber.documentNumber", 80)));
    }

    private Map<String, Object> markedLetter() {
        String named = mark("Task_DraftLetter.findings.measureTitle", 400);
        Map<String, Object> draft = new HashMap<>(Map.of("kind", "urging", "addresseeAs", "DEPARTMENT"));
        Map.of(
                        "addresseeName", 150,
                        "title", 150,
                        "facts", LONG - 100,
                        "statement", 3_900,
                        "appointment", 400,
                        "request", LONG - 100,
                        "contact", 150,
                        "copyTo", 900,
                        "attachments", 1_900)
                .forEach((field, length) -> draft.put(field, mark("Task_DraftLetter." + field, length)));
        draft.put(
                "measures",
                List.of(
                        Map.of(
                                "measure", mark("Task_DraftLetter.measures.measure", 400),
                                "issuedNumber", mark("Task_DraftLetter.measures.issuedNumber", 150),
                                "drafter", mark("Task_DraftLetter.measures.drafter", 150)),
                        Map.of("measure", named, "drafter", Correspondence.DRAFTER)));
        draft.put(
                "findings",
                List.of(Map.of(
                        "measureTitle",
                        named,
                        "address",
                        mark("Task_DraftLetter.findings.address", 400),
                        "quotation",
                        mark("Task_DraftLetter.findings.quotation", LONG - 100),
                        "standard",
                        mark("Task_DraftLetter.findings.standard", 900),
                        "reason",
                        mark("Task_DraftLetter.findings.reason", LONG - 100),
                        "asked",
                        mark("Task_DraftLetter.findings.asked", LONG - 100))));
        return draft;
    }

    /** Sends a form after a refused attempt at it, and looks into the engine before, between and after. */
    private void watched(Task task, String userId, Map<String, Object> fields) {
        Set<String> marks = new TreeSet<>();
        fields.values().forEach(value -> marks.addAll(Tables.marksIn(MARK, String.valueOf(value))));
        if (marks.isEmpty()) {
            process.send(task, userId, fields);
            return;
        }
        process.claim(task, userId);
        for (Map<String, Object> wrong : List.of(tooLong(fields), unknownField(fields))) {
            assertThatThrownBy(() -> process.send(task, userId, wrong))
                    .as("a wrong answer to %s", task.getTaskDefinitionKey())
                    .isInstanceOf(Refusal.class);
        }
        assertNothingInTheEngine();
        process.send(task, userId, inAllTexts(fields, text -> text + UNSEEN));
        sent.addAll(marks);
        assertNothingInTheEngine();
    }

    private Map<String, Object> tooLong(Map<String, Object> fields) {
        return inAllTexts(fields, text -> REFUSED + "文".repeat(LONG));
    }

    /** The answer with a field that the form does not have. */
    private Map<String, Object> unknownField(Map<String, Object> fields) {
        Map<String, Object> wrong = inAllTexts(fields, text -> text.replace(MARK, REFUSED));
        if (wrong.get(Answers.EMBEDDED) instanceof String answer) {
            ObjectNode tree = (ObjectNode) tree(answer);
            tree.put("stage", REFUSED);
            wrong.put(Answers.EMBEDDED, tree.toString());
        } else {
            wrong.put("stage", REFUSED);
        }
        return wrong;
    }

    private Map<String, Object> inAllTexts(Map<String, Object> fields, UnaryOperator<String> change) {
        Map<String, Object> changed = new HashMap<>();
        fields.forEach((name, value) -> {
            if (name.equals(Answers.EMBEDDED)) {
                changed.put(name, inAllTexts(tree((String) value), change).toString());
            } else {
                changed.put(name, value instanceof String text && text.contains(MARK) ? change.apply(text) : value);
            }
        });
        return changed;
    }

    private static JsonNode inAllTexts(JsonNode node, UnaryOperator<String> change) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> object.set(name, inAllTexts(object.get(name), change)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, inAllTexts(array.get(i), change));
            }
        } else if (node.isTextual() && node.asText().contains(MARK)) {
            return TextNode.valueOf(change.apply(node.asText()));
        }
        return node;
    }

    private void assertNothingInTheEngine() {
        assertThat(Tables.engine(jdbc).whereAny(MARK, REFUSED))
                .as("in the engine's tables")
                .isEmpty();
    }

    /** Every text field of every form, as {@code task.field}, by the deployed models. */
    private Set<String> textFields() {
        Set<String> fields = new TreeSet<>();
        for (var definition :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            for (UserTask task :
                    repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(UserTask.class)) {
                addTextFields(task.getId(), formOf(task), fields);
            }
        }
        assertThat(fields).as("fields that were found").hasSizeGreaterThan(50);
        assertThat(fields)
                .as("names that are still fields")
                .containsAll(NAMES)
                .containsAll(ASKED_IN_A_JOINT_REVIEW_ONLY)
                .containsAll(ASKED_BY_A_RELEASED_FORM);
        fields.removeAll(NAMES);
        fields.removeAll(ASKED_IN_A_JOINT_REVIEW_ONLY);
        fields.removeAll(ASKED_BY_A_RELEASED_FORM);
        return fields;
    }

    private Class<?> formOf(UserTask task) {
        List<String> beans =
                task.getExtensionElements().getElementsQuery().filterByType(CamundaTaskListener.class).list().stream()
                        .filter(listener -> "complete".equals(listener.getCamundaEvent()))
                        .map(listener -> listener.getCamundaDelegateExpression().replaceAll("[${}]", ""))
                        .toList();
        assertThat(beans).as("completing listeners of %s", task.getId()).hasSize(1);
        return ((AnswerListener<?>) context.getBean(beans.get(0))).form();
    }

    private static void addTextFields(String path, Class<?> type, Set<String> fields) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = path + "." + component.getName();
            Type held = component.getGenericType();
            if (held instanceof ParameterizedType list && List.class.equals(list.getRawType())) {
                held = list.getActualTypeArguments()[0];
            }
            if (held.equals(String.class)) {
                fields.add(name);
            } else if (held instanceof Class<?> other && other.isRecord()) {
                addTextFields(name, other, fields);
            }
        }
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private String text(Map<String, ?> answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
