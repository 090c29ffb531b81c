package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fairreview.audit.AuditTrail;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The papers of a case are bound as an archive keeps them (案卷). */
@ProductTest
class DossierTests {

    @Autowired
    Web web;

    @Autowired
    JointReview people;

    @Autowired
    ProcessDriver process;

    @Autowired
    AuditTrail trail;

    @Autowired
    CaseDossiers dossiers;

    @Test
    void every_part_is_in_the_contents_with_its_pages_and_every_page_of_the_parts_has_its_number() throws IOException {
        String number = delivered();

        byte[] bytes = bound(number);

        String asked = System.getProperty("dossier.to", "");
        if (!asked.isEmpty()) {
            Files.write(Path.of(asked), bytes);
        }
        try (PDDocument bound = Loader.loadPDF(bytes)) {
            assertThat(page(bound, 1))
                    .contains("公平竞争审查案卷", number, "襄阳市发展和改革委员会", "保管期限", "30年")
                    .doesNotContain("??");
            String contents = page(bound, 2);
            assertThat(contents).contains("目", "审查意见", "审批单", "送审材料", "送达和出台", "办理记录");
            int last = bound.getNumberOfPages();
            int numbered = last - 3;
            assertThat(page(bound, last)).contains("备考表", "本案卷共 " + numbered + " 页");
            for (int place = 1; place <= numbered; place++) {
                assertThat(page(bound, place + 2).strip()).as("page " + place).endsWith(String.valueOf(place));
            }
            String all = new PDFTextStripper().getText(bound).replaceAll("\\s", "");
            assertThat(all).contains("享受补贴的企业五年内不得将注册地迁出本市", "拟同意，请审定。", "签收", "提交审查");
        }
    }

    @Test
    void it_is_for_the_inside_of_the_review_and_its_making_is_on_record() {
        String number = people.inReview();

        assertThat(web.session("zhaolei").get("/cases/" + number).body())
                .contains("href=\"/cases/%s/dossier\"".formatted(number), "案卷（PDF）");
        assertThat(web.session("zhaolei").get("/cases/" + number + "/dossier").status())
                .isEqualTo(200);
        assertThat(trail.readsOf(number))
                .anySatisfy(read -> assertThat(read.details()).contains("dossier"));
        for (String userId : List.of("chenyu", "linyue", "fcclerk", "xulaw", "admin")) {
            assertThat(web.session(userId).get("/cases/" + number + "/dossier").status())
                    .as(userId)
                    .isEqualTo(404);
        }
    }

    private String delivered() {
        String number = people.inSigning();
        process.answer(number, JointReview.SIGN, "liufang", Map.of("agreed", true, "remark", "拟同意，请审定。"));
        process.answer(number, JointReview.SIGN, "zhangwei", Map.of("agreed", true));
        process.runJobs(number);
        people.seal(number);
        people.deliver(number);
        return number;
    }

    private byte[] bound(String number) {
        return dossiers.find(number, process.actor("dengaudit"))
                .flatMap(dossiers::bind)
                .orElseThrow();
    }

    private static String page(PDDocument bound, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(bound);
    }
}
