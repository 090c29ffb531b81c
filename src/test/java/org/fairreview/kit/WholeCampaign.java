package org.fairreview.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.fairreview.cleanup.BulkAction;
import org.fairreview.cleanup.BulkActions;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.DecisionPaper;
import org.fairreview.cleanup.LegacyCase;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.cleanup.LegacyStage;
import org.fairreview.cleanup.Outcome;
import org.fairreview.cleanup.intake.ImportFiles;
import org.fairreview.cleanup.intake.Imports;
import org.fairreview.cleanup.intake.LedgerImport;
import org.fairreview.cleanup.work.Job;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ByteArrayResource;

/**
 * A whole clean-up, from the units' spreadsheet to the published catalogue: measures of many units with texts made for it, a few
 * of which restrict competition or are out of date, some issued by the government, checked, signed, drawn, reviewed, decided
 * and carried out by the people whose work that is.
 */
@TestComponent
public class WholeCampaign {

    private static final String GOVERNMENT = "襄阳市人民政府";
    private static final String CLERK = LegacyCampaign.CLERK;
    private static final String REVIEWER = LegacyCampaign.REVIEWER;
    private static final String RESTRICTION = "申请企业应当在本市注册登记，并在本市连续纳税满三年";
    private static final List<String> FIELDS = List.of("物流", "会展", "家政", "种业", "软件", "文旅", "康养", "建材");

    /** What came of it, by outcome, and how many were drawn, given back, and done in bulk. */
    public record Result(
            String campaign, Map<Outcome, Integer> expected, Map<Outcome, Integer> outcomes, int drawn, int inBulk) {}

    private final LegacyCampaign legacy;
    private final ProcessDriver process;
    private final Submitting submitting;
    private final ImportFiles files;
    private final Imports imports;
    private final Campaigns campaigns;
    private final LegacyCases cases;
    private final BulkActions bulk;
    private final Directory directory;
    private final Units units;
    private final Clock clock;

    WholeCampaign(
            LegacyCampaign legacy,
            ProcessDriver process,
            Submitting submitting,
            ImportFiles files,
            Imports imports,
            Campaigns campaigns,
            LegacyCases cases,
            BulkActions bulk,
            Directory directory,
            Units units,
            Clock clock) {
        this.legacy = legacy;
        this.process = process;
        this.submitting = submitting;
        this.files = files;
        this.imports = imports;
        this.campaigns = campaigns;
        this.cases = cases;
        this.bulk = bulk;
        this.directory = directory;
        this.units = units;
        this.clock = clock;
    }

    /** What the text of a measure is like, by its place: most are without fault. */
    private static Outcome fate(int place) {
        return switch (place % 20) {
            case 7 -> Outcome.REVISE;
            case 13 -> Outcome.REPEAL;
            case 17 -> Outcome.LAPSE;
            case 19 -> place % 60 == 19 ? Outcome.SUSPEND : Outcome.KEEP;
            default -> Outcome.KEEP;
        };
    }

    private static String text(int place, String mark) {
        String field = FIELDS.get(place % FIELDS.size());
        String restriction = fate(place) == Outcome.REVISE || fate(place) == Outcome.REPEAL
                ? "第三条 " + RESTRICTION + "。\n"
                : "第三条 符合条件的各类经营者均可以申请，条件和结果向社会公开。\n";
        return "关于促进%s业发展的第%d号措施（%s）\n第一条 为促进%s业健康发展，制定本措施。\n第二条 支持%s企业技术改造，按照设备投资额的百分之%d给予补助。\n%s第四条 本措施自印发之日起施行。\n"
                .formatted(field, place, mark, field, field, 5 + place % 7, restriction);
    }

