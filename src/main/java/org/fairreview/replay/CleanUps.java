package org.fairreview.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fairreview.cleanup.BulkAction;
import org.fairreview.cleanup.BulkActions;
import org.fairreview.cleanup.CampaignDraft;
import org.fairreview.cleanup.CampaignKind;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.DecisionPaper;
import org.fairreview.cleanup.LegacyCase;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.cleanup.LegacyStage;
import org.fairreview.cleanup.Outcome;
import org.fairreview.cleanup.ResponsibilityRule;
import org.fairreview.cleanup.intake.ImportFiles;
import org.fairreview.cleanup.intake.Imports;
import org.fairreview.cleanup.intake.LedgerImport;
import org.fairreview.cleanup.work.Job;
import org.fairreview.cleanup.work.Jobs;
import org.fairreview.document.Texts;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measures;
import org.fairreview.reminder.LetterFile;
import org.fairreview.reminder.LetterIssuing;
import org.fairreview.reminder.LetterState;
import org.fairreview.replay.Words.Clause;
import org.fairreview.review.CaseEnd;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewRoute;
import org.fairreview.screening.RunState;
import org.fairreview.screening.Screenings;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/**
 * Clean-ups of measures in force, from the office's list to the published catalogue: units check and their heads sign, the
 * regulator takes over or looks again, issuers decide, what is repealed is announced.
 */
@Component
@Profile("replay")
class CleanUps {

    private static final String GOVERNMENT = "襄阳市人民政府";
    private static final String HEADS = "序号,名称*,文号,制定机关*,责任单位*,印发日期*,有效期至,文种,出台方式,网址,文本文件名,备注";

    /** Units without accounts, for which the regulator's clerk does the paperwork. */
    private static final List<String> WITHOUT_ACCOUNTS = List.of("u38", "u40", "u44", "u47");

    private static final int DEADLINE_DAYS = 75;
    private static final int LATE_DAYS = 40;

    /** When a clean-up has been decided upon for sure. */
    private static final int DECIDED_DAYS = 105;

    /** The papers of revisions are numbered after all others of the year. */
    private static final int NUMBERED_FROM = 500;

    private static final Scenario.NewMeasures REVISION = new Scenario.NewMeasures(
            1, ReviewRoute.OWN, Conclusion.CONFORMS, CaseEnd.ISSUED, false, false, Set.of(), null);

    private static final long PATIENCE_NANOS = 600_000_000_000L;

    /** One clean-up on its way. */
    private static final class Course {
        private final Scenario.CleanUp asked;
        private final List<Outcome> fates;
        private final List<String> units;
        private String campaign = "";
        private String brought = "";

        Course(Scenario.CleanUp asked, List<String> units) {
            this.asked = asked;
            this.fates = asked.fates();
            this.units = units;
        }

        String unit(int place) {
            return units.get(place % units.size());
        }

        String number(int place) {
            return "%s-%04d".formatted(campaign, place + 1);
        }

        List<String> numbers() {
            return IntStream.range(0, fates.size()).mapToObj(this::number).toList();
        }
    }

    private final Cast cast;
    private final Words words;
    private final ImportFiles files;
    private final Imports imports;
    private final Campaigns campaigns;
    private final LegacyCases cases;
    private final BulkActions bulk;
    private final Jobs jobs;
    private final Measures measures;
    private final Texts texts;
    private final Screenings screenings;
    private final Standards standards;
    private final NewMeasures newMeasures;
    private final LetterFile letters;
    private final LetterIssuing issuing;

    CleanUps(
            Cast cast,
            Words words,
            ImportFiles files,
            Imports imports,
            Campaigns campaigns,
            LegacyCases cases,
            BulkActions bulk,
            Jobs jobs,
            Measures measures,
            Texts texts,
            Screenings screenings,
            Standards standards,
            NewMeasures newMeasures,
            LetterFile letters,
            LetterIssuing issuing) {
        this.cast = cast;
        this.words = words;
        this.files = files;
        this.imports = imports;
        this.campaigns = campaigns;
        this.cases = cases;
        this.bulk = bulk;
        this.jobs = jobs;
        this.measures = measures;
        this.texts = texts;
        this.screenings = screenings;
        this.standards = standards;
        this.newMeasures = newMeasures;
        this.letters = letters;
        this.issuing = issuing;
    }

