package org.fairreview.cleanup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fairreview.audit.AuditTrail;
import org.fairreview.cleanup.LegacyCase;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.cleanup.MeasureInForce;
import org.fairreview.cleanup.MeasuresInForce;
import org.fairreview.cleanup.intake.Imports.Part;
import org.fairreview.kit.LegacyCampaign;
import org.fairreview.kit.LegacyFiles;
import org.fairreview.kit.LegacyImports;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.Measure;
import org.fairreview.measure.Measures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An office's spreadsheet and its folder of texts come into a clean-up. */
@ProductTest
class ImportStoryTests {

    private static final String CLERK = LegacyCampaign.CLERK;
    private static final String BODY = "第一条 本市企业在项目申报中予以优先支持%s。\n第二条 本措施自印发之日起施行，由市发展和改革委员会负责解释。";

    @Autowired
    LegacyImports lists;

    @Autowired
    Imports imports;

    @Autowired
    IntakeWorkbook workbook;

    @Autowired
    IntakeTexts texts;

    @Autowired
    LegacyCampaign legacy;

    @Autowired
    LegacyCases cases;

    @Autowired
    MeasuresInForce register;

    @Autowired
    Measures measures;

    @Autowired
    AuditTrail trail;

    @Autowired
    ProcessDriver process;

    @Autowired
    JdbcClient jdbc;

    @Value("${fairreview.data}")
    Path data;

