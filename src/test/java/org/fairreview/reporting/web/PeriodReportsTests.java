package org.fairreview.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProductTest;
import org.fairreview.reporting.Counting;
import org.fairreview.reporting.Figure;
import org.fairreview.reporting.Figures;
import org.fairreview.reporting.Period;
import org.fairreview.reporting.Slice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The bulletin and the summary: what they say is what the figures count. */
@ProductTest
class PeriodReportsTests {

    private static final List<String> REGIONS = List.of("r420600", "r420606", "r420683");

    @Autowired
    PeriodReports reports;

    @Autowired
    Counting counting;

    @Autowired
    JointReview review;

    @Autowired
    Clock clock;

    @Autowired
    FigureTexts texts;

    @Test
    void the_bulletin_and_the_summary_carry_the_counted_figures_of_every_unit() throws IOException {
        review.signOff(review.inSigning());
        Slice year = Slice.of(Period.year(LocalDate.now(clock).getYear()), REGIONS);
        String reviewed = String.valueOf(counting.count(Figures.find("reviewed").orElseThrow(), year));

        byte[] bulletin = reports.bulletin("襄阳市市场监督管理局", "襄阳市", "2026年第3季度", counting, year);
        byte[] summary = reports.summary("襄阳市市场监督管理局", "襄阳市", "2026年", counting, year);

        assertThat(text(bulletin))
                .contains("公平竞争审查工作通报", "襄阳市发展和改革委员会", "审查新增政策措施" + reviewed + "件", "在办审查案件", "合计")
                .doesNotContain("{{", "[name]", "??");
        assertThat(text(summary))
                .contains("襄阳市2026年公平竞争审查工作总结", "各地区情况", "执行中的例外", "转入下年的在办事项")
                .doesNotContain("{{", "[name]", "??");
        Files.write(Path.of("target", "quarter-bulletin.docx"), bulletin);
        Files.write(Path.of("target", "annual-summary.docx"), summary);
    }

    @Test
    void the_plots_of_the_bulletin_and_the_summary_add_up_to_the_counted_figures() throws Exception {
        review.signOff(review.inSigning());
        Slice year = Slice.of(Period.year(LocalDate.now(clock).getYear()), REGIONS);

        for (byte[] word : List.of(
                reports.bulletin("襄阳市市场监督管理局", "襄阳市", "2026年", counting, year),
                reports.summary("襄阳市市场监督管理局", "襄阳市", "2026年", counting, year))) {
            Map<String, Map<String, Integer>> plots = plots(word);
            assertThat(plots).containsKeys("襄阳市2026年各月情况（件）", "襄阳市2026年各单位情况");
            plots.forEach((title, sums) -> sums.forEach((name, sum) ->
                    assertThat(sum).as("%s: %s", title, name).isEqualTo(counting.count(figure(name), year))));
            assertThat(plots.get("襄阳市2026年各单位情况")).containsKey("审查新增政策措施");
            assertThat(text(word)).doesNotContain("Plot}}");
        }
    }

    /** The sum of each series of each plot, by their names. */
    private static Map<String, Map<String, Integer>> plots(byte[] word) throws Exception {
        Map<String, Map<String, Integer>> plots = new HashMap<>();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
            for (XWPFChart chart : document.getCharts()) {
                Map<String, Integer> sums = new HashMap<>();
                XDDFChartData bars = chart.getChartSeries().get(0);
                for (int place = 0; place < bars.getSeriesCount(); place++) {
                    XSSFSheet numbers = chart.getWorkbook().getSheetAt(0);
                    int column = place + 1;
                    sums.put(
                            numbers.getRow(0).getCell(column).getStringCellValue(),
                            IntStream.rangeClosed(1, numbers.getLastRowNum())
                                    .map(row -> (int)
                                            numbers.getRow(row).getCell(column).getNumericCellValue())
                                    .sum());
                }
                plots.put(chart.getTitle().getBody().getParagraph(0).getText(), sums);
            }
        }
        return plots;
    }

    private Figure figure(String name) {
        return Figures.all().stream()
                .filter(figure -> texts.name(figure).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(byte[] word) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }
}
