package org.fairreview.document;

import static org.fairreview.document.TemplateGenerator.SECTION;
import static org.fairreview.document.TemplateGenerator.body;
import static org.fairreview.document.TemplateGenerator.paragraph;
import static org.fairreview.document.TemplateGenerator.size;
import static org.fairreview.document.TemplateGenerator.style;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The templates of letters in the layout of GB/T 9704-2012: 156 × 225 mm of text, 22 lines of 28 characters, red head and
 * red line, 文号, addressee, room for the seal, the date, attachments, and at the foot of the last page who gets a copy.
 */
final class LetterTemplates {

    /** 22 lines on 225 mm. */
    private static final String LINE = "579";

    /** A quarter of a point less between the characters: 28 of them on 156 mm. */
    private static final String CLOSER = "<w:rPr><w:spacing w:val=\"-5\"/></w:rPr>";

    private static final String NORMAL =
            "<w:spacing w:line=\"560\" w:lineRule=\"exact\"/><w:jc w:val=\"both\"/></w:pPr>";

    private LetterTemplates() {}

    static SortedMap<String, byte[]> all() throws IOException {
        var all = new TreeMap<String, byte[]>();
        all.put(
                "letter-reminder.docx",
                letter(
                        "提示函",
                        statement()
                                + findings("发现的情况")
                                + body("{{request}}")
                                + deadline("请于收到本函之日起{{replyLimit}}内书面回复。")));
        all.put(
                "letter-rectification.docx",
                letter(
                        "整改督促函",
                        statement()
                                + findings("经核查，存在下列问题")
                                + body("根据《公平竞争审查条例》第二十四条、《公平竞争审查条例实施办法》第四十条，现督促你单位整改。{{request}}")
                                + deadline("整改期限为收到本函之日起{{replyLimit}}，请在期限内书面报送整改情况。")
                                + body("逾期未整改或者整改不到位的，将依照《公平竞争审查条例》第二十四条、《公平竞争审查条例实施办法》第四十二条处理。")));
        all.put(
                "letter-urging.docx",
                letter(
                        "提醒敦促函",
                        measures()
                                + statement()
                                + findings("主要问题")
                                + body("根据《公平竞争审查条例实施办法》第四十三条，现就上述行业性、领域性、区域性问题或者风险提醒敦促如下。{{request}}")
                                + deadline("请于收到本函之日起{{replyLimit}}内书面反馈。")));
        all.put(
                "letter-interview.docx",
                letter(
                        "约谈通知书",
                        statement()
                                + findings("尚未整改到位的问题")
                                + body("根据《公平竞争审查条例》第二十四条、《公平竞争审查条例实施办法》第四十二条，决定约谈你单位负责人。")
                                + body("约谈安排：{{?appointment}}{{appointment}}{{/appointment}}")
                                + body("{{request}}")
                                + deadline("整改期限为收到本通知书之日起{{replyLimit}}。")));
        all.put(
                "letter-transfer.docx",
                letter(
                        "移交函",
                        measures()
                                + statement()
                                + findings("涉及的条款")
                                + body("上述情况涉嫌滥用行政权力排除、限制竞争。根据《公平竞争审查条例实施办法》第四十四条，移交你单位。{{request}}")
                                + contact()));
        all.put(
                "letter-discipline.docx",
                letter(
                        "处分建议书",
                        measures()
                                + body("情形：{{?disciplineCase}}{{disciplineCase}}{{/disciplineCase}}")
                                + statement()
                                + findings("涉及的条款")
                                + body("上述行为造成严重不良影响。根据《公平竞争审查条例实施办法》第四十五条，提出处分建议。{{request}}")
                                + contact()));
        all.put(
                "letter-report.docx",
                letter("报告", measures() + statement() + findings("主要问题") + body("{{request}}") + contact()));
        return all;
    }

    private static byte[] letter(String kind, String content) throws IOException {
        boolean report = kind.equals("报告");
        return TemplateGenerator.file(
                kind,
                "<w:document " + TemplateGenerator.W + "><w:body>"
                        + paragraph("OfficeHead", "{{office}}")
                        + (report ? numberWithSigner() : paragraph("DocumentNumber", "{{documentNumber}}"))
                        + paragraph("DocumentTitle", "关于{{title}}的", kind)
                        + paragraph("Addressee", "{{addressee}}：")
                        + body("{{facts}}")
                        + content
                        + attachments()
                        + paragraph("Signature", "{{office}}")
                        + paragraph("SignatureDate", "{{issuedOn}}")
                        + foot()
                        + SECTION
                        + "</w:body></w:document>",
                styles());
    }

    /** Upwards the person who signed stands beside the 文号. */
    private static String numberWithSigner() {
        return withTab("DocumentNumberUp", "{{documentNumber}}", "签发人：{{signer}}");
    }

