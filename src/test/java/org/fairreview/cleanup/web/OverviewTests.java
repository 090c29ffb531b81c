package org.fairreview.cleanup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.cleanup.CampaignKind;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.cleanup.LegacyStage;
import org.fairreview.cleanup.MeasureInForce;
import org.fairreview.cleanup.MeasuresInForce;
import org.fairreview.cleanup.Outcome;
import org.fairreview.cleanup.UnitLists;
import org.fairreview.cleanup.overview.Board;
import org.fairreview.cleanup.overview.CaseQuery;
import org.fairreview.cleanup.overview.Catalogue;
import org.fairreview.cleanup.overview.Extent;
import org.fairreview.cleanup.overview.Extents;
import org.fairreview.cleanup.overview.LegacyCaseList;
import org.fairreview.cleanup.overview.Phase;
import org.fairreview.cleanup.overview.Progress;
import org.fairreview.cleanup.overview.Statistics;
import org.fairreview.cleanup.overview.Statistics.KindFigures;
import org.fairreview.cleanup.overview.UnitLine;
import org.fairreview.kit.Answer;
import org.fairreview.kit.LegacyCampaign;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Web;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The board, the lists, the catalogue, the statistics and the register: that their figures agree, and who sees what. */
@ProductTest
class OverviewTests {

    private static final String OTHER_UNIT = "u03";
    private static final String WORDS = "企业五年内不得将注册地迁出本市";

    @Autowired
    LegacyCampaign legacy;

    @Autowired
    ProcessDriver process;

    @Autowired
    Submitting submitting;

    @Autowired
    Web web;

    @Autowired
    Campaigns campaigns;

    @Autowired
    LegacyCases cases;

    @Autowired
    MeasuresInForce register;

    @Autowired
    UnitLists unitLists;

    @Autowired
    Extents extents;

    @Autowired
    Board board;

    @Autowired
    Progress progress;

    @Autowired
    LegacyCaseList list;

    @Autowired
    Catalogue catalogue;

    @Autowired
    CataloguePapers cataloguePapers;

    @Autowired
    Statistics statistics;