    @Test
    void valid_lines_are_taken_over_once_and_wrong_ones_come_back_with_their_errors() throws IOException {
        String campaign = legacy.arrange(0, LegacyCampaign.UNIT, "u03");
        String mark = campaign.replace("420600-QL-", "襄发改测〔") + "〕";
        List<List<String>> lines = new ArrayList<>(List.of(
                LegacyFiles.line("关于甲的措施" + mark, mark + "1号", "甲"),
                LegacyFiles.line("=关于乙的措施" + mark, "", ""),
                LegacyFiles.line("", mark + "3号", "没有.txt"),
                LegacyFiles.line("关于丁的措施" + mark, mark + "1号", "乙/丁.txt"),
                LegacyFiles.line("关于戊的措施" + mark, mark + "5号", "戊.txt"),
                LegacyFiles.line("关于己的措施" + mark, mark + "6号", "己.txt"),
                LegacyFiles.line("关于庚的措施" + mark, mark + "7号", "庚.zip"),
                LegacyFiles.line("关于辛的措施" + mark, mark + "8号", "")));
        lines.get(3).set(5, "2021-02-30");
        lines.get(7).set(3, "襄阳市人民政府");
        Map<String, byte[]> folder = new LinkedHashMap<>();
        folder.put("文本/甲.txt", text(mark));
        folder.put("乙/丁.txt", text(mark + "丁"));
        folder.put("戊.txt", ("机密★5年\n" + BODY).getBytes(Charset.forName("GBK")));
        folder.put("己.txt", text(mark));
        folder.put("庚.zip", new byte[] {'P', 'K'});
        folder.put("多余.docx", new byte[] {1});
        byte[] archive = LegacyFiles.zip(Charset.forName("GBK"), folder);

        LedgerImport trial = bring(campaign, CLERK, "清单.xlsx", LegacyFiles.workbook(lines), archive, null);

        assertThat(trial.state()).isEqualTo(LedgerImport.State.CHECKED);
        assertThat(List.of(trial.lines(), trial.valid(), trial.known(), trial.wrong(), trial.leftOver()))
                .containsExactly(8, 3, 0, 5, 1);
        assertThat(said(trial, Part.WRONG))
                .containsExactly(
                        "4 TITLE intake.missing",
                        "4 FILE intake.file.absent",
                        "5 ISSUED_ON intake.day.impossible",
                        "5 DOCUMENT_NUMBER intake.twice.number",
                        "6 FILE intake.file.classified",
                        "7 FILE intake.twice.text",
                        "8 FILE intake.file.archive");
        assertThat(imports.leftOver(trial, 10))
                .extracting(Imports.LeftOver::name)
                .containsExactly("多余.docx");
        assertThat(register.withNumbers("r420600", List.of(mark + "1号"))).isEmpty();
        assertThat(data.resolve("imports").resolve(trial.id())).doesNotExist();
        assertThat(jdbc.sql("select count(*) from stored_file where name = '戊.txt'")
                        .query(Integer.class)
                        .single())
                .isZero();

        XSSFSheet marked = marked(trial);
        assertThat(marked.getRow(4).getCell(5).getCellComment().getString().getString())
                .contains("没有“2021-02-30”这一天");
        assertThat(marked.getRow(4).getCell(12).getStringCellValue())
                .contains("印发日期：")
                .contains("文号：与第 2 行");
        assertThat(marked.getRow(2).getCell(1).getStringCellValue()).startsWith("=关于乙");
        assertThat(marked.getRow(2).getCell(1).getCellStyle().getQuotePrefixed())
                .isTrue();
        assertThat(marked.getRow(2).getCell(12).getStringCellValue()).isEqualTo("可导入");

        assertThat(process.as(CLERK, () -> imports.enter(trial.id(), process.actor(CLERK))))
                .isEmpty();
        LedgerImport entered = awaitOver(campaign, CLERK, trial.id());
        assertThat(entered.state()).isEqualTo(LedgerImport.State.ENTERED);
        assertThat(entered.entered()).isEqualTo(3);
        MeasureInForce first = only(mark + "1号");
        LegacyCase legacyCase =
                cases.ofMeasure(first.measureId(), process.actor(CLERK)).get(0);
        assertThat(legacyCase.number()).isEqualTo(campaign + "-0001");
        assertThat(legacyCase.versionId()).isEqualTo(first.versionId()).isPresent();
        assertThat(legacyCase.issuerUnitId()).contains(LegacyCampaign.UNIT);
        legacy.awaitScreened(legacyCase.number());
        Measure measure = measures.get(first.measureId());
        assertThat(measure.facts().issuance()).isEqualTo(Issuance.DEPARTMENT);
        assertThat(measures.version(first.versionId().orElseThrow()).manifest())
                .singleElement()
                .satisfies(file -> assertThat(file.fileName()).isEqualTo("甲.txt"));
        assertThat(first.nextEvaluationOn().orElseThrow().getMonthValue()).isEqualTo(5);
        MeasureInForce last = only(mark + "8号");
        assertThat(last.versionId()).isEmpty();
        assertThat(last.issuerUnitId()).isEmpty();
        assertThat(measures.get(last.measureId()).facts().issuance()).isEqualTo(Issuance.GOVERNMENT);
        assertThat(jdbc.sql("select details from audit_entry where subject = ? and act = 'trace.file'")
                        .param(legacyCase.number())
                        .query(String.class)
                        .single())
                .contains("甲.txt");
        assertThat(trail.of(campaign))
                .filteredOn(entry -> entry.act().startsWith("intake."))
                .extracting(entry -> entry.act())
                .containsExactly("intake.brought", "intake.checked", "intake.entryAsked", "intake.entered");

        for (String again : List.of("清单.xlsx", "清单.csv")) {
            byte[] same = again.endsWith(".csv")
                    ? LegacyFiles.csv(lines, ';', Charset.forName("GB18030"))
                    : LegacyFiles.workbook(lines);
            LedgerImport second = bring(campaign, CLERK, again, same, archive, null);
            assertThat(List.of(second.valid(), second.known(), second.wrong())).containsExactly(0, 3, 5);
            process.as(CLERK, () -> imports.enter(second.id(), process.actor(CLERK)));
            assertThat(awaitOver(campaign, CLERK, second.id()).entered()).isZero();
        }
        assertThat(jdbc.sql("select count(*) from legacy_case where campaign_number = ?")
                        .param(campaign)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void a_corrected_list_uses_the_archive_again_and_what_is_in_the_register_only_joins() throws IOException {
        String campaign = legacy.arrange(0);
        String mark = campaign.replace("420600-QL-", "襄发改续〔") + "〕";
        MeasureInForce present = legacy.measure(LegacyCampaign.UNIT, LegacyCampaign.UNIT, "关于已有的措施" + mark, null);
        List<List<String>> lines = List.of(
                LegacyFiles.line("关于新的措施" + mark, mark + "1号", "新文.txt"),
                LegacyFiles.line("关于已有的措施", present.documentNumber(), ""));
        byte[] archive = LegacyFiles.zip(Map.of("新文本.txt", BODY.formatted(mark)));
        LedgerImport wrong = bring(campaign, CLERK, "清单.xlsx", LegacyFiles.workbook(lines), archive, null);
        assertThat(said(wrong, Part.WRONG)).containsExactly("2 FILE intake.file.absent");
        assertThat(imports.textsOf(wrong)).isPresent();

        lines.get(0).set(10, "新文本.txt");
        LedgerImport right = bring(campaign, CLERK, "清单.xlsx", LegacyFiles.workbook(lines), null, wrong.id());
        assertThat(List.of(right.valid(), right.known(), right.wrong())).containsExactly(1, 1, 0);
        legacy.enter(campaign, legacy.measure(LegacyCampaign.UNIT, LegacyCampaign.UNIT, "关于开始的措施" + mark, null));
        legacy.start(campaign);
        process.as(CLERK, () -> imports.enter(right.id(), process.actor(CLERK)));

        LedgerImport entered = awaitOver(campaign, CLERK, right.id());
        assertThat(List.of(entered.entered(), entered.taken())).containsExactly(1, 1);
        assertThat(imports.textsOf(entered)).isEmpty();
        LegacyCase joined =
                cases.ofMeasure(present.measureId(), process.actor(CLERK)).get(0);
        legacy.awaitOpen(joined.number());
        assertThat(joined.versionId()).isEmpty();

        lines.get(1).set(10, "旧文本.txt");
        LedgerImport later = bring(
                campaign,
                CLERK,
                "清单.xlsx",
                LegacyFiles.workbook(lines),
                LegacyFiles.zip(Map.of("新文本.txt", BODY.formatted(mark), "旧文本.txt", BODY.formatted(mark + "旧"))),
                null);
        assertThat(List.of(later.valid(), later.known(), later.wrong())).containsExactly(0, 2, 0);
        lists.enter(later.id());
        awaitOver(campaign, CLERK, later.id());
        legacy.awaitScreened(joined.number());
        assertThat(register.find(present.measureId()).orElseThrow().versionId())
                .isEqualTo(cases.get(joined.number()).versionId())
                .isPresent();
        assertThat(imports.enter(right.id(), process.actor(CLERK)))
                .map(refusal -> refusal.key())
                .contains("intake.nothingToEnter");
    }

    @Test
    void a_drafter_brings_the_own_unit_s_measures_and_nobody_else_brings_any() throws IOException {
        String campaign = legacy.arrange(0, LegacyCampaign.UNIT, "u03");
        String mark = campaign.replace("420600-QL-", "襄发改本〔") + "〕";
        List<String> foreign = LegacyFiles.line("关于别家的措施" + mark, mark + "2号", "");
        foreign.set(4, "襄阳市商务局");
        byte[] sheet = LegacyFiles.workbook(List.of(LegacyFiles.line("关于本家的措施" + mark, mark + "1号", ""), foreign));

        LedgerImport trial = bring(campaign, LegacyCampaign.DRAFTER, "清单.xlsx", sheet, null, null);
        assertThat(said(trial, Part.WRONG)).containsExactly("3 UNIT intake.unit.notYours");
        assertThat(trial.valid()).isEqualTo(1);
        assertThat(imports.find(campaign, trial.id(), process.actor(CLERK))).isPresent();
        for (String other : List.of("linyue", LegacyCampaign.REVIEWER, LegacyCampaign.HEAD, "fcclerk", "hejun")) {
            assertThat(imports.find(campaign, trial.id(), process.actor(other)))
                    .as(other)
                    .isEmpty();
        }
        assertThat(imports.importable(campaign, process.actor("linyue"))).isPresent();
        assertThat(imports.importable(campaign, process.actor("hejun"))).isEmpty();
        assertThat(imports.importable(campaign, process.actor(LegacyCampaign.REVIEWER)))
                .isEmpty();
    }

    @Test
    void an_archive_that_plays_tricks_is_refused_as_a_whole_and_nothing_of_it_stays() throws IOException {
        String campaign = legacy.arrange(0);
        byte[] sheet = LegacyFiles.workbook(List.of(LegacyFiles.line("关于路径的措施", "", "")));

        LedgerImport refused =
                bring(campaign, CLERK, "清单.xlsx", sheet, LegacyFiles.zip(Map.of("../外面.txt", "x")), null);
        assertThat(refused.state()).isEqualTo(LedgerImport.State.REFUSED);
        assertThat(texts.of(refused.refusal().orElseThrow()))
                .contains("../外面.txt")
                .contains("没有接收");
        assertThat(imports.lines(refused, 0, 10)).isEmpty();
        assertThat(data.resolve("imports").resolve(refused.id())).doesNotExist();
        LedgerImport bomb = bring(
                campaign,
                CLERK,
                "清单.xlsx",
                sheet,
                LegacyFiles.zip(StandardCharsets.UTF_8, Map.of("零.txt", new byte[8 << 20])),
                null);
        assertThat(bomb.refusal()).map(Problem::key).contains("intake.texts.swells");
        assertThat(take(campaign, CLERK, "清单.xls", sheet, null, null).refusal().key())
                .isEqualTo("intake.sheet.type");
        assertThat(take(campaign, CLERK, "机密★.xlsx", sheet, null, null)
                        .refusal()
                        .key())
                .isEqualTo("intake.classifiedName");
    }

    @Test
    void the_template_has_its_heads_lists_and_explanations_and_is_read_when_it_comes_back() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.template(List.of(LegacyFiles.UNIT, "襄阳市商务局"), out);
        try (XSSFWorkbook template = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            XSSFSheet sheet = template.getSheet("清单");
            assertThat((Iterable<Cell>) sheet.getRow(0))
                    .extracting(Cell::getStringCellValue)
                    .containsExactlyElementsOf(LegacyFiles.HEADS);
            assertThat(sheet.getDataValidations()).hasSize(3);
            assertThat(template.getSheet("说明").getLastRowNum()).isGreaterThan(12);
            assertThat(template.isSheetHidden(template.getSheetIndex("名单"))).isTrue();
        }
        String campaign = legacy.arrange(0);
        assertThat(bring(campaign, CLERK, "清单.xlsx", out.toByteArray(), null, null)
                        .refusal())
                .map(Problem::key)
                .contains("intake.sheet.empty");
    }

    private static byte[] text(String with) {
        return BODY.formatted(with).getBytes(Charset.forName("GBK"));
    }

    private MeasureInForce only(String number) {
        List<MeasureInForce> found = register.withNumbers("r420600", List.of(number));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<String> said(LedgerImport brought, Part part) {
        return imports.lines(brought, part, 0, 100).stream()
                .flatMap(line -> line.problems().stream()
                        .map(problem -> line.number() + " " + problem.column() + " " + problem.key()))
                .toList();
    }

    private XSSFSheet marked(LedgerImport brought) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.marked(List.of(), from -> imports.lines(brought, from, 3), out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray())).getSheetAt(0);
    }

    private LedgerImport bring(
            String campaign,
            String person,
            String name,
            byte[] sheet,
            byte @Nullable [] archive,
            @Nullable String textsOf)
            throws IOException {
        ImportFiles.Taken taken = take(campaign, person, name, sheet, archive, textsOf);
        assertThat(taken.refusal()).isNull();
        return awaitOver(campaign, person, taken.importId());
    }

    private ImportFiles.Taken take(
            String campaign,
            String person,
            String name,
            byte[] sheet,
            byte @Nullable [] archive,
            @Nullable String textsOf) {
        return lists.take(campaign, person, name, sheet, archive, textsOf);
    }

    private LedgerImport awaitOver(String campaign, String person, String id) {
        return lists.awaitOver(campaign, person, id);
    }
}
