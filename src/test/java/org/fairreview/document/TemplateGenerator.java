package org.fairreview.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the shipped templates: the 公平竞争审查意见 and the 停止执行告知书 in the layout of an official document (after GB/T
 * 9704-2012), the 公平竞争审查表 as a form. Run by hand after a change here, and commit the files that it writes:
 *
 * <pre>
 * ./mvnw -q test-compile org.codehaus.mojo:exec-maven-plugin:3.5.0:java \
 *     -Dexec.classpathScope=test -Dexec.mainClass=org.fairreview.document.TemplateGenerator
 * </pre>
 *
 * <p>The style of the text names overflowPunct although it is on by default: LibreOffice 7.4 reads the setting the wrong
 * way round, and loses punctuation that hangs into the margin when it makes a PDF.
 *
 * <p>Lengths are in twentieths of a point, font sizes in half points: 1 mm is 56.7, one character of the body is 320.
 */
public final class TemplateGenerator {

    static final Path FOLDER = Path.of("src/main/resources/templates-office");
    static final Path FILE = FOLDER.resolve("fair-competition-review-opinion.docx");

    static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static final String TITLE_FONT = "方正小标宋简体";
    private static final String BODY_FONT = "仿宋_GB2312";
    private static final String HEADING_FONT = "黑体";
    private static final String SUBHEADING_FONT = "楷体_GB2312";
    private static final String PAGE_NUMBER_FONT = "宋体";

