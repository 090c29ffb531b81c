package org.fairreview.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Draws the letters of the handbook, four kinds, as {@code docs/images/letter-*.png}, and keeps their Word files in
 * {@code target}.
 *
 * <pre>
 * ./mvnw -q test-compile org.codehaus.mojo:exec-maven-plugin:3.5.0:java \
 *     -Dexec.classpathScope=test -Dexec.mainClass=org.fairreview.document.LetterPictures
 * </pre>
 */
public final class LetterPictures {

    private static final float PICTURE_DPI = 72;

    private LetterPictures() {}

    public static void main(String[] args) throws IOException {
        draw("rectification", values());
        Map<String, @Nullable Object> reminder = values();
        reminder.put("documentNumber", "襄市监竞提〔2026〕5号");
        reminder.put("findings", List.of());
        reminder.put("statement", null);
        reminder.put("request", "请你单位对照公平竞争审查标准和程序自行核查，发现问题的及时改正，并将核查、改正情况书面反馈我局。");
        reminder.put("replyLimit", "10个工作日");
        reminder.put("severalAttachments", false);
        reminder.put("moreAttachments", List.of());
        draw("reminder", reminder);
        Map<String, @Nullable Object> urging = values();
        urging.put("documentNumber", "襄市监竞敦〔2026〕1号");
        urging.put("title", "停车行业公平竞争审查有关问题");
        urging.put("addressee", "襄阳市住房和城乡建设局");
        urging.put("facts", "我局在抽查中发现，近期印发的停车行业政策措施普遍以注册地、纳税地限定经营者。");
        urging.put("statement", "上述做法在停车行业具有普遍性，有限制外地经营者进入本地市场的风险。");
        urging.put(
                "measures",
                List.of(
                        Map.of("measure", "《襄阳市智慧停车建设管理办法》（襄政办发〔2026〕8号）", "drafter", "襄阳市发展和改革委员会"),
                        Map.of("measure", "《襄阳市停车场备案管理规定》（襄建发〔2026〕21号）", "drafter", "襄阳市住房和城乡建设局")));
        urging.put("findings", List.of());
        urging.put("request", "请采取措施，督促本行业、本领域、本地区有关单位开展自查整改，防范同类问题再次发生，并将有关情况书面反馈我局。");
        urging.put("severalAttachments", false);
        urging.put("moreAttachments", List.of());
        draw("urging", urging);
        Map<String, @Nullable Object> interview = values();
        interview.put("documentNumber", "襄市监竞约〔2026〕1号");
        interview.put("addressee", "樊城区商务局");
        interview.put("facts", "樊城区商务局起草的《樊城区商贸流通企业扶持办法》印发时尚未取得公平竞争审查结论。");
        interview.put("title", "《樊城区商贸流通企业扶持办法》公平竞争审查有关问题");
        interview.put("statement", "樊城区市场监督管理局于2026年9月7日以樊市监竞督〔2026〕2号督促樊城区商务局整改，期限至2026年10月26日，至今未收到整改情况。");
        interview.put("findings", List.of());
        interview.put("appointment", "2026年11月30日上午9时，襄阳市市场监督管理局三楼会议室，单位主要负责人。");
        interview.put("request", "请你单位负责人按时参加约谈，说明情况，并于约谈后按要求整改，将整改情况书面报送我局。");
        interview.put("copyTo", "樊城区人民政府办公室，樊城区市场监督管理局。");
        interview.put("severalAttachments", false);
        interview.put("moreAttachments", List.of());
        draw("interview", interview);
    }

    /** The pages side by side. */
    private static void draw(String kind, Map<String, @Nullable Object> values) throws IOException {
        byte[] word = new Templates(Path.of("target", "no-templates-of-an-office"))
                .render("letter-" + kind, values)
                .bytes();
        Files.write(Path.of("target", "letter-" + kind + ".docx"), word);
        byte[] pdf = new WordPdf(new PdfFonts("")).of(word).orElseThrow();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            int pages = document.getNumberOfPages();
            BufferedImage first = renderer.renderImageWithDPI(0, PICTURE_DPI);
            BufferedImage all = new BufferedImage(
                    (first.getWidth() + 10) * pages - 10, first.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D canvas = all.createGraphics();
            canvas.setColor(new Color(0xD0D4DA));
            canvas.fillRect(0, 0, all.getWidth(), all.getHeight());
            for (int page = 0; page < pages; page++) {
                canvas.drawImage(
                        renderer.renderImageWithDPI(page, PICTURE_DPI), (first.getWidth() + 10) * page, 0, null);
            }
            ImageIO.write(
                    all,
                    "png",
                    Path.of("docs", "images", "letter-" + kind + ".png").toFile());
        }
    }

    /** What a rectification letter is filled with. */
    static Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("office", "襄阳市市场监督管理局");
        values.put("documentNumber", "襄市监竞督〔2026〕3号");
        values.put("signer", "张伟");
        values.put("title", "《襄阳市智慧停车建设管理办法》公平竞争审查有关问题");
        values.put("addressee", "襄阳市发展和改革委员会");
        values.put("facts", "襄阳市发展和改革委员会起草的《襄阳市智慧停车建设管理办法》（襄政办发〔2026〕8号）于2026年9月14日印发，印发时尚未取得公平竞争审查结论。");
        values.put("statement", "我局于2026年10月9日对该政策措施及其审查程序进行了核查，听取了你单位的意见。");
        values.put("measures", List.of());
        values.put(
                "findings",
                List.of(finding("第五条第一款", "参与停车场建设运营的企业应当在本市注册并具有独立法人资格。"), finding("第七条", "停车场设备优先采购列入本市推荐目录的产品。")));
        values.put("request", "请你单位停止执行上述内容，按规定修订或者废止有关政策措施，对该政策措施的其他内容一并对照审查标准核查整改，并将整改情况书面报送我局。");
        values.put("replyLimit", "30个工作日");
        values.put("contact", "赵磊，0710-0000000");
        values.put("attachment", "政策措施核查记录");
        values.put("oneAttachment", false);
        values.put("severalAttachments", true);
        values.put("moreAttachments", List.of(Map.of("number", 2, "name", "有关条款对照表")));
        values.put("copyTo", "襄阳市人民政府办公室，襄阳市司法局。");
        values.put("issuedOn", "2026年11月24日");
        values.put("disciplineCase", null);
        values.put("appointment", null);
        return values;
    }

    private static Map<String, @Nullable Object> finding(String address, String quotation) {
        Map<String, @Nullable Object> finding = new HashMap<>();
        finding.put("place", "《襄阳市智慧停车建设管理办法》" + address);
        finding.put("quotation", quotation);
        finding.put("standard", "限制、排斥外地经营者在本地投资经营或者设立分支机构（条例第九条第四项）");
        finding.put("reason", "该条款对经营者的注册地提出要求，限制外地经营者参与本地停车场建设运营。");
        finding.put("asked", "删去该要求。");
        return finding;
    }
}
