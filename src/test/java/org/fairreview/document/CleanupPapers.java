package org.fairreview.document;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The bodies of the templates about clean-ups: tables that grow row by row, as {@link TemplateGenerator} writes them. */
final class CleanupPapers {

    private static final String LANDSCAPE = TemplateGenerator.FORM_SECTION.replace(
            "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>", "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>");
    private static final int LANDSCAPE_WIDTH = 14500;
    static final int PORTRAIT_WIDTH = 9500;

    /** What stands to the left; all else, short words, numbers and days, stands in the middle. */
    private static final Set<String> WORDS =
            Set.of("title", "documentNumber", "issuer", "unit", "reason", "standard", "figure", "part", "result");

    private static final String CENTRED = "<w:jc w:val=\"center\"/></w:pPr>";

    /** A column: its head, what stands in it, and its share of the width. */
    record Column(String head, String key, int share) {}

    private CleanupPapers() {}

    /** The catalogue: a table for each outcome; what is undecided stands apart at the end. */
    static String catalogue() {
        return document(
                TemplateGenerator.paragraph("FormTitle", "{{campaignTitle}}", "清理结果目录"),
                TemplateGenerator.paragraph("FormText", "清理对象：{{kind}}　　清理工作编号：{{campaignNumber}}"),
                TemplateGenerator.paragraph("FormText", "清理范围截至：{{cutOff}}　　公布文号：{{catalogueNumber}}"),
                TemplateGenerator.paragraph("FormText", "{{summary}}"),
                outcome("keep", "继续有效的政策措施"),
                outcome("revise", "予以修订的政策措施"),
                outcome("repeal", "予以废止的政策措施"),
                outcome("lapse", "宣布失效的政策措施"),
                outcome("suspend", "停止执行的政策措施"),
                block(
                        "undecided",
                        TemplateGenerator.paragraph("Section", "另：尚未决定的政策措施（不属于公布的目录）"),
                        table(
                                "undecided",
                                LANDSCAPE_WIDTH,
                                List.of(
                                        new Column("序号", "place", 6),
                                        new Column("政策措施名称", "title", 42),
                                        new Column("文号", "documentNumber", 20),
                                        new Column("制定机关", "issuer", 16),
                                        new Column("责任单位", "unit", 16)))),
                TemplateGenerator.paragraph("Signature", "{{office}}"),
                TemplateGenerator.paragraph("SignatureDate", "{{madeOn}}"),
                LANDSCAPE);
    }

    private static String outcome(String key, String heading) {
        return block(
                key,
                TemplateGenerator.paragraph("Section", "{{_section}}、" + heading),
                table(
                        key,
                        LANDSCAPE_WIDTH,
                        List.of(
                                new Column("序号", "place", 6),
                                new Column("政策措施名称", "title", 36),
                                new Column("文号", "documentNumber", 18),
                                new Column("制定机关", "issuer", 15),
                                new Column("责任单位", "unit", 15),
                                new Column("决定日期", "day", 10))));
    }

    /** What is reported upward: outcomes by unit and findings by item, each kind of clean-up on its own. */
    static String statistics() {
        return document(
                TemplateGenerator.paragraph("FormTitle", "清理情况统计表"),
                TemplateGenerator.paragraph("FormText", "填报单位：{{office}}　　统计范围：{{period}}　　填表日期：{{madeOn}}"),
                TemplateGenerator.paragraph("FormText", "两类清理分别统计，不相加。"),
                kind("fair", "涉及经营者经济活动的政策措施"),
                kind("normative", "行政规范性文件"),
                TemplateGenerator.paragraph("FormText", "　"),
                TemplateGenerator.paragraph("FormText", "填表人：　　　　　　　　　审核人：　　　　　　　　　单位负责人：　　　　　　　　　（盖章）"),
                LANDSCAPE);
    }