    /** Carries the clean-up through. */
    public Result run(int many, List<String> unitIds, int samplingShare) {
        String campaign = legacy.arrange(samplingShare, unitIds.toArray(String[]::new));
        List<String> numbers = bring(campaign, many, unitIds);
        legacy.start(campaign);
        numbers.forEach(legacy::awaitOpen);
        numbers.forEach(legacy::awaitScreened);
        Map<Outcome, Integer> expected = new EnumMap<>(Outcome.class);
        for (int place = 0; place < many; place++) {
            expected.merge(fate(place), 1, Integer::sum);
            check(numbers.get(place), place);
        }
        sign(numbers);
        review(numbers);
        decide(campaign, numbers);
        carryOut(numbers);
        legacy.publish(campaign);

        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        List<LegacyCase> all = numbers.stream().map(cases::get).toList();
        all.forEach(each -> outcomes.merge(each.outcome().orElseThrow(), 1, Integer::sum));
        return new Result(
                campaign, expected, outcomes, count(all, LegacyCase::isSampled), count(all, LegacyCase::isTakenInBulk));
    }

    private static int count(List<LegacyCase> all, Predicate<LegacyCase> which) {
        return (int) all.stream().filter(which).count();
    }

    private List<String> bring(String campaign, int many, List<String> unitIds) {
        List<List<String>> lines = new ArrayList<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (int place = 0; place < many; place++) {
            String unit = units.name(unitIds.get(place % unitIds.size()));
            List<String> line = LegacyFiles.line(
                    "关于促进%s业发展的第%d号措施（%s）".formatted(FIELDS.get(place % FIELDS.size()), place, campaign),
                    "襄测发〔2021〕%d号（%s）".formatted(place, campaign),
                    "文本%04d.txt".formatted(place));
            line.set(3, place % 3 == 0 ? GOVERNMENT : unit);
            line.set(4, unit);
            lines.add(line);
            texts.put("文本%04d.txt".formatted(place), text(place, campaign));
        }
        String id = take(campaign, LegacyFiles.workbook(lines), LegacyFiles.zip(texts));
        await(campaign, id, LedgerImport.State.CHECKED);
        process.as(CLERK, () -> imports.enter(id, process.actor(CLERK))).ifPresent(refusal -> {
            throw refusal;
        });
        await(campaign, id, LedgerImport.State.ENTERED);
        return IntStream.rangeClosed(1, many)
                .mapToObj(place -> "%s-%04d".formatted(campaign, place))
                .toList();
    }