    @Autowired
    StatisticsPapers statisticsPapers;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Test
    void every_number_of_the_board_is_as_long_as_the_list_behind_it_and_the_sample_is_no_units_business() {
        String campaign = legacy.arrange(100, LegacyCampaign.UNIT, OTHER_UNIT);
        List<String> numbers = legacy.enter(
                campaign,
                legacy.measure(LegacyCampaign.UNIT, LegacyCampaign.UNIT, "看板甲" + campaign, "第一条 " + WORDS + campaign),
                legacy.measure(LegacyCampaign.UNIT, LegacyCampaign.UNIT, "=看板乙%" + campaign, null),
                legacy.measure(LegacyCampaign.UNIT, null, "看板丙" + campaign, null),
                legacy.measure(OTHER_UNIT, null, "看板丁" + campaign, null));
        legacy.start(campaign);
        numbers.forEach(legacy::awaitOpen);
        legacy.awaitScreened(numbers.get(0));
        legacy.check(numbers.get(0), "KEEP");
        legacy.sign(numbers.get(0), true);
        legacy.check(numbers.get(1), "REPEAL");

        Extent whole = extent(campaign, LegacyCampaign.OFFICE);
        UnitLine sum = assertAddsUp(whole);
        assertThat(sum.total()).isEqualTo(4);
        assertThat(sum.at(LegacyStage.RECHECKING)).isEqualTo(1);
        assertThat(sum.late()).isZero();
        Extent own = extent(campaign, LegacyCampaign.DRAFTER);
        UnitLine ownSum = assertAddsUp(own);
        assertThat(ownSum.total()).isEqualTo(3);
        assertThat(ownSum.at(LegacyStage.RECHECKING)).isZero();
        assertThat(ownSum.at(LegacyStage.REVIEWING)).isEqualTo(1);

        assertThat(found(
                        whole,
                        new CaseQuery(
                                "乙% " + campaign, null, null, null, null, false, false, false, false, false, null)))
                .containsExactly(numbers.get(1));
        CaseQuery sampled = new CaseQuery(null, null, null, null, null, false, true, false, false, false, null);
        assertThat(list.count(whole, sampled)).isEqualTo(4);
        assertThat(list.page(own, sampled, 1).lines()).hasSize(3).noneMatch(line -> line.sampled());
        assertThat(found(whole, new CaseQuery(null, null, null, null, null, false, false, false, true, false, null)))
                .containsExactly(numbers.get(0));
        assertThat(found(
                        whole,
                        new CaseQuery(null, null, null, null, Outcome.REPEAL, false, false, false, false, false, null)))
                .containsExactly(numbers.get(1));
        assertThat(progress.of(whole, board.of(whole)).get(0).at(Phase.REGULATOR))
                .isEqualTo(1);

        String page =
                web.session(LegacyCampaign.OFFICE).get("/cleanup/" + campaign).body();
        assertThat(page).contains("全面复核", "襄阳市商务局", "data-plot").doesNotContain("??");
        String ownPage =
                web.session(LegacyCampaign.DRAFTER).get("/cleanup/" + campaign).body();
        assertThat(ownPage).contains("市场监管部门核查").doesNotContain("全面复核", "襄阳市商务局", "??");
        String ownList = web.session(LegacyCampaign.DRAFTER)
                .get("/cleanup/" + campaign + "/cases?stage=REVIEWING")
                .body();
        assertThat(ownList).contains(numbers.get(0)).doesNotContain(numbers.get(1), "全面复核", "??");
        assertThat(Stream.of("hejun", "fcclerk", "pinggu")
                        .map(person ->
                                web.session(person).get("/cleanup/" + campaign).status()))
                .containsOnly(404);
        assertThat(web.session("dengaudit").get("/cleanup/" + campaign).status())
                .isEqualTo(200);
        assertThat(trail.readsOf(campaign))
                .filteredOn(entry -> entry.act().equals("read.opened"))
                .extracting((AuditEntry entry) -> entry.actor().userId())
                .containsExactly("dengaudit");

        legacy.afterDeadline(() -> {
            Extent later = extent(campaign, LegacyCampaign.OFFICE);
            assertThat(assertAddsUp(later).late()).isEqualTo(3);
            assertThat(list.count(later, late())).isEqualTo(3);
            assertThat(web.session(LegacyCampaign.OFFICE)
                            .get("/cleanup/" + campaign)
                            .body())
                    .contains("逾期的单位");
            List<Progress.Day> days = progress.of(later, board.of(later));
            assertThat(days.get(0).cases())
                    .as("what was, as the steps tell")
                    .isEqualTo(days.get(days.size() - 1).cases());
        });
    }

    private static CaseQuery late() {
        return new CaseQuery(null, null, null, null, null, false, false, true, false, false, null);
    }

    private List<String> found(Extent extent, CaseQuery query) {
        return list.page(extent, query, 1).lines().stream()
                .map(line -> line.number())
                .toList();
    }

    /** Units × stages, the sums of both, and the lists behind them. */
    private UnitLine assertAddsUp(Extent extent) {
        Board.Figures figures = board.of(extent);
        for (UnitLine line : figures.units()) {
            for (LegacyStage stage : LegacyStage.values()) {
                assertThat(list.count(extent, query(line.unitId(), stage)))
                        .as("%s at %s", line.unitId(), stage)
                        .isEqualTo(line.at(stage));
            }
            assertThat(list.count(extent, query(line.unitId(), null))).isEqualTo(line.total());
        }
        assertThat(list.count(extent, CaseQuery.all())).isEqualTo(figures.sum().total());
        assertThat(list.count(extent, late())).isEqualTo(figures.sum().late());
        return figures.sum();
    }

