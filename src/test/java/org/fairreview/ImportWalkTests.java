package org.fairreview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.kit.LegacyCampaign;
import org.fairreview.kit.LegacyFiles;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A clerk brings a list of measures in force in a real Chromium: three lines are wrong, are corrected and brought again, and
 * all of it is taken over while the page shows how far it is.
 *
 * <p>With {@code -Dwalk.pictures=true} it leaves its pictures in {@code docs/images}.
 */
@ProductTest
class ImportWalkTests {

    private static final String BODY = "第一条 支持%s企业公平参与竞争。\n第二条 本措施自印发之日起施行。";

    @LocalServerPort
    int port;

    @Autowired
    LegacyCampaign legacy;

    @TempDir
    Path folder;

    @Test
    void three_wrong_lines_are_corrected_and_the_whole_list_is_taken_over() throws IOException {
        String campaign = legacy.arrange(0, LegacyCampaign.UNIT, "u03");
        String mark = campaign.replace("420600-QL-", "襄发改规〔") + "〕";
        List<List<String>> lines = new ArrayList<>();
        Map<String, byte[]> texts = new LinkedHashMap<>();
        for (String what : List.of("新能源汽车产业", "现代物流", "农产品加工", "数字经济", "专精特新", "县域商业")) {
            int place = lines.size() + 1;
            lines.add(LegacyFiles.line("关于支持" + what + "发展的若干措施", mark + place + "号", what + ".txt"));
            texts.put("文本/" + what + ".txt", BODY.formatted(mark + what).getBytes(Charset.forName("GBK")));
        }
        texts.put("文本/目录.txt", "目录".getBytes(StandardCharsets.UTF_8));
        Path archive = Files.write(folder.resolve("文本.zip"), LegacyFiles.zip(Charset.forName("GBK"), texts));
        lines.get(1).set(5, "2021年2月30日");
        lines.get(2).set(4, "襄阳市发改局");
        lines.get(4).set(10, "专精特新企业.txt");
        Path wrong = Files.write(folder.resolve("清单.xlsx"), LegacyFiles.workbook(lines));

        try (Playwright playwright = org.fairreview.kit.Browser.playwright();
                Browser browser = org.fairreview.kit.Browser.launch(playwright)) {
            Visit clerk = Visit.login(browser, port, LegacyCampaign.CLERK);
            Page page = clerk.page();
            clerk.open("/cleanup/" + campaign + "/import");
            page.setInputFiles("#file", wrong);
            page.setInputFiles("#texts", archive);
            page.getByText("上传并试导入").click();
            assertThat(page.locator("[data-job] [role=status]")).containsText("试导入完成");
            Locator rows = page.locator(".past-wrong tbody tr");
            assertThat(rows).hasCount(3);
            assertThat(rows.nth(0)).containsText("没有“2021年2月30日”这一天");
            assertThat(rows.nth(1)).containsText("“襄阳市发改局”不是已登记的单位");
            assertThat(rows.nth(2)).containsText("压缩包中没有“专精特新企业.txt”");
            page.reload();
            assertThat(page.locator(".past-counts")).containsText("3 行有错误");
            assertThat(page.getByText("文本/目录.txt")).isVisible();
            clerk.picture("import-trial");

            lines.get(1).set(5, "2021年2月28日");
            lines.get(2).set(4, LegacyFiles.UNIT);
            lines.get(4).set(10, "专精特新.txt");
            Path right = Files.write(folder.resolve("清单（改正）.xlsx"), LegacyFiles.workbook(lines));
            clerk.open("/cleanup/" + campaign + "/import");
            page.setInputFiles("#file", right);
            page.locator("#textsOf").selectOption(new SelectOption().setIndex(1));
            clerk.picture("import");
            page.getByText("上传并试导入").click();
            page.getByText("导入有效行（6行）").click();
            assertThat(page.locator("[data-job] [role=status]")).containsText("导入完成：6行");
            assertThat(page.locator(".past-wrong tbody tr")).hasCount(6);
            assertThat(page.locator(".past-wrong tbody")).containsText(campaign + "-0006");
        }
    }
}
