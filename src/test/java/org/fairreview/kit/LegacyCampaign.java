package org.fairreview.kit;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.fairreview.cleanup.BulkAction;
import org.fairreview.cleanup.BulkActions;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.CampaignDraft;
import org.fairreview.cleanup.CampaignKind;
import org.fairreview.cleanup.CampaignUnit;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.EntryInForce;
import org.fairreview.cleanup.LedgerKeys;
import org.fairreview.cleanup.LegacyCase;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.cleanup.LegacyStage;
import org.fairreview.cleanup.MeasureInForce;
import org.fairreview.cleanup.MeasuresInForce;
import org.fairreview.cleanup.Occasion;
import org.fairreview.cleanup.ResponsibilityRule;
import org.fairreview.cleanup.work.Job;
import org.fairreview.cleanup.work.JobItem;
import org.fairreview.cleanup.work.Jobs;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Texts;
import org.fairreview.kit.TestClock.MovableClock;
import org.fairreview.measure.DraftersStatement;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measure;
import org.fairreview.measure.MeasureFacts;
import org.fairreview.measure.MeasureKind;
import org.fairreview.measure.Measures;
import org.fairreview.screening.RunState;
import org.fairreview.screening.Screenings;
import org.fairreview.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Clean-ups of measures in force, and those who work in them. */
@TestComponent
public class LegacyCampaign {

    public static final String CHECK = "Task_CheckLegacyMeasure";
    public static final String SIGN = "Task_SignLegacyCheck";
    public static final String REVIEW = "Task_ReviewProposal";
    public static final String RECHECK = "Task_RecheckLegacyMeasure";
    public static final String DECIDE = "Task_DecideOutcome";
    public static final String REVISE = "Task_StartRevision";
    public static final String ANNOUNCE = "Task_RegisterAnnouncement";
    public static final String CONFIRM = "Task_ConfirmCleanup";
    public static final String PUBLISH = "Task_PublishCatalogue";

    public static final String OFFICE = "wuoffice";

    /** 发展和改革委员会: its drafter and its head. */
    public static final String UNIT = "u02";

    public static final String DRAFTER = "chenyu";
    public static final String HEAD = "luohui";
    public static final String REVIEWER = "zhaolei";
    public static final String CLERK = "wangmin";

    private static final long PATIENCE_MILLIS = 600_000;

    private final AtomicInteger made = new AtomicInteger();
    private final ProcessDriver process;
    private final Submitting submitting;
    private final Campaigns campaigns;
    private final LegacyCases cases;
    private final BulkActions bulk;
    private final Jobs jobs;
    private final MeasuresInForce register;
    private final Measures measures;
    private final FileStore files;
    private final Texts texts;
    private final Screenings screenings;
    private final Standards standards;
    private final TransactionTemplate transaction;
    private final MovableClock clock;

