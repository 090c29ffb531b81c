package org.fairreview.kit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;

/** One person at a browser of 1366 by 768: logged in, in portal and Tasklist. */
public final class Visit {

    private static final String PASSWORD = "Xiangyang#2026";
    private static final boolean PICTURES = Boolean.getBoolean("walk.pictures");
    private static final double PATIENCE = 60_000;
    private static final double PAGE_LOADS = 5_000;

    private final String address;
    private final Page page;

    private Visit(String address, Page page) {
        this.address = address;
        this.page = page;
    }

    public static Visit login(Browser browser, int port, String userId) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1366, 768)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE / 2);
        Visit visit = new Visit("http://localhost:" + port, context.newPage());
        visit.open("/login");
        visit.page.fill("#username", userId);
        visit.page.fill("#password", PASSWORD);
        visit.page.click("#login-form button[type=submit]");
        visit.page.waitForURL(visit.address + "/");
        return visit;
    }

    public Page page() {
        return page;
    }

    public void open(String path) {
        page.navigate(address + path);
    }

    /** Uploads a file on the submit page and waits until it is listed. */
    public void upload(String box, Path file) {
        Locator files = page.locator("#" + box);
        files.locator("input[type=file]").setInputFiles(file);
        files.locator(".file-name")
                .filter(new Locator.FilterOptions()
                        .setHasText(file.getFileName().toString()))
                .waitFor();
    }

    /** Opens the task of the case from a filter of Tasklist; looks for its case number when the first page has it not. */
    public void openTask(String filter, String caseNumber) {
        open("/camunda/app/tasklist/default/");
        page.locator(".task-filter a")
                .filter(new Locator.FilterOptions().setHasText(filter))
                .click();
        Locator card = page.locator("li.task")
                .filter(new Locator.FilterOptions().setHasText(caseNumber))
                .first();
        if (!comes(card)) {
            lookFor(caseNumber);
        }
        card.click();
        page.locator("button[ng-click='complete()'], button[ng-click='claim()'], .claim")
                .first()
                .waitFor();
    }

    private void lookFor(String caseNumber) {
        String criterion =
                "[{\"type\":\"processVariables\",\"operator\":\"eq\",\"name\":\"caseNumber\",\"value\":\"%s\"}]"
                        .formatted(caseNumber);
        page.evaluate(
                "criterion => { const [path, query] = location.hash.split('?'); const search = new URLSearchParams(query);"
                        + " search.set('searchQuery', criterion); search.delete('page'); location.hash = path + '?' + search; }",
                criterion);
    }

    private static boolean comes(Locator card) {
        try {
            card.waitFor(new Locator.WaitForOptions().setTimeout(PAGE_LOADS));
            return true;
        } catch (TimeoutError notHere) {
            return false;
        }
    }

    public void claim() {
        page.locator("button.claim").click();
        page.locator("button[ng-click='complete()']").waitFor();
    }

    /** The field of the embedded form. */
    public Locator field(String name) {
        return page.locator(".fr-form [name=" + name + "]").first();
    }

    /** Chooses in a group of radio buttons of an embedded form, or of one of its rows. */
    public void choose(Locator scope, String name, String value) {
        scope.locator("input[type=radio][value='" + value + "']")
                .and(scope.locator("[name='" + name + "'], [data-name='" + name + "'], [name^='" + name + "-']"))
                .check();
    }

    /** Ticks a box with the keyboard: while a page still grows, a click may land beside. */
    public void tick(String box) {
        Locator ticked = page.locator(box);
        ticked.press(" ");
        assertThat(ticked).isChecked();
    }

    /** Chooses today in a date field; a field that has just become editable may close the calendar that the first click opened. */
    public void today(Locator date) {
        Locator today =
                page.locator(".flatpickr-calendar.open .flatpickr-day.today").first();
        assertThat(date).isEditable();
        date.click();
        if (!comes(today)) {
            page.keyboard().press("Escape");
            date.blur();
            date.click();
        }
        today.click();
        assertThat(date).not().hasValue("");
    }

    /** Chooses a file of an embedded form that takes one and has opened, and waits until the server has it. */
    public void oneFile(Path file) {
        Locator uploaded = page.locator(".fr-form [data-part=uploaded]");
        assertThat(uploaded).containsText("尚未上传");
        page.locator(".fr-form input[type=file]").first().setInputFiles(file);
        assertThat(uploaded).containsText("已上传");
    }

    /** Completes the task; the server takes the form. */
    public void complete() {
        assertThat(send().status()).isEqualTo(204);
        page.waitForTimeout(300);
    }

    /** Completes the task; the server refuses with a sentence, which the person sees. */
    public void completeRefused(String sentence) {
        assertThat(send().status()).isEqualTo(409);
        assertThat(page.locator(".fr-refusal")).containsText(sentence);
    }

    private Response send() {
        Locator complete = page.locator("button[ng-click='complete()']");
        assertThat(complete).isEnabled();
        return page.waitForResponse("**/submit-form", complete::click);
    }

    /** The same person at a telephone of 390 by 844. */
    public void onPhone() {
        page.setViewportSize(390, 844);
    }

    /** Keeps a picture for README and handbook, when pictures are asked for. */
    public void picture(String name) {
        picture(page, name);
    }

    /** Keeps a picture of what somebody sees who has not logged in. */
    public static void picture(Page page, String name) {
        if (PICTURES) {
            page.evaluate("document.querySelectorAll('.page-notifications .alert').forEach(one => one.remove())");
            page.waitForTimeout(800);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("docs", "images", name + ".png")));
        }
    }
}