    List<Story> stories(Scenario scenario) {
        List<Story> stories = new ArrayList<>();
        for (Scenario.CleanUp asked : scenario.cleanUps()) {
            List<String> units = new ArrayList<>(words.units());
            units.addAll(WITHOUT_ACCOUNTS);
            Course course = new Course(
                    asked, units.subList(0, Math.min(units.size(), asked.fates().size())));
            stories.add(story(course));
            IntStream.range(0, course.fates.size())
                    .filter(place -> course.fates.get(place) == Outcome.REVISE)
                    .limit(asked.revised())
                    .forEach(place -> stories.add(revision(course, place)));
        }
        return stories;
    }

    /** A measure is written anew, examined as a new one and issued, which ends its case of the clean-up. */
    private Story revision(Course course, int place) {
        String title = title(course, place) + "（修订）";
        Story story = new Story("修订 " + title, course.asked.from().plusDays(DECIDED_DAYS));
        String unit = course.unit(place);
        MeasureCourse anew = new MeasureCourse(
                unit, title, words.topic(unit, place), words.clause(place), NUMBERED_FROM + place, null);
        newMeasures.tell(story, anew, REVISION);
        return story.then(
                        0,
                        "登记修订稿的审查",
                        () -> cast.answer(
                                course.number(place),
                                "Task_StartRevision",
                                cast.in(anew.unit, Role.DRAFTER),
                                Map.of("reviewCase", anew.number())))
                .then(
                        2,
                        "确认修订",
                        () -> cast.answer(
                                course.number(place),
                                "Task_ConfirmCleanup",
                                Cast.REVIEWER,
                                Map.of("done", true, "remark", "")));
    }

    private Story story(Course course) {
        Scenario.CleanUp asked = course.asked;
        Story story = new Story("清理 " + asked.title(), asked.from());
        story.then(0, "部署清理", () -> arrange(course));
        story.then(3, "提交清单和文本", () -> bring(course));
        story.then(0, "导入清单", () -> enter(course));
        story.then(1, "启动清理", () -> start(course));
        int onTime = Math.max(0, course.units.size() - asked.lateUnits());
        for (int place = 0; place < course.units.size(); place++) {
            int unit = place;
            int after = place == onTime ? LATE_DAYS : place % 3 == 0 ? 1 : 0;
            for (int number = place; number < course.fates.size(); number += course.units.size()) {
                int at = number;
                story.then(number == place ? after : Story.SOON, "逐条核查", () -> check(course, at));
            }
            story.then(0, "签署核查意见", () -> sign(course, course.units.get(unit)));
        }
        story.then(2, "核查清理意见", () -> review(course));
        story.then(4, "撤回不再需要的函件", () -> withdrawLetters(course));
        story.then(1, "决定清理结果", () -> decide(course));
        story.then(6, "公告并确认", () -> carryOut(course));
        story.then(DEADLINE_DAYS / 7, "公布目录", () -> publish(course));
        return story;
    }

    private void arrange(Course course) {
        List<String> made = new ArrayList<>();
        LocalDate today = cast.today();
        var objections = cast.as(
                Cast.OFFICE,
                () -> campaigns.make(
                        new CampaignDraft(
                                course.asked.kind(),
                                course.asked.title(),
                                "市人民政府及其部门印发、现行有效的" + what(course),
                                course.asked.cutOff(),
                                today.plusDays(DEADLINE_DAYS),
                                ResponsibilityRule.DRAFTER,
                                standards.regime(),
                                course.asked.sampling(),
                                course.units,
                                "襄公竞联办〔%d〕%d号"
                                        .formatted(
                                                today.getYear(),
                                                2 + course.asked.kind().ordinal()),
                                null),
                        cast.actor(Cast.OFFICE),
                        made));
        if (!objections.isEmpty()) {
            throw new ReplayFailed("The clean-up is not taken: " + objections);
        }
        course.campaign = made.get(0);
    }