    private String take(String campaign, byte[] sheet, byte[] texts) {
        ImportFiles.Coming coming = new ImportFiles.Coming(
                "清单.xlsx", new ByteArrayResource(sheet), "文本.zip", new ByteArrayResource(texts), null);
        ImportFiles.Taken taken = process.as(CLERK, () -> {
            try {
                return files.take(coming, campaigns.get(campaign), process.actor(CLERK));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        if (taken.importId() == null) {
            throw new AssertionError(String.valueOf(taken.refusal()));
        }
        return taken.importId();
    }

    private void await(String campaign, String id, LedgerImport.State state) {
        LegacyCampaign.await(() -> {
            LedgerImport brought =
                    imports.find(campaign, id, process.actor(CLERK)).orElseThrow();
            if (brought.state() == LedgerImport.State.REFUSED) {
                throw new AssertionError(String.valueOf(brought.refusal()));
            }
            return brought.state() == state;
        });
    }

    /** Who does a task of the unit: its own person, or who stands in for a unit without accounts. */
    private String who(String unitId, Role role, String otherwise) {
        if (unitId.equals(LegacyCampaign.UNIT)) {
            return role == Role.DRAFTER ? LegacyCampaign.DRAFTER : LegacyCampaign.HEAD;
        }
        return directory.holdersOf(role, unitId).stream()
                .findFirst()
                .map(Person::userId)
                .orElse(otherwise);
    }

    private void check(String number, int place) {
        Outcome fate = fate(place);
        List<Map<String, Object>> findings = fate == Outcome.REVISE || fate == Outcome.REPEAL
                ? List.of(legacy.finding(number, RESTRICTION, "CHANGE_REQUIRED"))
                : List.of();
        process.answer(
                number,
                LegacyCampaign.CHECK,
                who(cases.get(number).unitId(), Role.DRAFTER, CLERK),
                LegacyCampaign.proposal(fate.name(), fate == Outcome.KEEP ? "" : "不再符合要求。", findings));
    }

    private void sign(List<String> numbers) {
        Map<String, List<String>> inBulk = new LinkedHashMap<>();
        for (String number : numbers) {
            String unit = cases.get(number).unitId();
            String head = who(unit, Role.UNITHEAD, "");
            boolean kept =
                    cases.get(number).proposal().filter(Outcome.KEEP::equals).isPresent();
            if (!head.isEmpty() && kept) {
                inBulk.computeIfAbsent(head, each -> new ArrayList<>()).add(number);
            } else {
                process.answer(
                        number,
                        LegacyCampaign.SIGN,
                        head.isEmpty() ? "liufang" : head,
                        Map.of("agreed", true, "remark", ""));
            }
        }
        inBulk.forEach((head, signed) -> done(legacy.inBulk(BulkAction.SIGN, signed, head)));
    }

    private void review(List<String> numbers) {
        over(legacy.takeOver(inStage(numbers, LegacyStage.REVIEWING)));
        inStage(numbers, LegacyStage.REVIEWING).forEach(number -> legacy.review(number, true));
        inStage(numbers, LegacyStage.RECHECKING).forEach(number -> legacy.recheck(number, true));
    }

    private void decide(String campaign, List<String> numbers) {
        Map<String, List<String>> byHead = new LinkedHashMap<>();
        List<String> byPaper = new ArrayList<>();
        for (String number : inStage(numbers, LegacyStage.DECIDING)) {
            LegacyCase each = cases.get(number);
            LegacyCases.Decider decider = cases.decider(each);
            if (decider.role() == Role.CLERK) {
                byPaper.add(number);
            } else if (each.proposal().filter(Outcome.KEEP::equals).isPresent()) {
                byHead.computeIfAbsent(who(decider.unitId(), Role.UNITHEAD, ""), head -> new ArrayList<>())
                        .add(number);
            } else {
                process.answer(
                        number,
                        LegacyCampaign.DECIDE,
                        who(decider.unitId(), Role.UNITHEAD, ""),
                        Map.of(
                                "act",
                                "DECIDED",
                                "outcome",
                                each.proposal().orElseThrow().name()));
            }
        }
        byHead.forEach((head, kept) -> done(legacy.inBulk(BulkAction.DECIDE, kept, head)));
        DecisionPaper paper = new DecisionPaper(
                "襄政发〔2026〕9号",
                LocalDate.now(clock),
                submitting.upload(CLERK, "u01", "关于清理结果的决定.txt", "关于清理结果的决定（" + campaign + "）"));
        List<Job> asked = new ArrayList<>();
        process.as(
                        CLERK,
                        () -> bulk.register(campaigns.get(campaign), paper, byPaper, process.actor(CLERK), asked::add))
                .ifPresent(refusal -> {
                    throw refusal;
                });
        done(asked.get(0).id());
    }

    private void carryOut(List<String> numbers) {
        for (String number : inStage(numbers, LegacyStage.ANNOUNCING)) {
            process.answer(
                    number,
                    LegacyCampaign.ANNOUNCE,
                    who(cases.get(number).unitId(), Role.DRAFTER, CLERK),
                    Map.of(
                            "announcementNumber", "公告〔2026〕3号",
                            "announcedOn", LocalDate.now(clock).toString(),
                            "announcementLink", ""));
            legacy.confirm(number, true);
        }
    }

    private List<String> inStage(List<String> numbers, LegacyStage stage) {
        return numbers.stream()
                .filter(number -> cases.get(number).stage() == stage)
                .toList();
    }

    private void over(String work) {
        LegacyCampaign.await(() -> legacy.isOver(work));
        if (!legacy.isDone(work)) {
            throw new AssertionError("Long work has failed");
        }
    }

    /** Nothing of it may be refused. */
    private void done(String work) {
        over(work);
        List<String> refused = legacy.refusedIn(work);
        if (!refused.isEmpty()) {
            throw new AssertionError(refused.toString());
        }
    }
}