    private static String withTab(String style, String left, String right) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + run(left) + "<w:r><w:tab/></w:r>"
                + run(right) + "</w:p>";
    }

    private static String run(String text) {
        return "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t>" + text + "</w:t></w:r>";
    }

    private static String statement() {
        return body("{{?statement}}{{statement}}{{/statement}}");
    }

    private static String measures() {
        return body("{{?measures._any}}")
                + paragraph("Lead", "涉及的政策措施：")
                + body("{{/measures._any}}")
                + body("{{?measures}}")
                + body("{{_number}}.{{measure}}，起草单位：{{drafter}}。")
                + body("{{/measures}}");
    }

    private static String findings(String lead) {
        return body("{{?findings._any}}")
                + paragraph("Lead", lead + "：")
                + body("{{/findings._any}}")
                + body("{{?findings}}")
                + paragraph("Subheading", "（{{_chineseNumber}}）{{place}}")
                + body("条款原文：{{quotation}}")
                + body("对照标准：{{standard}}")
                + body("理由：{{reason}}")
                + body("{{?asked}}要求：{{asked}}{{/asked}}")
                + body("{{/findings}}");
    }

    private static String deadline(String sentence) {
        return body("{{?replyLimit}}" + sentence + "{{/replyLimit}}") + contact();
    }

    private static String contact() {
        return body("{{?contact}}联系人及电话：{{contact}}{{/contact}}");
    }

    private static String attachments() {
        return paragraph("Attachments", "{{?oneAttachment}}附件：{{attachment}}{{/oneAttachment}}")
                + paragraph("Attachments", "{{?severalAttachments}}附件：1.{{attachment}}{{/severalAttachments}}")
                + body("{{?moreAttachments}}")
                + paragraph("MoreAttachments", "{{number}}.{{name}}")
                + body("{{/moreAttachments}}");
    }

    private static String foot() {
        return (paragraph("CopyTo", "{{?copyTo}}抄送：{{copyTo}}{{/copyTo}}")
                        + withTab("Printed", "{{office}}", "{{issuedOn}}印发"))
                .replace("</w:pPr>", FRAME + "</w:pPr>");
    }

    private static String styles() {
        String base = TemplateGenerator.styles();
        if (!base.contains(NORMAL)) {
            throw new IllegalStateException("The style of the text has changed");
        }
        return base.replace(NORMAL, NORMAL.replace("560", LINE) + CLOSER)
                .replace(
                        "</w:styles>",
                        style(
                                        "DocumentNumberUp",
                                        "公文 发文字号和签发人",
                                        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"11\" w:color=\"FF0000\"/></w:pBdr>"
                                                + "<w:tabs><w:tab w:val=\"right\" w:pos=\"8500\"/></w:tabs>"
                                                + "<w:spacing w:before=\"1120\"/><w:ind w:left=\"320\" w:right=\"320\"/>"
                                                + "<w:jc w:val=\"left\"/>",
                                        "")
                                + style(
                                        "Attachments",
                                        "公文 附件说明",
                                        "<w:keepLines/><w:spacing w:before=\"" + LINE + "\"/>"
                                                + "<w:ind w:left=\"640\"/><w:jc w:val=\"left\"/>",
                                        "")
                                + style(
                                        "MoreAttachments",
                                        "公文 附件说明续",
                                        "<w:keepLines/><w:ind w:left=\"1600\"/><w:jc w:val=\"left\"/>",
                                        "")
                                + style(
                                        "CopyTo",
                                        "公文 抄送",
                                        "<w:pBdr><w:top w:val=\"single\" w:sz=\"8\" w:space=\"3\" w:color=\"000000\"/></w:pBdr>"
                                                + "<w:spacing w:line=\"460\" w:lineRule=\"exact\"/>"
                                                + "<w:ind w:left=\"280\" w:right=\"280\"/><w:jc w:val=\"left\"/>",
                                        size(28))
                                + style(
                                        "Printed",
                                        "公文 印发",
                                        "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"3\" w:color=\"000000\"/>"
                                                + "<w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"3\" w:color=\"000000\"/></w:pBdr>"
                                                + "<w:tabs><w:tab w:val=\"right\" w:pos=\"8564\"/></w:tabs>"
                                                + "<w:spacing w:line=\"460\" w:lineRule=\"exact\"/>"
                                                + "<w:ind w:left=\"280\" w:right=\"280\"/><w:jc w:val=\"left\"/>",
                                        size(28))
                                + "</w:styles>");
    }

    /** At the foot of the page on which the letter ends. */
    private static final String FRAME =
            "<w:framePr w:w=\"8844\" w:wrap=\"around\" w:vAnchor=\"margin\" w:hAnchor=\"margin\""
                    + " w:xAlign=\"left\" w:yAlign=\"bottom\"/>";
}
