package org.fairreview.supervision.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fairreview.kit.Answer;
import org.fairreview.kit.Inbox;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Rounds;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.supervision.lead.Lead;
import org.fairreview.supervision.lead.Leads;
import org.fairreview.supervision.monitoring.ImportedLine.State;
import org.fairreview.supervision.monitoring.MonitoringImports.Brought;
import org.fairreview.supervision.monitoring.MonitoringOverview.Figures;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Monitoring points: planned, visited by two, what they tell becomes leads; lists of them are imported once. */
@ProductTest
class MonitoringStoryTests {

    @Autowired
    Rounds rounds;

    @Autowired
    MonitoringVisits visits;

    @Autowired
    MonitoringImports imports;

    @Autowired
    MonitoringOverview overview;

    @Autowired
    VisitQuestions questions;

    @Autowired
    Leads leads;

    @Autowired
    ProcessDriver process;

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private static String fresh(String words) {
        return words + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void a_planned_visit_is_recorded_by_two_and_its_lead_is_in_the_inbox() {
        MonitoringPoint point = rounds.point();
        String plan = rounds.plan(point);
        String visit = plan + "-001";
        String measure = fresh("关于走访发现的措施");
        assertThat(process.task(visit, Rounds.RECORD).getAssignee()).isEqualTo("zhaolei");
        assertThat(process.task(visit, Rounds.RECORD).getDueDate()).isNotNull();
        Map<String, Object> alone = new HashMap<>(rounds.visited(measure));
        alone.put("companion", "zhaolei");
        assertThatThrownBy(() -> rounds.record(visit, alone)).hasMessageContaining("monitoring.companionMissing");
        Map<String, Object> tomorrow = new HashMap<>(rounds.visited(measure));
        tomorrow.put("visitedOn", rounds.today().plusDays(1).toString());
        assertThatThrownBy(() -> rounds.record(visit, tomorrow)).hasMessageContaining("monitoring.visitedOnMissing");

        rounds.record(visit, rounds.visited(measure));

        assertThat(process.isOver(visit)).isTrue();
        String lead = leads.foundIn(visit).get(0);
        assertThat(leads.find(lead).map(Lead::title)).contains(measure);
        Visitor reviewer = web.session("zhaolei");
        assertThat(reviewer.get("/monitoring/visits/" + visit).body())
                .contains("赵磊、孙倩")
                .contains("遇到过要求本地注册。")
                .contains("/leads/" + lead);
        assertThat(reviewer.get("/leads/" + lead).body()).contains("/monitoring/visits/" + visit);
        assertThat(reviewer.get("/monitoring/points/" + point.id()).body()).contains(visit);
    }

    @Test
    void a_visit_that_meets_nobody_and_a_withdrawn_one_end_without_leads() {
        String plan = rounds.plan(rounds.point(), rounds.point());
        assertThatThrownBy(() ->
                        rounds.record(plan + "-001", Map.of("met", false, "answers", List.of(), "leads", List.of())))
                .hasMessageContaining("monitoring.notMetMissing");
        rounds.record(
                plan + "-001", Map.of("met", false, "notMet", "企业已停业。", "answers", List.of(), "leads", List.of()));
        rounds.withdraw(plan);

        assertThat(process.isOver(plan + "-001")).isTrue();
        assertThat(process.isOver(plan + "-002")).isTrue();
        assertThat(web.session("zhaolei").get("/monitoring/plans/" + plan).body())
                .contains("没有走访到")
                .contains("已取消");
    }

    @Test
    void a_visit_beyond_its_limit_is_shown_as_late() {
        String plan = rounds.plan(rounds.point());
        jdbc.sql(
                        "update monitoring_visit set due_at = timestamp with time zone '2025-01-01 00:00:00+08:00' where plan_number = ?")
                .param(plan)
                .update();
        assertThat(web.session("liufang").get("/monitoring/plans/" + plan).body())
                .contains("1个逾期");
        assertThat(web.session("liufang").get("/monitoring/visits?late=true").body())
                .contains(plan + "-001");
    }

    @Test
    void questions_hold_from_a_day_on_and_earlier_visits_keep_theirs() {
        LocalDate from = rounds.today().plusDays(3);
        Visitor head = web.session("fchead");
        Answer refused = head.submit(
                "/monitoring/questions",
                Map.of("questions", "新的问题？", "from", rounds.today().toString(), "reason", "调整", "_csrf", head.csrf()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("最早是明天").contains("新的问题？");
        Answer set = head.submit(
                "/monitoring/questions",
                Map.of("questions", "新的问题？\n还有什么？", "from", from.toString(), "reason", "调整", "_csrf", head.csrf()));
        assertThat(set.status()).isEqualTo(302);

        assertThat(questions.inForce(Inbox.COUNTY, from)).containsExactly("新的问题？", "还有什么？");
        assertThat(questions.inForce(Inbox.COUNTY, rounds.today())).hasSize(5);
        assertThat(questions.inForce(Inbox.CITY, from))
                .as("another region keeps its own")
                .hasSize(5);
        assertThat(web.session("zhaolei")
                        .submit(
                                "/monitoring/plans",
                                Map.of(
                                        "title",
                                        "",
                                        "until",
                                        "not a day",
                                        "_csrf",
                                        web.session("zhaolei").csrf()))
                        .body())
                .contains("日期不对");
    }

    @Test
    void a_county_sees_its_own_points_and_the_city_all() {
        MonitoringPoint county = rounds.point("fcclerk", Inbox.COUNTY);
        MonitoringPoint city = rounds.point();

        assertThat(web.session("fcclerk").get("/monitoring").body())
                .contains(county.name())
                .doesNotContain(city.name());
        assertThat(web.session("fcclerk").get("/monitoring/points/" + city.id()).status())
                .isEqualTo(404);
        assertThat(web.session("zhaolei").get("/monitoring").body()).contains(county.name(), city.name());
        assertThat(web.session("wangmin")
                        .submit(
                                "/monitoring/points/" + county.id(),
                                Map.of(
                                        "name",
                                        "改名",
                                        "kind",
                                        "PARK",
                                        "_csrf",
                                        web.session("wangmin").csrf()))
                        .status())
                .isEqualTo(403);
        Visitor clerk = web.session("wangmin");
        Answer twice = clerk.submit(
                "/monitoring/points", Map.of("name", city.name() + " ", "kind", "PARK", "_csrf", clerk.csrf()));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body()).contains("已有同名的监测点");
    }

    @Test
    void a_county_learns_of_the_citys_visit_to_its_point_and_has_no_link_to_what_is_the_citys() {
        MonitoringPoint county = rounds.point("fcclerk", Inbox.COUNTY);
        String visit = rounds.plan(county) + "-001";
        String link = "href=\"/monitoring/visits/" + visit;

        assertThat(web.session("fchead").get("/monitoring/visits/" + visit).status())
                .isEqualTo(404);
        assertThat(web.session("fchead")
                        .get("/monitoring/points/" + county.id())
                        .body())
                .contains(visit)
                .doesNotContain(link);
        assertThat(web.session("zhaolei")
                        .get("/monitoring/points/" + county.id())
                        .body())
                .contains(link);
    }

    @Test
    void two_hundred_and_eighteen_points_and_their_visits_are_imported_once() throws IOException {
        String mark = fresh("批");
        Path list = workbook(mark, 218);

        Brought first = bring(list, "监测点.xlsx");
        assertThat(first.refusal()).isEmpty();
        assertThat(states(first.id())).containsOnly(Map.entry(State.VALID, 219L));
        assertThat(count("monitoring_point", mark))
                .as("a dry run enters nothing")
                .isZero();
        assertThat(enter(first.id())).isEmpty();
        assertThat(enter(first.id()).map(Refusal::key)).contains("monitoring.import.enteredAlready");

        assertThat(count("monitoring_point", mark)).isEqualTo(218);
        assertThat(visitsOf(mark)).isEqualTo(218);
        assertThat(leadsOf(mark)).as("two lines of one visit are two leads").isEqualTo(2);
        assertThat(answersOf(mark)).isEqualTo(218);

        Brought second = bring(list, "监测点.xlsx");
        assertThat(states(second.id())).containsOnly(Map.entry(State.KNOWN, 219L));
        enter(second.id());
        assertThat(count("monitoring_point", mark)).isEqualTo(218);
        assertThat(visitsOf(mark)).isEqualTo(218);
        assertThat(leadsOf(mark)).isEqualTo(2);

        Figures city = overview.byRegion(List.of(Inbox.CITY), 2023, java.time.Instant.now())
                .get(0);
        assertThat(city.visits()).isEqualTo(118);
        assertThat(city.visited()).isEqualTo(118);
        Figures county = overview.byRegion(List.of(Inbox.COUNTY), 2023, java.time.Instant.now())
                .get(0);
        assertThat(county.visits()).isEqualTo(100);
        assertThat(overview.byMonth(List.of(Inbox.CITY, Inbox.COUNTY), 2023)
                        .get(4)
                        .visits())
                .isEqualTo(218);
        Answer page = web.session("zhaolei").get("/monitoring/overview?year=2023");
        assertThat(page.body())
                .contains(">118<")
                .contains(">100<")
                .contains(">218<")
                .contains("echarts");
        Answer export = web.session("zhaolei").get("/monitoring/overview/export?year=2023");
        assertThat(export.header("Content-Disposition")).contains(".xlsx");
    }

    private Path workbook(String mark, int many) throws IOException {
        Path file = folder.resolve(mark + ".xlsx");
        String question = questions.inForce(Inbox.CITY, rounds.today()).get(0);
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet();
            row(
                    sheet.createRow(0),
                    "名称",
                    "类型",
                    "地区",
                    "设立日期",
                    "走访日期",
                    "走访人1",
                    "走访人2",
                    "线索：政策措施名称",
                    "线索：反映的情况",
                    question);
            for (int place = 0; place < many; place++) {
                String region = place < 118 ? "襄阳市" : "樊城区";
                String lead = place == 0 ? "关于甲的措施" + mark : "";
                row(
                        sheet.createRow(place + 1),
                        "第" + place + "号监测点" + mark,
                        place % 2 == 0 ? "企业" : "行业协会商会",
                        region,
                        "2021年3月1日",
                        "2023/5/" + (1 + place % 28),
                        "赵磊",
                        "孙倩",
                        lead,
                        lead.isEmpty() ? "" : "要求本地注册。",
                        "没有");
            }
            row(
                    sheet.createRow(many + 1),
                    "第0号监测点" + mark,
                    "企业",
                    "襄阳市",
                    "2021年3月1日",
                    "2023/5/1",
                    "赵磊",
                    "孙倩",
                    "关于乙的措施" + mark,
                    "指定采购。",
                    "没有");
            try (var out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
        return file;
    }

    private static void row(Row row, String... cells) {
        IntStream.range(0, cells.length).forEach(at -> row.createCell(at).setCellValue(cells[at]));
    }

    private Brought bring(Path file, String name) throws IOException {
        return imports.bring(file, name, process.actor("wangmin"));
    }

    private java.util.Optional<Refusal> enter(String id) {
        return process.as("wangmin", () -> imports.enter(id, process.actor("wangmin")));
    }

    private Map<State, Long> states(String id) {
        return imports.lines(id).stream().collect(Collectors.groupingBy(ImportedLine::state, Collectors.counting()));
    }

    private int count(String table, String mark) {
        return jdbc.sql("select count(*) from " + table + " where name like ?")
                .param("%" + mark)
                .query(Integer.class)
                .single();
    }

    private int visitsOf(String mark) {
        return jdbc.sql("select count(*) from monitoring_visit v join monitoring_point p on p.id = v.point_id"
                        + " where p.name like ? and v.state = 'DONE'")
                .param("%" + mark)
                .query(Integer.class)
                .single();
    }

    private int answersOf(String mark) {
        return jdbc.sql("select count(*) from monitoring_answer a join monitoring_visit v on v.number = a.visit_number"
                        + " join monitoring_point p on p.id = v.point_id where p.name like ?")
                .param("%" + mark)
                .query(Integer.class)
                .single();
    }

    private int leadsOf(String mark) {
        return jdbc.sql("select count(*) from lead where title like ?")
                .param("%" + mark)
                .query(Integer.class)
                .single();
    }

    @Test
    void an_imported_visit_settles_the_planned_one() throws IOException {
        MonitoringPoint point = rounds.point();
        String plan = rounds.plan(point);
        String id = rounds.list("监测点名称,种类,走访日期,走访人,同行走访人\n%s,企业,%s,赵磊,孙倩\n".formatted(point.name(), rounds.today()));
        enter(id);
        assertThat(process.isOver(plan + "-001")).isTrue();
        assertThat(visits.find(plan + "-001", process.actor("zhaolei"))
                        .orElseThrow()
                        .visit()
                        .state())
                .isEqualTo(VisitState.DONE);
        assertThat(visits.of(point)).hasSize(1);
    }

    @Test
    void what_is_wrong_is_said_in_the_cell_and_malformed_files_are_refused() throws IOException {
        String id = rounds.list("监测点名称,种类,地区,走访日期,走访人,同行走访人,线索：政策措施名称,线索：反映的情况\n"
                + ",企业,,,,,,\n"
                + "错误甲,公司,火星区,2999-01-01,赵磊,赵磊,,\n"
                + "错误乙,企业,,,,,关于线索的措施,\n"
                + "错误丙,企业,,2023-02-30,,,,\n");
        List<ImportedLine> lines = imports.lines(id);
        assertThat(lines).allMatch(line -> line.state() == State.WRONG);
        assertThat(imports.result(lines.get(0))).contains("监测点名称：必填");
        assertThat(imports.result(lines.get(1)))
                .contains("“公司”不在可选范围内")
                .contains("没有“火星区”这个地区")
                .contains("走访日期晚于今天")
                .contains("不能是同一人");
        assertThat(imports.result(lines.get(2))).contains("没有走访日期").contains("请写明反映的情况");
        assertThat(imports.result(lines.get(3))).contains("没有“2023-02-30”这一天");
        String unknown = rounds.list("监测点名称,种类,有没有问题\n错误丁,企业,没有\n");
        assertThat(imports.result(imports.lines(unknown).get(0))).contains("没有“有没有问题”这个走访问题");
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        imports.marked(id, marked);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new java.io.ByteArrayInputStream(marked.toByteArray()))) {
            assertThat(workbook.getSheetAt(0)
                            .getRow(2)
                            .getCell(MonitoringColumn.KIND.ordinal())
                            .getCellComment()
                            .getString()
                            .getString())
                    .contains("不在可选范围内");
        }

        for (Map.Entry<String, String> bad : Map.of(
                        "不是表格.xlsx", "no workbook",
                        "没有表头.csv", "甲,乙\n丙,丁\n",
                        "空.csv", "监测点名称,种类\n",
                        "名单.pdf", "%PDF",
                        "涉密.csv", "监测点名称,种类\n机密★10年,企业\n")
                .entrySet()) {
            Path file = Files.write(folder.resolve(bad.getKey()), bad.getValue().getBytes(StandardCharsets.UTF_8));
            Brought brought = bring(file, bad.getKey());
            if (bad.getKey().startsWith("涉密")) {
                assertThat(imports.result(imports.lines(brought.id()).get(0))).contains("密级标志");
            } else {
                assertThat(brought.refusal().map(Refusal::field))
                        .as(bad.getKey())
                        .contains("file");
            }
        }
    }
}