    LegacyCampaign(
            ProcessDriver process,
            Submitting submitting,
            Campaigns campaigns,
            LegacyCases cases,
            BulkActions bulk,
            Jobs jobs,
            MeasuresInForce register,
            Measures measures,
            FileStore files,
            Texts texts,
            Screenings screenings,
            Standards standards,
            TransactionTemplate transaction,
            MovableClock clock) {
        this.process = process;
        this.submitting = submitting;
        this.campaigns = campaigns;
        this.cases = cases;
        this.bulk = bulk;
        this.jobs = jobs;
        this.register = register;
        this.measures = measures;
        this.files = files;
        this.texts = texts;
        this.screenings = screenings;
        this.standards = standards;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Arranges a clean-up of the city; the sample is that share of its measures. */
    public String arrange(int samplingShare, String... units) {
        return arrange(CampaignKind.FAIR_COMPETITION, samplingShare, units);
    }

    /** The same over measures of the kind. */
    public String arrange(CampaignKind kind, int samplingShare, String... units) {
        List<String> made = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        CampaignDraft draft = new CampaignDraft(
                kind,
                "妨碍统一市场和公平竞争政策措施清理",
                "现行有效的规章、规范性文件和其他政策措施",
                today.minusDays(1),
                today.plusDays(60),
                ResponsibilityRule.DRAFTER,
                standards.regime(),
                samplingShare,
                List.of(units.length == 0 ? new String[] {UNIT} : units),
                "襄公竞联办〔2026〕1号",
                null);
        var objections = process.as(OFFICE, () -> campaigns.make(draft, process.actor(OFFICE), made));
        if (!objections.isEmpty()) {
            throw new AssertionError(objections.toString());
        }
        return made.get(0);
    }

    /** The office puts the deadline of a clean-up off. */
    public void putOff(String campaign, LocalDate later) {
        Campaign arranged = campaigns.get(campaign);
        CampaignDraft draft = new CampaignDraft(
                arranged.kind(),
                arranged.title(),
                arranged.scope(),
                arranged.cutOff(),
                later,
                arranged.responsibility(),
                arranged.regime(),
                arranged.samplingShare(),
                campaigns.unitsOf(campaign).stream().map(CampaignUnit::unitId).toList(),
                arranged.noticeNumber(),
                null);
        var objections = process.as(OFFICE, () -> campaigns.change(campaign, draft, process.actor(OFFICE)));
        if (!objections.isEmpty()) {
            throw new AssertionError(objections.toString());
        }
    }

    /** A measure in force of the unit, issued by a unit, or by the government where none is named. */
    public MeasureInForce measure(String unit, @Nullable String issuerUnit, String title, @Nullable String body) {
        String region = "r420600";
        return transaction.execute(status -> {
            Measure measure = measures.register(
                    unit,
                    region,
                    new MeasureFacts(
                            title,
                            MeasureKind.POLICY_DOCUMENT,
                            issuerUnit == null ? Issuance.GOVERNMENT : Issuance.DEPARTMENT,
                            issuerUnit == null ? "襄阳市人民政府" : "襄阳市发展和改革委员会",
                            "",
                            "",
                            "",
                            "",
                            ""),
                    CLERK);
            String version = body == null ? null : version(measure, body);
            return register.enter(
                    new EntryInForce(
                            measure.id(),
                            region,
                            unit,
                            issuerUnit,
                            title,
                            "襄测发〔2021〕" + Math.abs(title.hashCode() % 10_000) + "号",
                            LocalDate.of(2021, 3, 1),
                            null,
                            "",
                            version,
                            body == null ? null : LedgerKeys.text(body),
                            null,
                            null,
                            CLERK),
                    MeasureInForce.Origin.IMPORTED);
        });
    }

    private String version(Measure measure, String body) {
        StoredFile file =
                files.find(submitting.upload(DRAFTER, UNIT, "文件.txt", body)).orElseThrow();
        return measures.submit(
                        measure.id(),
                        new DraftersStatement(false, "", "", ""),
                        List.of(new ManifestEntry(
                                FileRole.BODY, 1, file.id(), file.name(), file.size(), file.sha256())),
                        CLERK)
                .id();
    }

    /** Takes the measures into the clean-up; their numbers in its order. */
    public List<String> enter(String campaign, MeasureInForce... taken) {
        return cases.enter(campaign, List.of(taken), Occasion.CAMPAIGN).stream()
                .map(LegacyCase::number)
                .toList();
    }

    /** A clean-up of the measures that has begun; the numbers of their cases, each with its first task. */
    public List<String> running(int samplingShare, MeasureInForce... taken) {
        String campaign = arrange(samplingShare);
        List<String> numbers = enter(campaign, taken);
        start(campaign);
        numbers.forEach(this::awaitOpen);
        return numbers;
    }

    /** Begins; the cases are opened in the background. */
    public void start(String campaign) {
        process.as(OFFICE, () -> campaigns.start(campaign, process.actor(OFFICE)))
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    /** A clean-up with one measure of the unit, open; the number of the case. */
    public String one(int samplingShare, @Nullable String issuerUnit, @Nullable String body) {
        String title = "关于支持产业发展的若干措施" + made.incrementAndGet();
        return running(samplingShare, measure(UNIT, issuerUnit, title, body)).get(0);
    }

    public void awaitOpen(String number) {
        await(() -> cases.get(number).stage() != LegacyStage.WAITING);
    }

    /** Waits until the text of the case is screened. */
    public void awaitScreened(String number) {
        String version = cases.get(number).versionId().orElseThrow();
        await(() -> screenings
                .of(version)
                .filter(screening -> screening.state() == RunState.DONE)
                .isPresent());
    }

    /** Waits for what the product does by itself. */
    public static void await(BooleanSupplier done) {
        long until = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("It was not done in time");
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public Campaign campaignOf(String number) {
        return campaigns.get(cases.get(number).campaignNumber());
    }

    // ---- what people do

    public static Map<String, Object> proposal(String outcome, String reason, List<Map<String, Object>> findings) {
        return new HashMap<>(
                Map.of("findings", findings, "hits", List.of(), "proposal", outcome, "proposalReason", reason));
    }

    /** A finding about words of the text of a case. */
    public Map<String, Object> finding(String number, String words, String disposition) {
        ManifestEntry file = measures.version(cases.get(number).versionId().orElseThrow())
                .reviewedFiles()
                .get(0);
        int start = texts.fullText(file.sha256()).orElseThrow().indexOf(words);
        Map<String, Object> finding = new HashMap<>();
        finding.put("fileSha256", file.sha256());
        finding.put("address", "第一条");
        finding.put("startOffset", start);
        finding.put("endOffset", start + words.length());
        finding.put("quotation", words);
        finding.put("item", "9(1)");
        finding.put("subItem", "9(1)-3");
        finding.put("reason", "妨碍企业迁移。");
        finding.put("requiredChange", "删除。");
        finding.put("disposition", disposition);
        finding.put("dispositionNote", "");
        return finding;
    }

    public void check(String number, String outcome) {
        process.answer(number, CHECK, DRAFTER, proposal(outcome, outcome.equals("KEEP") ? "" : "不再适用。", List.of()));
    }

    public void sign(String number, boolean agreed) {
        process.answer(number, SIGN, HEAD, Map.of("agreed", agreed, "remark", agreed ? "" : "请补充理由。"));
    }

    public void review(String number, boolean agreed) {
        process.answer(number, REVIEW, REVIEWER, Map.of("agreed", agreed, "remark", agreed ? "" : "请重新核查。"));
    }

    public void recheck(String number, boolean agreed) {
        process.answer(
                number,
                RECHECK,
                REVIEWER,
                Map.of("findings", List.of(), "hits", List.of(), "agreed", agreed, "remark", agreed ? "" : "请重新核查。"));
    }

    /** The head of the issuing unit decides. */
    public void decide(String number, String outcome) {
        process.answer(number, DECIDE, HEAD, Map.of("act", "DECIDED", "outcome", outcome, "outcomeReason", ""));
    }

    /** The clerk registers what the government decided, from its paper. */
    public void register(String number, String outcome) {
        process.answer(
                number,
                DECIDE,
                CLERK,
                Map.of(
                        "act",
                        "DECIDED",
                        "outcome",
                        outcome,
                        "outcomeReason",
                        "",
                        "decisionNumber",
                        "襄政发〔2026〕9号",
                        "decidedOn",
                        LocalDate.now(clock).toString(),
                        "decisionFile",
                        submitting.upload(CLERK, "u01", "决定.txt", "关于清理结果的决定")));
    }

    /** The unit names the review in which its revision is examined. */
    public void revise(String number, String reviewCase) {
        process.answer(number, REVISE, DRAFTER, Map.of("reviewCase", reviewCase));
    }

    /** Does something on a day on which the deadline of the clean-ups made here has passed. */
    public void afterDeadline(Runnable act) {
        clock.advance(Duration.ofDays(62));
        try {
            act.run();
        } finally {
            clock.reset();
        }
    }

    /** So many measures of the unit, each with a text of its own, checked, signed and screened; the numbers of their cases. */
    public List<String> toTakeOver(int many) {
        String campaign = arrange(0);
        List<String> numbers = enterMany(campaign, many);
        start(campaign);
        numbers.forEach(this::awaitOpen);
        numbers.forEach(number -> {
            check(number, "KEEP");
            sign(number, true);
        });
        numbers.forEach(this::awaitScreened);
        return numbers;
    }

    /** Takes so many measures of the unit into the clean-up, each with a text of its own; the numbers of their cases. */
    public List<String> enterMany(String campaign, int many) {
        MeasureInForce[] taken = IntStream.range(0, many)
                .mapToObj(place -> measure(
                        UNIT,
                        UNIT,
                        "关于促进产业发展的第%d号措施（%s）".formatted(place, campaign),
                        "第一条 企业自主经营，第%d项（%s）。".formatted(place, campaign)))
                .toArray(MeasureInForce[]::new);
        return enter(campaign, taken);
    }

    /** The reviewer asks for the cases to be taken over together; the id of that work. */
    public String takeOver(List<String> numbers) {
        return inBulk(BulkAction.TAKE_OVER, numbers, REVIEWER);
    }

    /** Whether long work is over. */
    public boolean isOver(String work) {
        return jobs.find(work).orElseThrow().state().isOver();
    }

    /** Whether long work came to its end. */
    public boolean isDone(String work) {
        return jobs.find(work).orElseThrow().state() == Job.State.DONE;
    }

    /** What was refused in long work, and why. */
    public List<String> refusedIn(String work) {
        return jobs.items(work, JobItem.State.REFUSED, 1_000).stream()
                .map(item -> item.subject() + " " + item.message())
                .toList();
    }

    /** Somebody asks for a bulk action on cases of one clean-up; the id of that work. */
    public String inBulk(BulkAction action, List<String> numbers, String userId) {
        Campaign campaign = campaignOf(numbers.get(0));
        return process.as(userId, () -> bulk.ask(campaign, action, numbers, process.actor(userId))
                .id());
    }

    public void announce(String number) {
        process.answer(number, ANNOUNCE, DRAFTER, announcement());
    }

    /** A notice of today. */
    public Map<String, Object> announcement() {
        return Map.of(
                "announcementNumber", "襄发改公告〔2026〕3号",
                "announcedOn", LocalDate.now(clock).toString(),
                "announcementLink", "https://example.org/gonggao");
    }

    /** A case of a government's measure without text, in a clean-up of the unit that has begun. */
    public String ofUnit(String unit, String title) {
        String campaign = arrange(0, unit);
        String number =
                enter(campaign, measure(unit, null, title + campaign, null)).get(0);
        start(campaign);
        awaitOpen(number);
        return number;
    }

    public void confirm(String number, boolean done) {
        process.answer(number, CONFIRM, REVIEWER, Map.of("done", done, "remark", done ? "" : "公告的网页打不开。"));
    }

    public void publish(String campaign) {
        process.answer(
                campaign,
                PUBLISH,
                OFFICE,
                Map.of(
                        "publishedOn", LocalDate.now(clock).toString(),
                        "catalogueNumber", "襄公竞联办〔2026〕8号",
                        "catalogueLink", "https://example.org/mulu"));
    }
}