    private static String what(Course course) {
        return course.asked.kind() == CampaignKind.FAIR_COMPETITION ? "涉及经营者经济活动的政策措施" : "行政规范性文件";
    }

    private void bring(Course course) {
        StringBuilder sheet = new StringBuilder(HEADS).append('\n');
        Map<String, String> bodies = new LinkedHashMap<>();
        for (int place = 0; place < course.fates.size(); place++) {
            String unit = cast.unitName(course.unit(place));
            String file = "文本%04d.txt".formatted(place);
            sheet.append("%d,%s,%s,%s,%s,%s,,,,,%s,%n"
                    .formatted(
                            place + 1,
                            title(course, place),
                            "襄%s〔%d〕%d号"
                                    .formatted(
                                            course.asked.kind() == CampaignKind.FAIR_COMPETITION ? "发" : "规",
                                            2016 + place % 6,
                                            place + 1),
                            place % 3 == 0 ? GOVERNMENT : unit,
                            unit,
                            "%d-05-08".formatted(2016 + place % 6),
                            file));
            bodies.put(file, text(course, place));
        }
        ImportFiles.Coming coming = new ImportFiles.Coming(
                "清单.csv",
                new ByteArrayResource(sheet.toString().getBytes(StandardCharsets.UTF_8)),
                "文本.zip",
                new ByteArrayResource(zip(bodies)),
                null);
        course.brought = cast.as(Cast.CLERK, () -> {
            try {
                ImportFiles.Taken taken = files.take(coming, campaigns.get(course.campaign), cast.actor(Cast.CLERK));
                Refusal refusal = taken.refusal();
                if (refusal != null) {
                    throw refusal;
                }
                return String.valueOf(taken.importId());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        awaitImport(course, LedgerImport.State.CHECKED);
    }

    private String title(Course course, int place) {
        String topics = words.topic(words.units().get(place % words.units().size()), place);
        String paper = course.asked.kind() == CampaignKind.FAIR_COMPETITION ? "措施" : "规范性文件";
        return "关于促进%s发展的第%d号%s".formatted(topics, place + 1, paper);
    }

    private String text(Course course, int place) {
        Outcome fate = course.fates.get(place);
        boolean restricts = fate == Outcome.REVISE || fate == Outcome.REPEAL;
        return """
                %s
                第一条 为促进有关行业健康发展，制定本文件（第%d号）。
                第二条 支持企业技术改造，按照设备投资额的百分之%d给予补助。
                第三条 %s。
                第四条 本文件自印发之日起施行。
                """
                .formatted(
                        title(course, place),
                        place + 1,
                        5 + place % 7,
                        restricts ? words.clause(place).clause() : "符合条件的各类经营者均可以申请，条件和结果向社会公开");
    }

    private static byte[] zip(Map<String, String> bodies) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> body : bodies.entrySet()) {
                zip.putNextEntry(new ZipEntry(body.getKey()));
                zip.write(body.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void awaitImport(Course course, LedgerImport.State state) {
        await(() -> {
            LedgerImport brought = imports.find(course.campaign, course.brought, cast.actor(Cast.CLERK))
                    .orElseThrow();
            if (brought.state() == LedgerImport.State.REFUSED) {
                throw new ReplayFailed("The list is not taken: " + brought.refusal());
            }
            return brought.state() == state;
        });
    }

    private void enter(Course course) {
        cast.as(Cast.CLERK, () -> imports.enter(course.brought, cast.actor(Cast.CLERK)))
                .ifPresent(CleanUps::refuse);
        awaitImport(course, LedgerImport.State.ENTERED);
    }

    private static void refuse(Refusal refusal) {
        throw refusal;
    }

    private void start(Course course) {
        cast.as(Cast.OFFICE, () -> campaigns.start(course.campaign, cast.actor(Cast.OFFICE)))
                .ifPresent(CleanUps::refuse);
        for (String number : course.numbers()) {
            await(() -> cases.get(number).stage() != LegacyStage.WAITING);
            await(() -> screenings
                    .of(cases.get(number).versionId().orElseThrow())
                    .filter(screening -> screening.state() == RunState.DONE)
                    .isPresent());
        }
    }

    /** The unit's own person, or who stands in for a unit without accounts. */
    private String who(String unitId, Role role, String otherwise) {
        return cast.has(unitId, role) ? cast.in(unitId, role) : otherwise;
    }

    private void check(Course course, int place) {
        String number = course.number(place);
        Outcome fate = course.fates.get(place);
        boolean restricts = fate == Outcome.REVISE || fate == Outcome.REPEAL;
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("findings", restricts ? List.of(finding(number, words.clause(place))) : List.of());
        proposal.put("hits", List.of());
        proposal.put("proposal", fate.name());
        proposal.put("proposalReason", fate == Outcome.KEEP ? "" : "内容已不符合现行要求。");
        cast.answer(
                number, "Task_CheckLegacyMeasure", who(cases.get(number).unitId(), Role.DRAFTER, Cast.CLERK), proposal);
    }

    private Map<String, Object> finding(String number, Clause clause) {
        ManifestEntry file = measures.version(cases.get(number).versionId().orElseThrow())
                .reviewedFiles()
                .get(0);
        int start = texts.fullText(file.sha256()).orElseThrow().indexOf(clause.clause());
        Map<String, Object> finding = new HashMap<>();
        finding.put("fileSha256", file.sha256());
        finding.put("address", "第三条");
        finding.put("startOffset", start);
        finding.put("endOffset", start + clause.clause().length());
        finding.put("quotation", clause.clause());
        finding.put("item", clause.item());
        finding.put("reason", clause.reason());
        finding.put("requiredChange", clause.change());
        finding.put("disposition", "CHANGE_REQUIRED");
        finding.put("dispositionNote", "");
        if (clause.specificOperator()) {
            finding.put("specificOperator", true);
        }
        return finding;
    }

    private void sign(Course course, String unit) {
        String head = who(unit, Role.UNITHEAD, "");
        List<String> kept = new ArrayList<>();
        for (LegacyCase each : inStage(course, LegacyStage.SIGNING)) {
            if (!each.unitId().equals(unit)) {
                continue;
            }
            if (!head.isEmpty() && isKept(each)) {
                kept.add(each.number());
            } else {
                cast.answer(
                        each.number(),
                        "Task_SignLegacyCheck",
                        head.isEmpty() ? Cast.SECTION_HEAD : head,
                        Map.of("agreed", true, "remark", ""));
            }
        }
        inBulk(course, BulkAction.SIGN, kept, head);
    }

    private static boolean isKept(LegacyCase each) {
        return each.proposal().filter(Outcome.KEEP::equals).isPresent();
    }

    private List<LegacyCase> inStage(Course course, LegacyStage stage) {
        return course.numbers().stream()
                .map(cases::get)
                .filter(each -> each.stage() == stage)
                .toList();
    }

    private static List<String> numbers(List<LegacyCase> all) {
        return all.stream().map(LegacyCase::number).toList();
    }

    private void inBulk(Course course, BulkAction action, List<String> numbers, String userId) {
        for (int from = 0; from < numbers.size(); from += BulkActions.MOST) {
            List<String> part = numbers.subList(from, Math.min(numbers.size(), from + BulkActions.MOST));
            Job asked =
                    cast.as(userId, () -> bulk.ask(campaigns.get(course.campaign), action, part, cast.actor(userId)));
            over(asked);
        }
    }

    private void over(Job asked) {
        await(() -> jobs.find(asked.id()).orElseThrow().state().isOver());
        if (jobs.find(asked.id()).orElseThrow().state() != Job.State.DONE) {
            throw new ReplayFailed("Long work of a clean-up has failed");
        }
    }

    private void review(Course course) {
        inBulk(course, BulkAction.TAKE_OVER, numbers(inStage(course, LegacyStage.REVIEWING)), Cast.REVIEWER);
        for (LegacyCase each : inStage(course, LegacyStage.REVIEWING)) {
            cast.answer(each.number(), "Task_ReviewProposal", Cast.REVIEWER, Map.of("agreed", true, "remark", ""));
        }
        for (LegacyCase each : inStage(course, LegacyStage.RECHECKING)) {
            cast.answer(
                    each.number(),
                    "Task_RecheckLegacyMeasure",
                    Cast.REVIEWER,
                    Map.of("findings", List.of(), "hits", List.of(), "agreed", true, "remark", ""));
        }
    }

    /** The letters that were wanted for units which have checked meanwhile. */
    private void withdrawLetters(Course course) {
        Actor head = cast.actor(Cast.SECTION_HEAD);
        letters.of(head).stream()
                .filter(line -> line.state() == LetterState.DRAFTING)
                .filter(line -> letters.find(line.number(), head)
                        .filter(letter -> course.campaign.equals(letter.origin().subject()))
                        .isPresent())
                .forEach(line -> cast.as(
                                Cast.SECTION_HEAD, () -> issuing.withdraw(line.number(), "该单位已完成逐条核查，不再发函。", head))
                        .ifPresent(CleanUps::refuse));
    }

    private void decide(Course course) {
        Map<String, List<String>> byHead = new LinkedHashMap<>();
        List<String> byPaper = new ArrayList<>();
        for (LegacyCase each : inStage(course, LegacyStage.DECIDING)) {
            LegacyCases.Decider decider = cases.decider(each);
            if (decider.role() == Role.CLERK) {
                byPaper.add(each.number());
            } else if (isKept(each)) {
                byHead.computeIfAbsent(who(decider.unitId(), Role.UNITHEAD, ""), head -> new ArrayList<>())
                        .add(each.number());
            } else {
                cast.answer(
                        each.number(),
                        "Task_DecideOutcome",
                        who(decider.unitId(), Role.UNITHEAD, ""),
                        Map.of(
                                "act",
                                "DECIDED",
                                "outcome",
                                each.proposal().orElseThrow().name()));
            }
        }
        byHead.forEach((head, kept) -> inBulk(course, BulkAction.DECIDE, kept, head));
        if (!byPaper.isEmpty()) {
            register(course, byPaper);
        }
    }

    private void register(Course course, List<String> byPaper) {
        DecisionPaper paper = new DecisionPaper(
                "襄政发〔%d〕%d号"
                        .formatted(
                                cast.today().getYear(), 9 + course.asked.kind().ordinal()),
                cast.today(),
                cast.upload(Cast.CLERK, Cast.REGULATOR, "关于清理结果的决定", "关于清理结果的决定（" + course.campaign + "）"));
        List<Job> asked = new ArrayList<>();
        cast.as(
                        Cast.CLERK,
                        () -> bulk.register(
                                campaigns.get(course.campaign), paper, byPaper, cast.actor(Cast.CLERK), asked::add))
                .ifPresent(CleanUps::refuse);
        over(asked.get(0));
    }

    private void carryOut(Course course) {
        for (LegacyCase each : inStage(course, LegacyStage.ANNOUNCING)) {
            cast.answer(
                    each.number(),
                    "Task_RegisterAnnouncement",
                    who(each.unitId(), Role.DRAFTER, Cast.CLERK),
                    Map.of(
                            "announcementNumber",
                                    "公告〔%d〕3号".formatted(cast.today().getYear()),
                            "announcedOn", cast.today().toString(),
                            "announcementLink", ""));
            cast.answer(each.number(), "Task_ConfirmCleanup", Cast.REVIEWER, Map.of("done", true, "remark", ""));
        }
    }

    private void publish(Course course) {
        cast.answer(
                course.campaign,
                "Task_PublishCatalogue",
                Cast.OFFICE,
                Map.of(
                        "publishedOn", cast.today().toString(),
                        "catalogueNumber",
                                "襄公竞联办〔%d〕%d号"
                                        .formatted(
                                                cast.today().getYear(),
                                                8 + course.asked.kind().ordinal()),
                        "catalogueLink", ""));
    }

    /** Waits for what the product does by itself, in the machine's time. */
    private static void await(BooleanSupplier done) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new ReplayFailed("What the product does by itself was not done in time");
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ReplayFailed("Interrupted");
            }
        }
    }
}
