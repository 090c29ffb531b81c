package org.fairreview.cleanup.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fairreview.cleanup.MeasureInForce;
import org.fairreview.kit.Answer;
import org.fairreview.kit.LegacyCampaign;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What a website lists, and what lies in the folder, is a lead where no register and no review knows it. */
@ProductTest
class PublishedTextsTests {

    private static final String TEXT = "关于推进示范街区建设的意见%s\n襄比字〔2024〕7%s号\n第一条 支持街区建设，欢迎各类经营者参与。";

    @Autowired
    SiteExport exports;

    @Autowired
    PublishedTexts published;

    @Autowired
    PublishedFolder folder;

    @Autowired
    LegacyCampaign legacy;

    @Autowired
    Web web;

    @Value("${fairreview.published-folder}")
    Path watched;

    @TempDir
    Path temp;

    @Test
    void a_list_is_compared_by_number_and_title_and_twice_is_once() throws IOException {
        MeasureInForce known = legacy.measure(LegacyCampaign.UNIT, LegacyCampaign.UNIT, "台账中的比对措施", null);
        String list = "导出时间,2026-11-28\r\n标题,文号,发布日期,网址\r\n"
                + "别的标题," + known.documentNumber() + ",2021-03-05,https://example.org/1\r\n"
                + "台账中的 比对措施,,2021/3/5,\r\n"
                + "没有审查过的比对措施,襄比发〔2025〕1号,2025年4月1日,javascript:alert(1)\r\n";
        Path file = Files.writeString(temp.resolve("list.csv"), list);

        SiteExport.Content content = exports.read(file, "list.csv");
        var first = published.compare(
                "r420600", content.texts(), PublishedLead.Source.EXPORT, "list.csv", LegacyCampaign.CLERK);
        var second = published.compare(
                "r420600", content.texts(), PublishedLead.Source.EXPORT, "list.csv", LegacyCampaign.CLERK);

        assertThat(first).isEqualTo(new PublishedTexts.Compared(2, 0, 1));
        assertThat(second).isEqualTo(new PublishedTexts.Compared(2, 1, 0));
        PublishedLead lead = lead("没有审查过的比对措施");
        assertThat(lead.link()).as("only an address of the web is a link").isEmpty();
        assertThat(lead.publishedOn()).hasToString("Optional[2025-04-01]");
    }

    @Test
    void a_text_in_the_folder_is_known_by_its_words_or_is_a_lead() throws IOException {
        Files.createDirectories(watched);
        String known = TEXT.formatted("甲", "1");
        legacy.measure(LegacyCampaign.UNIT, LegacyCampaign.UNIT, "另一个标题的措施", known);
        put("known.txt", known.replace("，", " ，"));
        put("unknown.txt", TEXT.formatted("乙", "2"));
        put("broken.docx", "no document");

        folder.look();

        assertThat(published.of(List.of("r420600")))
                .extracting(PublishedLead::title)
                .contains("关于推进示范街区建设的意见乙")
                .doesNotContain("关于推进示范街区建设的意见甲");
        assertThat(lead("关于推进示范街区建设的意见乙").documentNumber()).isEqualTo("襄比字〔2024〕72号");
        assertThat(watched.resolve("known.txt")).doesNotExist();
        try (var unread = Files.list(watched.resolve("unread"))) {
            assertThat(unread.map(each -> each.getFileName().toString()))
                    .anyMatch(name -> name.endsWith("broken.docx"));
        }
    }

    @Test
    void the_page_leads_to_the_inbox_and_decides_nothing_itself() throws IOException {
        Path file = Files.writeString(temp.resolve("one.csv"), "标题,文号\r\n要处理的比对措施,襄比发〔2025〕9号\r\n");
        published.compare(
                "r420600",
                exports.read(file, "one.csv").texts(),
                PublishedLead.Source.EXPORT,
                "one.csv",
                LegacyCampaign.CLERK);
        long id = lead("要处理的比对措施").id();
        Visitor reviewer = web.login(LegacyCampaign.REVIEWER);

        Answer page = reviewer.get("/cleanup/published");
        assertThat(page.body()).contains("/leads/from/PUBLISHED/" + id).doesNotContain("name=\"decision\"");
        Answer there = reviewer.get("/leads/from/PUBLISHED/" + id);
        assertThat(there.status()).isEqualTo(302);
        assertThat(reviewer.submit(
                                "/cleanup/published/" + id,
                                Map.of("decision", "DISMISSED", "reason", "再处理", "_csrf", reviewer.csrf()))
                        .status())
                .isEqualTo(404);
    }

    private PublishedLead lead(String title) {
        return published.of(List.of("r420600")).stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private void put(String name, String text) throws IOException {
        Path file = Files.writeString(watched.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }
}
