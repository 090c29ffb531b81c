package org.fairreview.document;

import java.util.List;

/** The bodies of the templates about the figures of a year, as {@link TemplateGenerator} writes them. */
final class ReportingPapers {

    private ReportingPapers() {}

    /** The paragraphs of the year's report, and the figures section by section. */
    static String year() {
        return CleanupPapers.document(
                TemplateGenerator.paragraph("FormTitle", "公平竞争审查工作情况"),
                TemplateGenerator.paragraph("FormText", "填报单位：{{office}}　　统计期间：{{period}}　　填表日期：{{madeOn}}"),
                TemplateGenerator.paragraph("Section", "一、年度报告段落"),
                TemplateGenerator.body("{{paragraphs}}"),
                TemplateGenerator.paragraph("Section", "二、统计表"),
                TemplateGenerator.body("{{?sections}}"),
                TemplateGenerator.paragraph("FormText", "{{name}}"),
                CleanupPapers.table(
                        "rows",
                        CleanupPapers.PORTRAIT_WIDTH,
                        List.of(
                                new CleanupPapers.Column("指标", "figure", 34),
                                new CleanupPapers.Column("其中", "part", 34),
                                new CleanupPapers.Column("数量", "count", 12),
                                new CleanupPapers.Column("统计日期", "countedBy", 20))),
                TemplateGenerator.body("{{/sections}}"),
                TemplateGenerator.FORM_SECTION);
    }
}
