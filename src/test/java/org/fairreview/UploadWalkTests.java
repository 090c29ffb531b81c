package org.fairreview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A form in Tasklist that was refused for a missing file says so until the file is there, in a real Chromium. */
@ProductTest
class UploadWalkTests {

    @LocalServerPort
    int port;

    @Autowired
    ProcessDriver process;

    @TempDir
    Path folder;

    @Test
    void the_refusal_goes_when_the_file_has_come() throws IOException {
        Path draft = Files.writeString(folder.resolve("征求意见稿.txt"), "第一条 企业自主经营。");
        try (Playwright playwright = org.fairreview.kit.Browser.playwright();
                Browser browser = org.fairreview.kit.Browser.launch(playwright)) {
            Visit drafter = Visit.login(browser, port, "linyue");
            Page page = drafter.page();
            drafter.open("/procedures/new");
            page.fill("#title", "关于上传文件的通知");
            page.selectOption("#kind", "NORMATIVE_DOCUMENT");
            page.check("input[name=business][value=true]");
            page.selectOption("#decider", "UNIT");
            page.fill("#decidingBody", "局务会");
            page.selectOption("#legalUnit", "u05");
            page.locator("form[data-draft] button[type=submit]").click();
            page.locator("h1", new Page.LocatorOptions().setHasText("关于上传文件的通知"))
                    .waitFor();
            String number = page.url().replaceAll(".*/", "");

            process.runJobs(number);
            drafter.openTask("本单位待办", number);
            drafter.claim();
            drafter.field("place").fill("本单位门户网站");
            drafter.field("endsOn").fill("2030-01-01");
            drafter.completeRefused("请上传文件");
            drafter.oneFile(draft);
            assertThat(page.locator(".fr-refusal")).isHidden();
        }
    }
}