    private static CaseQuery query(String unit, @Nullable LegacyStage stage) {
        return new CaseQuery(null, unit, stage, null, null, false, false, false, false, false, null);
    }

    @Test
    void the_catalogue_has_each_outcome_on_its_own_and_the_two_kinds_are_never_added_up() throws IOException {
        String fair = legacy.arrange(0);
        String normative = legacy.arrange(CampaignKind.NORMATIVE_DOCUMENT, 0);
        List<String> numbers = legacy.enter(
                fair,
                legacy.measure(LegacyCampaign.UNIT, LegacyCampaign.UNIT, "=目录甲" + fair, "第一条 " + WORDS + fair),
                legacy.measure(LegacyCampaign.UNIT, LegacyCampaign.UNIT, "目录乙" + fair, null));
        List<String> others = legacy.enter(
                normative, legacy.measure(LegacyCampaign.UNIT, LegacyCampaign.UNIT, "目录丙" + normative, null));
        legacy.start(fair);
        legacy.start(normative);
        Stream.concat(numbers.stream(), others.stream()).forEach(legacy::awaitOpen);
        process.answer(
                numbers.get(0),
                LegacyCampaign.CHECK,
                LegacyCampaign.DRAFTER,
                LegacyCampaign.proposal(
                        "REPEAL", "妨碍企业迁移。", List.of(legacy.finding(numbers.get(0), WORDS, "CHANGE_REQUIRED"))));
        legacy.sign(numbers.get(0), true);
        legacy.review(numbers.get(0), true);
        legacy.decide(numbers.get(0), "REPEAL");

        Extent extent = extent(fair, LegacyCampaign.OFFICE);
        Catalogue.Content content = catalogue.of(extent);
        assertThat(content.with(Outcome.REPEAL))
                .extracting(Catalogue.Line::caseNumber)
                .containsExactly(numbers.get(0));
        assertThat(content.undecided()).extracting(Catalogue.Line::caseNumber).containsExactly(numbers.get(1));
        String word = words(cataloguePapers.word(extent, content));
        assertThat(word)
                .contains("予以废止的政策措施", "=目录甲" + fair, "尚未决定1件", "不属于公布的目录")
                .doesNotContain("继续有效的政策措施", "{{", "[title]");
        try (Workbook workbook = workbook(out -> cataloguePapers.workbook(content, out))) {
            assertThat(workbook.getSheet("废止").getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("=目录甲" + fair);
            assertThat(workbook.getSheet("废止")
                            .getRow(1)
                            .getCell(1)
                            .getCellStyle()
                            .getQuotePrefixed())
                    .isTrue();
            assertThat(workbook.getSheet("尚未决定").getLastRowNum()).isEqualTo(1);
        }
        assertThat(web.session(LegacyCampaign.OFFICE)
                        .get("/cleanup/" + fair + "/catalogue")
                        .body())
                .contains("共2件", "尚未公布", "=目录甲" + fair)
                .doesNotContain("??");

        List<KindFigures> kinds = statistics.of(List.of(campaigns.get(fair), campaigns.get(normative)));
        assertThat(kinds).extracting(KindFigures::kind).containsExactly(CampaignKind.values());
        assertThat(kinds).extracting(kind -> kind.sum().total()).containsExactly(2, 1);
        assertThat(kinds.get(0).sum().with(Outcome.REPEAL)).isEqualTo(1);
        assertThat(kinds.get(0).items()).singleElement().satisfies(item -> {
            assertThat(item.total()).isEqualTo(1);
            assertThat(item.dispositions().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(item.total());
        });
        assertThat(kinds.get(1).items()).isEmpty();
        assertThat(words(statisticsPapers.word("襄阳市市场监督管理局", "2026年", kinds)))
                .contains("涉及经营者经济活动的政策措施", "行政规范性文件", "共发现问题1个", "没有发现问题")
                .doesNotContain("{{", "[unit]");
        try (Workbook workbook = workbook(out -> statisticsPapers.workbook(kinds, out))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
        }
        String page = web.session(LegacyCampaign.OFFICE)
                .get("/cleanup/statistics?campaign=" + normative)
                .body();
        assertThat(page).contains("行政规范性文件").doesNotContain("??");
        assertThat(web.session(LegacyCampaign.DRAFTER)
                        .get("/cleanup/statistics")
                        .status())
                .isEqualTo(403);
        web.session(LegacyCampaign.OFFICE).get("/cleanup/" + fair + "/catalogue/word");
        assertThat(trail.readsOf(fair)).extracting(AuditEntry::act).containsExactly("read.exported");
    }

    @Test
    void a_unit_prints_its_list_and_hands_the_signed_one_in() {
        String number = legacy.one(0, LegacyCampaign.UNIT, null);
        String campaign = legacy.campaignOf(number).number();
        legacy.check(number, "REPEAL");
        String path = "/cleanup/" + campaign + "/units/" + LegacyCampaign.UNIT;
        assertThat(web.session(LegacyCampaign.DRAFTER).get(path).body())
                .contains(number, "不再适用。", "还有1件没有在系统中签署")
                .doesNotContain("??");
        assertThat(web.session(LegacyCampaign.DRAFTER).get(path + "/word").status())
                .isEqualTo(200);
        assertThat(web.session("linyue").get(path).status()).isEqualTo(404);
        assertThat(process.as(
                                LegacyCampaign.DRAFTER,
                                () -> unitLists.handIn(
                                        campaign, LegacyCampaign.UNIT, "none", process.actor(LegacyCampaign.DRAFTER)))
                        .map(Refusal::key))
                .contains("board.listMissing");

        String file = submitting.upload(LegacyCampaign.DRAFTER, LegacyCampaign.UNIT, "签署清单.txt", "已签字盖章" + campaign);
        assertThat(process.as(
                        LegacyCampaign.DRAFTER,
                        () -> unitLists.handIn(
                                campaign, LegacyCampaign.UNIT, file, process.actor(LegacyCampaign.DRAFTER))))
                .isEmpty();

        assertThat(web.session(LegacyCampaign.OFFICE)
                        .get("/cleanup/" + campaign)
                        .body())
                .contains("已交", "/cleanup/" + campaign + "/files/" + file);
        assertThat(web.session(LegacyCampaign.OFFICE)
                        .get("/cleanup/" + campaign + "/files/" + file)
                        .status())
                .isEqualTo(200);
        assertThat(trail.of(campaign)).extracting(AuditEntry::act).contains("campaign.listHandedIn");
        assertThat(trail.readsOf(campaign)).extracting(AuditEntry::act).contains("read.exported", "read.downloaded");
    }

    @Test
    void signs_of_a_pattern_are_searched_as_they_stand() {
        String campaign = legacy.arrange(0);
        String mark = "X" + System.nanoTime();
        List<String> numbers = legacy.enter(
                campaign,
                legacy.measure(LegacyCampaign.UNIT, LegacyCampaign.UNIT, mark + "奖补50%措施", "第一条 奖补%s。".formatted(mark)),
                legacy.measure(
                        LegacyCampaign.UNIT, LegacyCampaign.UNIT, mark + "奖补50元措施！", "第二条 奖补%s。".formatted(mark)));
        legacy.start(campaign);
        numbers.forEach(legacy::awaitOpen);
        String cases = "/cleanup/" + campaign + "/cases?q=" + mark.toLowerCase(Locale.ROOT) + "%20";

        assertThat(web.session(LegacyCampaign.OFFICE).get(cases + "50%25").body())
                .contains(numbers.get(0), "共1件");
        assertThat(web.session(LegacyCampaign.OFFICE).get(cases + "50_").body())
                .doesNotContain(numbers.get(0), numbers.get(1));
        assertThat(web.session(LegacyCampaign.OFFICE).get(cases + "50").body())
                .contains(numbers.get(0), numbers.get(1));
        assertThat(web.session(LegacyCampaign.OFFICE)
                        .get("/measures-in-force?q=" + mark + "%20%25")
                        .body())
                .contains(mark + "奖补50%措施")
                .doesNotContain(mark + "奖补50元措施");
    }

    @Test
    void a_validity_is_prolonged_on_a_document_and_what_ended_is_said_plainly() {
        MeasureInForce measure =
                legacy.measure(LegacyCampaign.UNIT, LegacyCampaign.UNIT, "台账" + System.nanoTime(), "第一条 企业自主经营台账。");
        String path = "/measures-in-force/" + measure.measureId();
        jdbc.sql("update measure_in_force set valid_until = :day where measure_id = :measure")
                .param("day", LocalDate.now().minusDays(3))
                .param("measure", measure.measureId())
                .update();
        String search = "/measures-in-force?q=" + measure.title();
        assertThat(web.session(LegacyCampaign.DRAFTER).get(path).body())
                .contains("有效期已过", "第一条", "登记延长")
                .doesNotContain("??");
        assertThat(web.session(LegacyCampaign.OFFICE).get(search).body())
                .contains("有效期已过", path, "共1件")
                .doesNotContain("??");
        assertThat(web.session(LegacyCampaign.OFFICE)
                        .get(search + "&concern=EXPIRED")
                        .body())
                .contains(path);
        assertThat(web.session(LegacyCampaign.OFFICE)
                        .get(search + "&concern=EXPIRING")
                        .body())
                .doesNotContain(path);
        assertThat(Stream.of("linyue", "fcclerk")
                        .map(person -> web.session(person).get(path).status()))
                .containsOnly(404);
        assertThat(web.session("linyue").get(search).body()).doesNotContain(path);

        assertThat(extend(LegacyCampaign.DRAFTER, path, LocalDate.now().minusDays(1), "襄发改〔2026〕5号"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(422))
                .satisfies(answer -> assertThat(answer.body()).contains("不能早于今天", "襄发改〔2026〕5号"));
        assertThat(extend(LegacyCampaign.DRAFTER, path, LocalDate.now().plusYears(2), "")
                        .body())
                .contains("请填写延长有效期所依据的文件");
        assertThat(extend(LegacyCampaign.REVIEWER, path, LocalDate.now().plusYears(2), "襄发改〔2026〕5号")
                        .status())
                .isEqualTo(403);
        assertThat(extend(LegacyCampaign.DRAFTER, path, LocalDate.now().plusYears(2), "襄发改〔2026〕5号")
                        .status())
                .isEqualTo(302);

        assertThat(register.find(measure.measureId()).flatMap(MeasureInForce::validUntil))
                .contains(LocalDate.now().plusYears(2));
        assertThat(web.session(LegacyCampaign.OFFICE).get(path).body())
                .contains("襄发改〔2026〕5号", "继续支持")
                .doesNotContain("有效期已过");
        assertThat(trail.of(measure.measureId())).extracting(AuditEntry::act).containsExactly("register.extended");
        assertThat(extend(LegacyCampaign.CLERK, path, LocalDate.now().plusYears(1), "襄发改〔2026〕6号")
                        .body())
                .contains("应当晚于现在的有效期");
    }

    private Answer extend(String person, String path, LocalDate until, String document) {
        return web.session(person)
                .submit(
                        path + "/validity",
                        Map.of(
                                "until",
                                until.toString(),
                                "documentNumber",
                                document,
                                "documentOn",
                                LocalDate.now().toString(),
                                "reason",
                                "继续支持。",
                                "_csrf",
                                web.session(person).csrf()));
    }

    private Extent extent(String campaign, String person) {
        return extents.of(campaigns.get(campaign), process.actor(person));
    }

    private interface Writing {

        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static Workbook workbook(Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.to(out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static String words(byte[] document) throws IOException {
        try (XWPFWordExtractor extractor =
                new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(document)))) {
            return extractor.getText();
        }
    }
}
