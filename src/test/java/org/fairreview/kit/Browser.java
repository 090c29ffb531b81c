package org.fairreview.kit;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium that the tests drive: the one of the machine, or else the one that Playwright downloads. */
public final class Browser {

    /** Names the browser where it is not on the PATH. */
    static final String PATH_VARIABLE = "CHROMIUM_PATH";

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private static final List<String> QUIET = List.of(
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking");

    private Browser() {}

    /** Playwright, which downloads a browser of its own only where the machine has none. */
    public static Playwright playwright() {
        var options = new Playwright.CreateOptions();
        return Playwright.create(
                onThisMachine(System.getenv()).isPresent()
                        ? options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
                        : options);
    }

    /**
     * A headless Chromium.
     *
     * @throws IllegalStateException where there is none
     */
    public static com.microsoft.playwright.Browser launch(Playwright playwright) {
        var options = new BrowserType.LaunchOptions().setHeadless(true).setArgs(QUIET);
        onThisMachine(System.getenv()).ifPresent(options::setExecutablePath);
        try {
            return playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            throw new IllegalStateException(
                    "No Chromium starts: set %s, or install one of %s (on Debian: apt-get install chromium)"
                            .formatted(PATH_VARIABLE, NAMES),
                    e);
        }
    }

    /**
     * The browser of the machine, where it has one.
     *
     * @throws IllegalStateException where {@value #PATH_VARIABLE} names what is no program
     */
    static Optional<Path> onThisMachine(Map<String, String> environment) {
        String named = environment.get(PATH_VARIABLE);
        if (named != null && !named.isBlank()) {
            if (!Files.isExecutable(Path.of(named))) {
                throw new IllegalStateException("%s is '%s', which is no program".formatted(PATH_VARIABLE, named));
            }
            return Optional.of(Path.of(named));
        }
        String[] folders = environment.getOrDefault("PATH", "").split(File.pathSeparator);
        return NAMES.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
