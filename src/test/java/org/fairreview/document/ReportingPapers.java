package org.fairreview.document;

import java.util.List;

/** The bodies of the templates about the figures of a year, as {@link TemplateGenerator} writes them. */
final class ReportingPapers {

    private ReportingPapers() {}

    /** The styles of a form, and that of a plot: in the middle, its line as high as the plot. */
    static String styles() {
        String plot = TemplateGenerator.style(
                "Plot",
                "公文 图",
                "<w:spacing w:before=\"240\" w:after=\"240\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
                "");
        return TemplateGenerator.styles().replace("</w:styles>", plot + "</w:styles>");
    }

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

    /** The bulletin of a quarter (工作通报): what was done, unit by unit, and what is late. */
    static String bulletin() {
        return CleanupPapers.document(
                TemplateGenerator.paragraph("FormTitle", "{{region}}公平竞争审查工作通报（{{period}}）"),
                TemplateGenerator.paragraph("Addressee", "各有关单位："),
                TemplateGenerator.body("现将{{region}}{{period}}公平竞争审查工作情况通报如下。"),
                TemplateGenerator.paragraph("Section", "一、总体情况"),
                TemplateGenerator.body("{{paragraphs}}"),
                plot("monthsPlot"),
                TemplateGenerator.paragraph("Section", "二、各单位情况"),
                units(),
                plot("unitsPlot"),
                TemplateGenerator.paragraph("Section", "三、发现的问题"),
                items(),
                plot("itemsPlot"),
                TemplateGenerator.paragraph("Section", "四、办理时限"),
                steps(),
                TemplateGenerator.paragraph("Section", "五、在办事项"),
                carried(),
                TemplateGenerator.paragraph("Signature", "{{office}}"),
                TemplateGenerator.paragraph("SignatureDate", "{{madeOn}}"),
                TemplateGenerator.FORM_SECTION);
    }

    /** The region's summary of a year (年度总结), to the higher level. */
    static String summary() {
        return CleanupPapers.document(
                TemplateGenerator.paragraph("FormTitle", "{{region}}{{period}}公平竞争审查工作总结"),
                TemplateGenerator.paragraph("Section", "一、工作情况"),
                TemplateGenerator.body("{{paragraphs}}"),
                plot("monthsPlot"),
                TemplateGenerator.paragraph("Section", "二、各地区情况"),
                regions(),
                plot("regionsPlot"),
                TemplateGenerator.paragraph("Section", "三、各单位情况"),
                units(),
                plot("unitsPlot"),
                TemplateGenerator.paragraph("Section", "四、发现的问题"),
                items(),
                plot("itemsPlot"),
                TemplateGenerator.paragraph("Section", "五、执行中的例外"),
                table(
                        "exceptions",
                        new CleanupPapers.Column("案件编号", "number", 26),
                        new CleanupPapers.Column("政策措施", "title", 44),
                        new CleanupPapers.Column("单位", "unit", 30)),
                TemplateGenerator.paragraph("Section", "六、办理时限"),
                steps(),
                TemplateGenerator.paragraph("Section", "七、单位年度总结"),
                table(
                        "summaries",
                        new CleanupPapers.Column("单位", "unit", 46),
                        new CleanupPapers.Column("报送情况", "state", 30),
                        new CleanupPapers.Column("报送日期", "handedIn", 24)),
                TemplateGenerator.paragraph("Section", "八、转入下年的在办事项"),
                carried(),
                TemplateGenerator.paragraph("Signature", "{{office}}"),
                TemplateGenerator.paragraph("SignatureDate", "{{madeOn}}"),
                TemplateGenerator.FORM_SECTION);
    }

    /** A plot, where there is something to draw. */
    private static String plot(String name) {
        return TemplateGenerator.body("{{?" + name + "}}")
                + TemplateGenerator.paragraph("Plot", "{{" + name + "}}")
                + TemplateGenerator.body("{{/" + name + "}}");
    }

    private static String units() {
        return table(
                "units",
                new CleanupPapers.Column("单位", "name", 28),
                new CleanupPapers.Column("收到", "received", 9),
                new CleanupPapers.Column("审查", "reviewed", 9),
                new CleanupPapers.Column("不符合", "refused", 11),
                new CleanupPapers.Column("问题", "findings", 9),
                new CleanupPapers.Column("清理", "cleanedUp", 9),
                new CleanupPapers.Column("函件", "letters", 9),
                new CleanupPapers.Column("逾期环节", "late", 16));
    }

    private static String regions() {
        return table(
                "regions",
                new CleanupPapers.Column("地区", "name", 28),
                new CleanupPapers.Column("收到", "received", 9),
                new CleanupPapers.Column("审查", "reviewed", 9),
                new CleanupPapers.Column("不符合", "refused", 11),
                new CleanupPapers.Column("问题", "findings", 9),
                new CleanupPapers.Column("清理", "cleanedUp", 9),
                new CleanupPapers.Column("函件", "letters", 9),
                new CleanupPapers.Column("逾期环节", "late", 16));
    }

    private static String items() {
        return table(
                "items",
                new CleanupPapers.Column("审查标准", "name", 64),
                new CleanupPapers.Column("出台前", "before", 12),
                new CleanupPapers.Column("清理", "cleanup", 12),
                new CleanupPapers.Column("监督", "supervision", 12));
    }

    private static String steps() {
        return table(
                "steps",
                new CleanupPapers.Column("环节", "name", 52),
                new CleanupPapers.Column("办完", "done", 12),
                new CleanupPapers.Column("逾期", "late", 12),
                new CleanupPapers.Column("用时中位数", "median", 24));
    }

    private static String carried() {
        return table(
                "carried", new CleanupPapers.Column("事项", "name", 70), new CleanupPapers.Column("数量", "count", 30));
    }

    private static String table(String rows, CleanupPapers.Column... columns) {
        return CleanupPapers.table(rows, CleanupPapers.PORTRAIT_WIDTH, List.of(columns));
    }
}
