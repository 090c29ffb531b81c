package org.fairreview.document;

import java.util.List;
import org.fairreview.document.CleanupPapers.Column;

/** The body of the template of a spot check's report: what the regulator wrote, figures, sample, and how to repeat the draw. */
final class SpotCheckPaper {

    private static final int WIDTH = 8840;

    private SpotCheckPaper() {}

    static String report() {
        return "<w:document " + TemplateGenerator.W + "><w:body>"
                + TemplateGenerator.paragraph("OfficeHead", "{{office}}")
                + TemplateGenerator.paragraph("DocumentNumber", "{{documentNumber}}　　　　　　　　签发人：{{signer}}")
                + TemplateGenerator.paragraph("DocumentTitle", "关于{{checkTitle}}情况的", "报告")
                + TemplateGenerator.paragraph("Addressee", "{{government}}，{{higher}}：")
                + TemplateGenerator.body(
                        "根据《公平竞争审查条例》第二十一条、《公平竞争审查条例实施办法》第三十九条，我局于{{period}}开展抽查" + "（抽查编号{{checkNumber}}）。现将有关情况报告如下。")
                + TemplateGenerator.section("基本情况")
                + TemplateGenerator.body("{{situation}}")
                + TemplateGenerator.body("总体{{population}}件，随机抽取{{drawn}}件，定向检查{{named}}件，均由两人检查。已检查{{inspected}}件，"
                        + "发现问题{{withProblems}}件；违反审查标准的问题{{findingsTotal}}条，未履行或者不规范履行审查程序{{procedureProblems}}件；"
                        + "已提请向{{letters}}个单位发函。")
                + CleanupPapers.table(
                        "byUnit",
                        WIDTH,
                        List.of(
                                new Column("责任单位", "unit", 46),
                                new Column("检查件数", "inspected", 18),
                                new Column("有问题件数", "withProblems", 18),
                                new Column("问题条数", "findings", 18)))
                + TemplateGenerator.section("存在的问题")
                + TemplateGenerator.body("{{problems}}")
                + CleanupPapers.block(
                        "byItem",
                        CleanupPapers.table(
                                "byItem",
                                WIDTH,
                                List.of(new Column("审查标准", "standard", 82), new Column("问题条数", "total", 18))))
                + TemplateGenerator.section("下一步工作安排")
                + TemplateGenerator.body("{{nextSteps}}")
                + TemplateGenerator.body("特此报告。")
                + TemplateGenerator.paragraph("Signature", "{{office}}")
                + TemplateGenerator.paragraph("SignatureDate", "{{issuedOn}}")
                + TemplateGenerator.paragraph("Lead", "附：检查对象和抽取方法")
                + CleanupPapers.table(
                        "sample",
                        WIDTH,
                        List.of(
                                new Column("序号", "place", 8),
                                new Column("名单编号", "listNumber", 12),
                                new Column("政策措施名称", "title", 34),
                                new Column("文号", "documentNumber", 16),
                                new Column("责任单位", "unit", 16),
                                new Column("结果", "result", 14)))
                + TemplateGenerator.body(
                        "抽取办法：{{method}}。总体名单于{{fixedAt}}固定，SHA-256摘要为{{digest}}；" + "种子为{{seed}}（{{seedSource}}）。")
                + TemplateGenerator.body("用总体名单和种子可以重做抽取：{{command}}")
                + TemplateGenerator.SECTION
                + "</w:body></w:document>";
    }
}
