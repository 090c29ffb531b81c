package org.fairreview.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProductTest;
import org.fairreview.reporting.Counting;
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

    private static String text(byte[] word) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }
}
