package org.fairreview.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.fairreview.document.WordChart.Bars;
import org.fairreview.document.WordChart.Direction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TemplatePlotTests {

    private static final WordChart PLOT = plot(Direction.UPRIGHT, "各月情况");

    @TempDir
    Path data;

    private Templates templates;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectory(data.resolve("templates"));
        templates = new Templates(data);
    }

    @Test
    void a_plot_stands_where_its_placeholder_stands_and_is_as_high_as_it_wants() throws IOException {
        XWPFDocument word = new XWPFDocument();
        word.createParagraph().createRun().setText("之前");
        XWPFParagraph fixed = word.createParagraph();
        fixed.setSpacingBetween(28, LineSpacingRule.EXACT);
        fixed.setIndentationFirstLine(640);
        fixed.createRun().setText("{{plot}}");
        word.createParagraph().createRun().setText("之后");
        office(word);

        try (XWPFDocument document = rendered(Map.of("plot", PLOT))) {
            XWPFParagraph place = document.getParagraphs().get(1);
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .containsExactly("之前", "", "之后");
            assertThat(place.getRuns().stream()
                            .flatMap(run -> run.getCTR().getDrawingList().stream())
                            .map(drawing -> drawing.getInlineArray(0).getDocPr().getDescr()))
                    .containsExactly("各月情况");
            assertThat(place.getSpacingLineRule()).isEqualTo(LineSpacingRule.AUTO);
            assertThat(place.getIndentationFirstLine()).isZero();
            assertThat(document.getCharts()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void a_plot_has_its_numbers_in_a_table_that_can_be_edited(Direction direction) throws Exception {
        office("{{plot}}");

        try (XWPFDocument document = rendered(Map.of("plot", plot(direction, "=各月\n情况")))) {
            XWPFChart chart = document.getCharts().get(0);
            XSSFSheet numbers = chart.getWorkbook().getSheetAt(0);
            assertThat(numbers.getSheetName()).isEqualTo("数据");
            assertThat(row(numbers, 0)).containsExactly("", "收到", "出台");
            assertThat(row(numbers, 1)).containsExactly("1月", "3.0", "0.0");
            assertThat(row(numbers, 2)).containsExactly("2月", "12.0", "7.0");
            XDDFChartData.Series issued = chart.getChartSeries().get(0).getSeries(1);
            assertThat(issued.getCategoryData().getPointAt(1)).isEqualTo("2月");
            assertThat(issued.getValuesData().getPointAt(1).intValue()).isEqualTo(7);
            assertThat(issued.getValuesData().getDataRangeReference()).isEqualTo("数据!$C$2:$C$3");
        }
    }

    @Test
    void nothing_in_a_plot_is_english() throws IOException {
        office("{{plot}}");

        Map<String, byte[]> parts = parts(Map.of("plot", PLOT));

        String chart = new String(parts.get("word/charts/chart1.xml"), StandardCharsets.UTF_8);
        assertThat(chart).contains("各月情况", "收到", "zh-CN").doesNotContain("Chart Title", "Series", "Sheet", "en-US");
        try (XSSFWorkbook numbers = new XSSFWorkbook(new ByteArrayInputStream(parts.entrySet().stream()
                .filter(part -> part.getKey().endsWith(".xlsx"))
                .findFirst()
                .orElseThrow()
                .getValue()))) {
            assertThat(numbers.getProperties().getCoreProperties().getCreator()).isNull();
            assertThat(numbers.getProperties().getCoreProperties().getCreated()).isNull();
        }
    }

    @Test
    void the_same_plot_gives_the_same_bytes_on_another_day() throws Exception {
        office("{{plot}}");
        byte[] first = templates.render("notice", Map.of("plot", PLOT)).bytes();
        // longer than the two seconds in which a zip counts time
        Thread.sleep(2_100);

        assertThat(templates.render("notice", Map.of("plot", PLOT)).bytes()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "8, 1", "9, 2", "17, 2", "18, 5", "44, 5", "45, 10", "89, 10", "250, 50"})
    void the_scale_goes_in_steps_of_one_two_and_five(int longest, double step) throws Exception {
        office("{{plot}}");
        WordChart plot =
                new WordChart(Direction.UPRIGHT, "各月情况", List.of("收到"), List.of(new Bars("1月", List.of(longest))));

        try (XWPFDocument document = rendered(Map.of("plot", plot))) {
            assertThat(document.getCharts()
                            .get(0)
                            .getCTChart()
                            .getPlotArea()
                            .getValAxArray(0)
                            .getMajorUnit()
                            .getVal())
                    .isEqualTo(step);
        }
    }

    @Test
    void where_there_is_nothing_to_draw_its_block_is_left_out() throws IOException {
        office("{{?plot}}", "{{plot}}", "图1", "{{/plot}}", "之后");
        Map<String, @Nullable Object> nothing = new HashMap<>();
        nothing.put("plot", null);

        try (XWPFDocument document = rendered(nothing)) {
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .containsExactly("之后");
            assertThat(document.getCharts()).isEmpty();
        }
        try (XWPFDocument document = rendered(Map.of("plot", PLOT))) {
            assertThat(document.getCharts()).hasSize(1);
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains("图1", "之后");
        }
    }

    @Test
    void a_plot_that_the_office_took_out_of_its_template_is_not_drawn() throws IOException {
        office("正文");

        try (XWPFDocument document = rendered(Map.of("plot", PLOT))) {
            assertThat(document.getCharts()).isEmpty();
        }
    }

    @Test
    void a_line_without_a_number_for_each_series_is_no_plot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new WordChart(Direction.LYING, "图", List.of("收到", "出台"), List.of(new Bars("1月", List.of(1)))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WordChart(Direction.LYING, "图", List.of("收到"), List.of()));
    }

    private static WordChart plot(Direction direction, String title) {
        return new WordChart(
                direction,
                title,
                List.of("收到", "出台"),
                List.of(new Bars("1月", List.of(3, 0)), new Bars("2月", List.of(12, 7))));
    }

    private static List<String> row(XSSFSheet sheet, int row) {
        return List.of(cell(sheet, row, 0), cell(sheet, row, 1), cell(sheet, row, 2));
    }

    private static String cell(XSSFSheet sheet, int row, int column) {
        var cell = sheet.getRow(row).getCell(column);
        return cell == null ? "" : cell.toString();
    }

    private XWPFDocument rendered(Map<String, ? extends @Nullable Object> values) throws IOException {
        return new XWPFDocument(
                new ByteArrayInputStream(templates.render("notice", values).bytes()));
    }

    private Map<String, byte[]> parts(Map<String, ?> values) throws IOException {
        return TemplatePackage.parts(templates.render("notice", values).bytes());
    }

    private void office(String... paragraphs) throws IOException {
        XWPFDocument word = new XWPFDocument();
        for (String paragraph : paragraphs) {
            word.createParagraph().createRun().setText(paragraph);
        }
        office(word);
    }

    private void office(XWPFDocument word) throws IOException {
        try (var file = Files.newOutputStream(data.resolve("templates/notice.docx"))) {
            word.write(file);
        }
    }
}
