package org.fairreview.supervision.spotcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.kit.Correspondence;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SpotChecking;
import org.fairreview.kit.TestClock.MovableClock;
import org.fairreview.kit.Web;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Spot checks from the plan to the report, through the forms that people use. */
@ProductTest
class SpotCheckStoryTests {

    @Autowired
    SpotChecking spots;

    @Autowired
    ProcessDriver process;

    @Autowired
    SpotChecks checks;

    @Autowired
    Populations populations;

    @Autowired
    Inspections inspections;

    @Autowired
    SpotReports reports;

    @Autowired
    SpotFigures figures;

    @Autowired
    Correspondence letters;

    @Autowired
    FileStore files;

    @Autowired
    AuditTrail trail;

    @Autowired
    MovableClock clock;

    @Autowired
    Web web;

    @TempDir
    Path folder;

    @Test
    void the_population_is_on_record_before_there_is_a_seed_and_both_give_the_sample_again() throws Exception {
        String word = spots.word();
        spots.measures(word, 12);
        String number = spots.planned(spots.plan(word, 4, null));
        assertThatThrownBy(() -> spots.signPlanAs(number, SpotChecking.PLANNER)).isNotNull();
        spots.signPlan(number, true);
        spots.fix(number, false, List.of(SpotChecking.target("关于%s第3件的若干措施".formatted(word))));
        assertThat(spots.get(number).seed()).isEmpty();
        FixedPopulation fixed = spots.get(number).population().orElseThrow();
        assertThat(fixed.size()).as("what is named stands apart").isEqualTo(11);
        spots.draw(number, "");

        List<String> acts = trail.of(number).stream().map(AuditEntry::act).toList();
        assertThat(acts.indexOf("spotcheck.populationFixed")).isBetween(0, acts.indexOf("spotcheck.drawn") - 1);
        assertThat(populations.draw(number, "", "", SpotChecking.PLANNER).map(Refusal::key))
                .as("there is no second draw")
                .contains("task.doneByOther");
        List<SpotItem> items = spots.items(number);
        assertThat(items).hasSize(5);
        assertThat(items.get(4).isTargeted()).isTrue();
        PopulationFile list =
                PopulationFile.parse(text(populations.fileOf(spots.get(number)).orElseThrow()));
        assertThat(list.digest()).isEqualTo(fixed.digest());
        assertThat(items.subList(0, 4).stream().map(item -> item.listNumber().orElseThrow()))
                .containsExactlyElementsOf(list.draw(4, spots.get(number).seed().orElseThrow(), null).stream()
                        .map(PopulationFile.Line::number)
                        .toList());
    }