    private static String kind(String key, String heading) {
        return TemplateGenerator.body("{{?" + key + "}}")
                + TemplateGenerator.paragraph("Section", "{{_section}}、" + heading)
                + TemplateGenerator.paragraph("FormText", "清理工作：{{campaigns}}")
                + table(
                        "units",
                        LANDSCAPE_WIDTH,
                        List.of(
                                new Column("责任单位", "unit", 30),
                                new Column("总数", "total", 10),
                                new Column("继续有效", "keep", 10),
                                new Column("修订", "revise", 10),
                                new Column("废止", "repeal", 10),
                                new Column("失效", "lapse", 10),
                                new Column("停止执行", "suspend", 10),
                                new Column("尚未决定", "undecided", 10)))
                + TemplateGenerator.paragraph("FormText", "{{itemsSummary}}")
                + block(
                        "items",
                        table(
                                "items",
                                LANDSCAPE_WIDTH,
                                List.of(
                                        new Column("审查标准", "standard", 37),
                                        new Column("问题总数", "total", 9),
                                        new Column("责任单位发现", "byUnit", 9),
                                        new Column("市场监管部门发现", "byRegulator", 9),
                                        new Column("须修改", "changed", 9),
                                        new Column("有正当理由", "justified", 9),
                                        new Column("适用例外规定", "excepted", 9),
                                        new Column("未处理", "open", 9))))
                + TemplateGenerator.body("{{/" + key + "}}");
    }

    /** A unit's own list, to be signed and sealed. */
    static String unitList() {
        return document(
                TemplateGenerator.paragraph("FormTitle", "{{campaignTitle}}", "清理清单"),
                TemplateGenerator.paragraph(
                        "FormText", "责任单位：{{unit}}　　清理对象：{{kind}}　　清理工作编号：{{campaignNumber}}　　共{{total}}件"),
                table(
                        "measures",
                        LANDSCAPE_WIDTH,
                        List.of(
                                new Column("序号", "place", 6),
                                new Column("政策措施名称", "title", 34),
                                new Column("文号", "documentNumber", 18),
                                new Column("印发日期", "issuedOn", 10),
                                new Column("清理意见", "proposal", 10),
                                new Column("理由", "reason", 22))),
                TemplateGenerator.paragraph("FormText", "　"),
                TemplateGenerator.paragraph("FormKept", "以上政策措施已由本单位对照审查标准逐条核查，意见属实。"),
                TemplateGenerator.paragraph("FormKept", "　"),
                TemplateGenerator.paragraph("FormKept", "核查人（签字）：　　　　　　　　　单位负责人（签字）：　　　　　　　　　　单位（盖章）：　　　　　　　　　"),
                TemplateGenerator.paragraph("FormKept", "　"),
                TemplateGenerator.paragraph("FormText", "　　　　年　　月　　日　　　　　　　　　　　　　　　　　　　　（打印日期：{{madeOn}}）"),
                LANDSCAPE);
    }

    static String document(String... parts) {
        return "<w:document " + TemplateGenerator.W + "><w:body>" + String.join("", parts) + "</w:body></w:document>";
    }

    /** What is left out where the list is empty. */
    static String block(String list, String... parts) {
        return TemplateGenerator.body("{{?" + list + "._any}}")
                + String.join("", parts)
                + TemplateGenerator.body("{{/" + list + "._any}}");
    }

    static String table(String list, int width, List<Column> columns) {
        String grid = columns.stream()
                .map(column -> "<w:gridCol w:w=\"" + width * column.share() / 100 + "\"/>")
                .collect(Collectors.joining());
        return "<w:tbl><w:tblPr><w:tblW w:w=\"" + width + "\" w:type=\"dxa\"/>" + TemplateGenerator.BORDERS
                + "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>" + grid + "</w:tblGrid>"
                + "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
                + columns.stream()
                        .map(column -> cell(
                                width,
                                column,
                                "FormLabel",
                                (column == columns.get(0) ? "{{" + list + "}}" : "") + column.head()))
                        .collect(Collectors.joining())
                + "</w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr>"
                + columns.stream()
                        .map(column -> cell(width, column, "FormList", "[" + column.key() + "]")
                                .replace("</w:pPr>", WORDS.contains(column.key()) ? "</w:pPr>" : CENTRED))
                        .collect(Collectors.joining())
                + "</w:tr></w:tbl>";
    }

    private static String cell(int width, Column column, String style, String text) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"" + width * column.share() / 100
                + "\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>"
                + TemplateGenerator.paragraph(style, text) + "</w:tc>";
    }
}
