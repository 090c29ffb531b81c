package org.fairreview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages with a filter on a telephone of 390 pixels: nothing stands beside the screen. */
@ProductTest
class PhoneWalkTests {

    private static final int WIDTH = 390;

    @LocalServerPort
    int port;

    @Test
    void standards_and_the_administrators_lists_are_no_wider_than_the_screen() {
        try (Playwright playwright = org.fairreview.kit.Browser.playwright();
                Browser browser = org.fairreview.kit.Browser.launch(playwright)) {
            assertFits(Visit.login(browser, port, "linyue"), "/standards", "/procedures/new");
            assertFits(Visit.login(browser, port, "admin"), "/admin/units", "/admin/people");
        }
    }

    private static void assertFits(Visit visit, String... pages) {
        visit.onPhone();
        for (String path : pages) {
            visit.open(path);
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(WIDTH);
        }
    }
}