    /** The real main class in a process of its own, as an outsider runs it. */
    @Test
    void the_command_of_the_product_draws_what_the_product_drew() throws Exception {
        String word = spots.word();
        spots.measures(word, 9);
        String number = spots.planned(spots.plan(word, 4, Stratum.UNIT));
        spots.signPlan(number, true);
        spots.fix(number, false, List.of());
        spots.draw(number, "");
        Path file = folder.resolve("population-%s.txt".formatted(number));
        Files.writeString(file, text(populations.fileOf(spots.get(number)).orElseThrow()));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.fairreview.Application"));
        String shown = SpotFigures.command(spots.get(number));
        command.addAll(List.of(shown.substring(shown.indexOf(" draw ") + 1).split(" ")));
        Process run = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("complaints").toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .start();

        assertThat(run.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(run.exitValue())
                .as(Files.readString(folder.resolve("complaints")))
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("out")))
                .extracting(line -> line.substring(0, 5))
                .containsExactlyElementsOf(spots.items(number).stream()
                        .map(item -> item.listNumber().orElseThrow())
                        .toList());
    }

    @Test
    void a_public_number_is_announced_before_and_taken_after_it_is_known() {
        String word = spots.word();
        spots.measures(word, 3);
        LocalDate known = spots.today().plusDays(3);
        String number = spots.planned(spots.plan(word, 1, null, known));
        String tooLate = spots.planned(spots.plan(word, 1, null, known));
        String signedLate = spots.planned(spots.plan(word, 1, null, known));
        spots.signPlan(number, true);
        spots.signPlan(tooLate, true);
        spots.fix(number, false, List.of());
        assertThatThrownBy(() -> spots.draw(number, "0312172533"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("spotcheck.seedTooEarly"));
        clock.advance(Duration.ofDays(3));
        try {
            assertThatThrownBy(() -> spots.fix(tooLate, false, List.of()))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("spotcheck.fixedAfterSeed"));
            assertThatThrownBy(() -> spots.signPlan(signedLate, true))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("spotcheck.signedAfterSeed"));
            assertThatThrownBy(() -> spots.draw(number, "第0312172533期"))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("spotcheck.seedMissing"));
            spots.draw(number, "0312 1725 33");
            assertThatThrownBy(() -> spots.giveUp(tooLate, " "))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.field())
                            .isEqualTo("giveUpReason"));
            spots.giveUp(tooLate, "公开数字公布之前没有固定名单。");
        } finally {
            clock.reset();
        }

        assertThat(spots.get(number).seed()).contains("0312172533");
        assertThat(spots.items(number)).hasSize(1);
        assertThat(spots.get(tooLate).state()).isEqualTo(SpotCheck.State.GIVEN_UP);
        assertThat(web.session(SpotChecking.PLANNER)
                        .get("/spot-checks/" + tooLate)
                        .body())
                .contains("已终止", "公开数字公布之前没有固定名单。");
    }

    @Test
    void a_list_that_is_brought_is_drawn_from_too_and_what_the_register_knows_stands_there_once() {
        String word = spots.word();
        spots.measures(word, 2);
        String number = spots.planned(spots.plan(word, 10, null));
        spots.signPlan(number, true);
        String csv = "政策措施名称,文号,责任单位,印发日期\n关于%s第1件的若干措施,,,\n关于网约车的通知%s,襄交发〔2024〕1号,某镇,2024/5/6\n".formatted(word, word);
        assertThat(populations.bring(number, "名单.csv", csv.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(populations
                        .bring(number, "名单.csv", "甲,乙\n丙,丁\n".getBytes(StandardCharsets.UTF_8))
                        .map(Refusal::key))
                .contains("spotcheck.list.headMissing");
        spots.fix(number, true, List.of());
        spots.draw(number, "");

        assertThat(spots.get(number).population().orElseThrow().size()).isEqualTo(3);
        SpotItem paper = spots.items(number).stream()
                .filter(item -> item.measureId().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(paper.unitName()).isEqualTo("某镇");
        assertThat(paper.issuedOn()).contains(LocalDate.of(2024, 5, 6));
        Map<String, Object> finding = Map.of(
                "fileSha256", "",
                "address", "第一条",
                "startOffset", -1,
                "endOffset", -1,
                "quotation", "外地车辆不得进入。",
                "item", "9(1)",
                "reason", "限制外地经营者。",
                "requiredChange", "删除。");
        spots.record(paper.number(), SpotChecking.FIRST, "NOT_REVIEWED", List.of(finding));
        assertThat(inspections.findingsOf(paper.number())).hasSize(1);
    }

    @Test
    void two_people_record_and_neither_twice_and_the_section_head_decides_where_they_disagree() {
        String word = spots.word();
        spots.measures(word, 1);
        String number = spots.drawn(word, 1);
        String item = spots.items(number).get(0).number();
        spots.record(item, SpotChecking.FIRST, "FOLLOWED", List.of(spots.finding(item)));
        assertThat(web.session(SpotChecking.SECOND)
                        .get("/spot-checks/%s/items/1".formatted(number))
                        .body())
                .as("the first record is not shown before the second")
                .doesNotContain("第一条限制企业迁移。");
        assertThat(inspections
                        .record(item, ProcedureVerdict.FOLLOWED, "再记录一次。", List.of(), SpotChecking.FIRST)
                        .map(Refusal::key))
                .contains("spotcheck.sameInspector");
        spots.record(item, SpotChecking.SECOND, "FOLLOWED", List.of());
        assertThat(inspections.get(item).state()).isEqualTo(SpotItem.State.DISAGREED);
        spots.decide(item, true);

        assertThat(inspections.get(item).state()).isEqualTo(SpotItem.State.INSPECTED);
        assertThat(inspections.findingsOf(item)).allMatch(SpotFinding::isStanding);
    }

    @Test
    void the_same_problem_found_by_both_stands_once_and_the_unit_gets_a_letter_about_it() {
        String word = spots.word();
        spots.measures(word, 2);
        String number = spots.drawn(word, 2);
        spots.items(number).forEach(item -> spots.found(item.number()));
        process.runJobs(number);

        List<SpotLetter> wanted = inspections.lettersOf(number);
        assertThat(wanted).hasSize(1);
        var letter = letters.get(wanted.get(0).letterNumber());
        assertThat(letter.kind()).isEqualTo("rectification");
        assertThat(letter.origin().subject()).isEqualTo(number);
        assertThat(letter.addresseeUnitId()).contains("u02");
        assertThat(figures.of(spots.get(number)).findings()).isEqualTo(2);
        assertThat(figures.of(spots.get(number)).withProblems()).isEqualTo(2);
    }

    @Test
    void a_late_inspection_is_noted_and_goes_on() {
        String word = spots.word();
        spots.measures(word, 1);
        String number = spots.drawn(word, 1);
        assertThat(process.timersDue(number)).isNotEmpty();
        process.fireTimers(number);

        assertThat(spots.get(number).lateSince()).isPresent();
        assertThat(web.session("liufang").get("/spot-checks/" + number).body()).contains("检查逾期");
        spots.clean(spots.items(number).get(0).number());
        assertThat(spots.get(number).state()).isEqualTo(SpotCheck.State.REPORTING);
    }

    /** Measures 39: to the own government and to the next-higher regulator, and no end without. */
    @Test
    void article_39_a_spot_check_does_not_close_before_both_addressees_have_the_report() throws IOException {
        String number = reported();
        spots.signReport(number, true);
        assertThat(close(number)).contains("spotcheck.notReported");
        spots.toGovernment(number);
        assertThat(close(number)).as("one of two").contains("spotcheck.notReported");
        assertThat(process.isOver(number)).isFalse();
        spots.toHigher(number);
        spots.publish(number);

        SpotCheck check = spots.get(number);
        assertThat(check.state()).isEqualTo(SpotCheck.State.CLOSED);
        assertThat(process.isOver(number)).isTrue();
        String paper =
                word(files.find(check.reportDocument().orElseThrow().fileId()).orElseThrow());
        assertThat(paper)
                .contains("襄阳市人民政府", "湖北省市场监督管理局", "基本情况", "存在的问题", "下一步工作安排")
                .contains("总体1件，随机抽取1件")
                .contains(check.population().orElseThrow().digest())
                .contains(check.seed().orElseThrow())
                .contains(SpotFigures.command(check));
        assertThat(check.reportDocument().orElseThrow().documentNumber()).matches("市监抽查报〔\\d{4}〕\\d+号");
    }

    /** Q&A no 55: the report is the regulator's own, and holds basic situation, problems, next steps. */
    @Test
    void article_39_the_report_is_the_regulator_s_own_and_says_three_things() {
        String number = inspected();
        assertThat(draft(number, "pinggu", "情况", "问题", "安排")).contains("spotcheck.reportNotOwn");
        assertThat(draft(number, "chenyu", "情况", "问题", "安排")).contains("spotcheck.reportNotOwn");
        assertThat(draft(number, "zhaolei", "", "问题", "安排")).contains("spotcheck.situationMissing");
        assertThat(draft(number, "zhaolei", "情况", "", "安排")).contains("spotcheck.problemsMissing");
        assertThat(draft(number, "zhaolei", "情况", "问题", "")).contains("spotcheck.nextStepsMissing");
        assertThat(reports.draft(number, "情况", "问题", "安排", "襄阳市人民政府", "", "zhaolei")
                        .map(Refusal::key))
                .contains("spotcheck.higherMissing");
        assertThat(draft(number, "zhaolei", "情况", "问题", "安排")).isEmpty();
    }

    private java.util.Optional<String> draft(String number, String by, String situation, String problems, String next) {
        return reports.draft(number, situation, problems, next, "襄阳市人民政府", "湖北省市场监督管理局", by)
                .map(Refusal::key);
    }

    private java.util.Optional<String> close(String number) {
        return reports.close(number, false, null, "", "不公布。", SpotChecking.PLANNER)
                .map(Refusal::key);
    }

    private String inspected() {
        String word = spots.word();
        spots.measures(word, 1);
        String number = spots.drawn(word, 1);
        spots.clean(spots.items(number).get(0).number());
        return number;
    }

    private String reported() {
        String number = inspected();
        spots.draft(number);
        return number;
    }

    private String text(StoredFile file) {
        return new String(files.bytes(file.sha256()), StandardCharsets.UTF_8);
    }

    private String word(StoredFile file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(files.bytes(file.sha256())));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }
}