    private TemplateGenerator() {}

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(FOLDER);
        for (var template : all().entrySet()) {
            Files.write(FOLDER.resolve(template.getKey()), template.getValue());
        }
    }

    /** Every shipped template by the name of its file. */
    static SortedMap<String, byte[]> all() throws IOException {
        var all = new TreeMap<>(Map.of(
                "fair-competition-review-opinion.docx", reviewOpinion(),
                "own-review-form.docx", file("公平竞争审查表", ownReviewForm()),
                "exception-stop-notice.docx", file("停止执行告知书", stopNotice()),
                "conference-minutes.docx", file("联席会议纪要", minutes()),
                "cleanup-catalogue.docx", file("清理结果目录", CleanupPapers.catalogue()),
                "cleanup-statistics.docx", file("清理情况统计表", CleanupPapers.statistics()),
                "cleanup-unit-list.docx", file("清理清单", CleanupPapers.unitList()),
                "year-figures.docx", file("公平竞争审查工作情况", ReportingPapers.year())));
        all.put("quarter-bulletin.docx", file("公平竞争审查工作通报", ReportingPapers.bulletin(), ReportingPapers.styles()));
        all.put("annual-summary.docx", file("公平竞争审查工作总结", ReportingPapers.summary(), ReportingPapers.styles()));
        all.put("spot-check-report.docx", file("抽查报告", SpotCheckPaper.report()));
        all.putAll(LetterTemplates.all());
        return all;
    }

    static byte[] reviewOpinion() throws IOException {
        return file("公平竞争审查意见", document());
    }

    private static byte[] file(String title, String document) throws IOException {
        return file(title, document, styles());
    }

    static byte[] file(String title, String document, String styles) throws IOException {
        var parts = new TreeMap<String, byte[]>();
        put(parts, "[Content_Types].xml", CONTENT_TYPES);
        put(parts, "_rels/.rels", PACKAGE_RELATIONS);
        put(parts, "docProps/core.xml", CORE_PROPERTIES.replace("公平竞争审查意见", title));
        put(parts, "word/_rels/document.xml.rels", DOCUMENT_RELATIONS);
        put(parts, "word/settings.xml", SETTINGS);
        put(parts, "word/fontTable.xml", fonts());
        put(parts, "word/styles.xml", styles);
        put(parts, "word/footer1.xml", footer("PageNumberOdd"));
        put(parts, "word/footer2.xml", footer("PageNumberEven"));
        put(parts, "word/document.xml", document);
        return TemplatePackage.file(parts);
    }

    private static String document() {
        return "<w:document " + W + "><w:body>"
                + paragraph("OfficeHead", "{{office}}")
                + paragraph("DocumentNumber", "{{documentNumber}}")
                + paragraph("DocumentTitle", "关于《{{measureTitle}}》的", "公平竞争审查意见")
                + paragraph("Addressee", "{{addressee}}：")
                + body("本机关于{{receivedOn}}收到{{draftingUnit}}报送的《{{measureTitle}}》及有关材料，案件编号{{caseNumber}}，"
                        + "送审版本摘要{{versionDigest}}。经审查，提出意见如下。")
                + section("审查依据")
                + body("{{basis}}")
                + section("征求意见情况")
                + body("{{hearing}}")
                + section("初审情况")
                + body("{{preliminaryReview}}")
                + section("审查情况")
                + body("{{findingsSummary}}")
                + body("{{?findings}}")
                + paragraph("Subheading", "（{{_chineseNumber}}）{{address}}")
                + body("条款原文：{{quotation}}")
                + body("对照标准：{{standard}}（{{citation}}）。")
                + body("审查理由：{{reason}}")
                + body("处理意见：{{disposition}}")
                + body("{{/findings}}")
                + body("{{?exception}}")
                + section("适用例外规定情况")
                + body("对公平竞争的影响：{{effect}}")
                + body("适用的例外情形：{{ground}}")
                + body("没有对公平竞争影响更小的替代方案的理由：{{leastHarm}}")
                + body("实施期限或者终止条件：{{period}}")
                + body("期限或者条件合理的理由：{{periodReason}}")
                + body("其他需要说明的内容：{{other}}")
                + body("{{/exception}}")
                + body("{{?adviser}}")
                + section("法律顾问意见")
                + body("{{date}}，法律顾问{{name}}出具意见：{{opinion}}")
                + body("采纳情况：{{adoption}}")
                + body("{{/adviser}}")
                + section("审查结论")
                + body("{{conclusion}}")
                + body("{{?requiredChanges._any}}")
                + paragraph("Lead", "需要作出的修改：")
                + body("{{/requiredChanges._any}}")
                + body("{{?requiredChanges}}")
                + body("{{_number}}.{{text}}")
                + body("{{/requiredChanges}}")
                + body("{{?workAdvice._any}}")
                + paragraph("Lead", "工作建议：")
                + body("{{/workAdvice._any}}")
                + body("{{?workAdvice}}")
                + body("{{_number}}.{{text}}")
                + body("{{/workAdvice}}")
                + paragraph("Closing", "{{closing}}")
                + paragraph("Signature", "{{office}}")
                + paragraph("SignatureDate", "{{issuedOn}}")
                + SECTION
                + "</w:body></w:document>";
    }

    static final String SECTION =
            """
                <w:sectPr>
                <w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>
                <w:pgSz w:w="11906" w:h="16838"/>
                <w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1304"\
                 w:gutter="0"/>
                </w:sectPr>"""
                    .replace("\n", "");

    /** The page of a form: narrower margins than an official document's, so that its table stays short. */
    static final String FORM_SECTION = SECTION.replace(
            "w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\"",
            "w:top=\"1417\" w:right=\"1163\" w:bottom=\"1417\" w:left=\"1163\"");

    /** The notice that an exception has ended (Measures 25). */
    private static String stopNotice() {
        return "<w:document " + W + "><w:body>"
                + paragraph("OfficeHead", "{{office}}")
                + paragraph("DocumentTitle", "停止执行告知书")
                + paragraph("Addressee", "{{addressee}}：")
                + body("你单位印发的《{{measureTitle}}》（{{issuedNumber}}）依据《公平竞争审查条例》第十二条适用例外规定实施"
                        + "（审查意见文号或者案号：{{documentNumber}}）。该例外的{{end}}。")
                + body("根据《公平竞争审查条例实施办法》第二十五条，实施期限届满或者终止条件成就的，应当及时停止实施。" + "请你单位停止执行该政策措施中适用例外规定的内容，并将停止执行的情况书面反馈我局。")
                + body("确需继续实施的，应当在重新进行公平竞争审查并符合规定后实施。")
                + paragraph("Signature", "{{office}}")
                + paragraph("SignatureDate", "{{issuedOn}}")
                + SECTION
                + "</w:body></w:document>";
    }

    /** The minutes of a meeting of the joint conference: who came, what was talked about and decided. */
    private static String minutes() {
        return "<w:document " + W + "><w:body>"
                + paragraph("OfficeHead", "{{office}}")
                + paragraph("DocumentTitle", "{{region}}公平竞争审查", "联席会议纪要")
                + body("时间：{{heldOn}}")
                + body("地点：{{place}}")
                + body("主持人：{{chair}}")
                + body("到会单位：{{present}}")
                + body("未到会单位：{{absent}}")
                + section("议定事项")
                + body("{{?items}}")
                + paragraph("Subheading", "（{{_chineseNumber}}）{{matter}}")
                + body("{{decision}}")
                + body("{{/items}}")
                + paragraph("Signature", "{{office}}")
                + paragraph("SignatureDate", "{{issuedOn}}")
                + SECTION
                + "</w:body></w:document>";
    }

    /** The form of a unit's own review: its particulars, what was found, the conclusion, who signed. */
    private static String ownReviewForm() {
        return "<w:document " + W + "><w:body>"
                + paragraph("FormTitle", "公平竞争审查表")
                + cell("案件编号：{{caseNumber}}　　填表日期：{{issuedOn}}")
                + "<w:tbl><w:tblPr><w:tblW w:w=\"9580\" w:type=\"dxa\"/>" + BORDERS
                + "<w:tblLayout w:type=\"fixed\"/></w:tblPr>"
                + "<w:tblGrid><w:gridCol w:w=\"1900\"/><w:gridCol w:w=\"7680\"/></w:tblGrid>"
                + row("政策措施名称", "{{measureTitle}}")
                + row("文件种类", "{{measureKind}}；{{issuance}}")
                + row("起草单位", "{{draftingUnit}}")
                + row("联合起草单位", "{{coDrafters}}")
                + row("联系人", "{{contact}}")
                + row("制定依据", "{{legalBasis}}")
                + row("审查标准", "{{basis}}")
                + row("征求意见情况", "{{hearing}}")
                + row("初审情况", "{{preliminaryReview}}")
                + row("逐项对照", "", lines("FormList", "{{?items}}", "{{article}}　{{label}}：{{answer}}", "{{/items}}"))
                + row(
                        "审查情况",
                        "{{findingsSummary}}",
                        "{{?findings}}",
                        "（{{_chineseNumber}}）{{address}}：{{quotation}}",
                        "对照标准：{{standard}}（{{citation}}）。",
                        "审查理由：{{reason}}",
                        "处理意见：{{disposition}}",
                        "{{/findings}}")
                + row(
                        "适用例外规定",
                        "{{exceptionSummary}}",
                        "{{?exception}}",
                        "对公平竞争的影响：{{effect}}",
                        "适用的例外情形：{{ground}}",
                        "没有影响更小的替代方案的理由：{{leastHarm}}",
                        "实施期限或者终止条件：{{period}}",
                        "期限或者条件合理的理由：{{periodReason}}",
                        "其他需要说明的内容：{{other}}",
                        "{{/exception}}")
                + row(
                        "审查结论",
                        "{{conclusion}}",
                        "{{?requiredChanges}}",
                        "须修改{{_number}}：{{text}}",
                        "{{/requiredChanges}}",
                        "{{?workAdvice}}",
                        "工作建议{{_number}}：{{text}}",
                        "{{/workAdvice}}",
                        "{{closing}}")
                + row("审查人", UNSPLIT, lines("FormKept", "{{reviewer}}"))
                + row(
                        "复核、签署",
                        UNSPLIT,
                        lines(
                                "FormKept",
                                "{{?signatures}}",
                                "{{label}}：{{name}}，{{date}}。{{remark}}",
                                "{{/signatures}}"))
                + row("单位盖章", UNSPLIT, lines("FormText", "　", "　", "　", "　", "　", "　"))
                + "</w:tbl>"
                + cell("送审版本摘要：{{versionDigest}}")
                + FORM_SECTION
                + "</w:body></w:document>";
    }

    static final String BORDERS = "<w:tblBorders>"
            + "<w:top w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/>"
            + "<w:left w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/>"
            + "<w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/>"
            + "<w:right w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/>"
            + "<w:insideH w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/>"
            + "<w:insideV w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/>"
            + "</w:tblBorders>";

    /** A row that keeps on one page. */
    private static final String UNSPLIT = "<w:trPr><w:cantSplit/></w:trPr>";

    private static String row(String label, String... lines) {
        return row(label, "", lines("FormText", lines));
    }

    private static String row(String label, String properties, String paragraphs) {
        return "<w:tr>" + properties
                + "<w:tc><w:tcPr><w:tcW w:w=\"1900\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>"
                + paragraph("FormLabel", label) + "</w:tc><w:tc><w:tcPr><w:tcW w:w=\"7680\" w:type=\"dxa\"/></w:tcPr>"
                + paragraphs + "</w:tc></w:tr>";
    }

    private static String lines(String style, String... lines) {
        return Stream.of(lines).map(line -> paragraph(style, line)).collect(Collectors.joining());
    }

    private static String cell(String text) {
        return paragraph("FormText", text);
    }

    static String section(String title) {
        return paragraph("Section", "{{_section}}、" + title);
    }

    static String body(String text) {
        return paragraph("BodyText", text);
    }

    static String paragraph(String style, String... lines) {
        var runs = new StringBuilder();
        for (var line : lines) {
            if (!runs.isEmpty()) runs.append("<w:r><w:br/></w:r>");
            runs.append("<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t>" + line + "</w:t></w:r>");
        }
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + runs + "</w:p>";
    }

    private static String footer(String style) {
        return "<w:ftr " + W + "><w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>"
                + "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">— </w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                + "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                + "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\"> —</w:t></w:r>"
                + "</w:p></w:ftr>";
    }

    static String styles() {
        return "<w:styles " + W + "><w:docDefaults><w:rPrDefault><w:rPr>"
                + font(BODY_FONT)
                + "<w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/>"
                + "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
                + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>"
                + "<w:pPr><w:widowControl w:val=\"0\"/><w:overflowPunct/><w:spacing w:line=\"560\" w:lineRule=\"exact\"/>"
                + "<w:jc w:val=\"both\"/></w:pPr></w:style>"
                + style(
                        "OfficeHead",
                        "公文 发文机关标志",
                        "<w:spacing w:before=\"1984\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
                        font(TITLE_FONT) + "<w:color w:val=\"FF0000\"/>" + size(72))
                + style(
                        "DocumentNumber",
                        "公文 发文字号",
                        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"11\" w:color=\"FF0000\"/></w:pBdr>"
                                + "<w:spacing w:before=\"1120\"/><w:jc w:val=\"center\"/>",
                        "")
                + style(
                        "DocumentTitle",
                        "公文 标题",
                        "<w:spacing w:before=\"1120\" w:after=\"560\" w:line=\"700\" w:lineRule=\"exact\"/>"
                                + "<w:jc w:val=\"center\"/>",
                        font(TITLE_FONT) + size(44))
                + style("Addressee", "公文 主送机关", "<w:jc w:val=\"left\"/>", "")
                + style("BodyText", "公文 正文", "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>", "")
                + style("Lead", "公文 引导语", "<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>", "")
                + style(
                        "Section",
                        "公文 一级标题",
                        "<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"0\"/>",
                        font(HEADING_FONT))
                + style(
                        "Subheading",
                        "公文 二级标题",
                        "<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"1\"/>",
                        font(SUBHEADING_FONT))
                + style(
                        "Closing",
                        "公文 结束语",
                        "<w:keepNext/><w:keepLines/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>",
                        "")
                + style(
                        "Signature",
                        "公文 署名",
                        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"1680\"/><w:ind w:left=\"3060\"/>"
                                + "<w:jc w:val=\"center\"/>",
                        "")
                + style(
                        "SignatureDate",
                        "公文 成文日期",
                        "<w:keepLines/><w:ind w:left=\"3060\"/><w:jc w:val=\"center\"/>",
                        "")
                + style(
                        "FormLabel",
                        "表格 栏目",
                        "<w:spacing w:line=\"360\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>",
                        font(HEADING_FONT) + size(24))
                + style(
                        "FormText",
                        "表格 内容",
                        "<w:spacing w:line=\"360\" w:lineRule=\"exact\"/><w:jc w:val=\"left\"/>",
                        size(24))
                + style(
                        "FormTitle",
                        "表格 标题",
                        "<w:spacing w:after=\"240\" w:line=\"600\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>",
                        font(TITLE_FONT) + size(40))
                + style(
                        "FormList",
                        "表格 清单",
                        "<w:spacing w:line=\"320\" w:lineRule=\"exact\"/><w:jc w:val=\"left\"/>",
                        size(21))
                + style(
                        "FormKept",
                        "表格 内容 不分页",
                        "<w:keepNext/><w:spacing w:line=\"360\" w:lineRule=\"exact\"/><w:jc w:val=\"left\"/>",
                        size(24))
                + style(
                        "PageNumberOdd",
                        "公文 单页码",
                        "<w:ind w:rightChars=\"100\" w:right=\"280\"/><w:jc w:val=\"right\"/>",
                        pageNumber())
                + style(
                        "PageNumberEven",
                        "公文 双页码",
                        "<w:ind w:leftChars=\"100\" w:left=\"280\"/><w:jc w:val=\"left\"/>",
                        pageNumber())
                + "</w:styles>";
    }

    static String style(String id, String name, String paragraph, String run) {
        return "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name
                + "\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>" + paragraph + "</w:pPr><w:rPr>" + run
                + "</w:rPr></w:style>";
    }

    private static String pageNumber() {
        return "<w:rFonts w:ascii=\"" + PAGE_NUMBER_FONT + "\" w:hAnsi=\"" + PAGE_NUMBER_FONT + "\" w:eastAsia=\""
                + PAGE_NUMBER_FONT + "\"/>" + size(28);
    }

    static String font(String eastAsia) {
        return "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" w:eastAsia=\""
                + eastAsia + "\"/>";
    }

    static String size(int halfPoints) {
        return "<w:sz w:val=\"" + halfPoints + "\"/><w:szCs w:val=\"" + halfPoints + "\"/>";
    }

    private static String fonts() {
        return "<w:fonts " + W + ">"
                + font(TITLE_FONT, "小标宋", "roman")
                + font(BODY_FONT, "仿宋", "modern")
                + font(SUBHEADING_FONT, "楷体", "modern")
                + font(HEADING_FONT, "SimHei", "modern")
                + font(PAGE_NUMBER_FONT, "SimSun", "roman")
                + "</w:fonts>";
    }

    private static String font(String name, String otherName, String family) {
        return "<w:font w:name=\"" + name + "\"><w:altName w:val=\"" + otherName + "\"/><w:charset w:val=\"86\"/>"
                + "<w:family w:val=\"" + family + "\"/></w:font>";
    }

    private static void put(SortedMap<String, byte[]> parts, String name, String xml) {
        parts.put(name, (DECLARATION + xml).getBytes(StandardCharsets.UTF_8));
    }

    private static final String SETTINGS = "<w:settings " + W + "><w:evenAndOddHeaders/>"
            + "<w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat>"
            + "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\""
            + " w:val=\"15\"/></w:compat></w:settings>";

    private static final String CONTENT_TYPES =
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/docProps/core.xml"\
             ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
            <Override PartName="/word/document.xml"\
             ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
            <Override PartName="/word/styles.xml"\
             ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
            <Override PartName="/word/settings.xml"\
             ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>\
            <Override PartName="/word/fontTable.xml"\
             ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>\
            <Override PartName="/word/footer1.xml"\
             ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>\
            <Override PartName="/word/footer2.xml"\
             ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>\
            </Types>""";

    private static final String PACKAGE_RELATIONS =
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Target="word/document.xml"\
             Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>\
            <Relationship Id="rId2" Target="docProps/core.xml"\
             Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>\
            </Relationships>""";

    private static final String CORE_PROPERTIES =
            """
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"\
             xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>公平竞争审查意见</dc:title></cp:coreProperties>""";

    private static final String DOCUMENT_RELATIONS = relations("styles", "settings", "fontTable", "footer1", "footer2");

    private static String relations(String... parts) {
        var relations = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < parts.length; i++) {
            relations.append("<Relationship Id=\"rId" + (i + 1) + "\" Target=\"" + parts[i] + ".xml\""
                    + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                    + parts[i].replaceAll("\\d", "") + "\"/>");
        }
        return relations.append("</Relationships>").toString();
    }
}
