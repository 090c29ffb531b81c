package org.fairreview.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the tests look for their browser. */
class BrowserTests {

    @TempDir
    Path folder;

    @Test
    void the_browser_that_is_named_comes_first() throws IOException {
        Path named = program("my-browser");
        program("chromium");

        assertThat(Browser.onThisMachine(Map.of("CHROMIUM_PATH", named.toString(), "PATH", folder.toString())))
                .contains(named);
    }

    @Test
    void a_named_browser_that_is_not_there_is_said_so() {
        assertThatThrownBy(() -> Browser.onThisMachine(Map.of("CHROMIUM_PATH", "/nowhere/chromium")))
                .hasMessageContaining("CHROMIUM_PATH is '/nowhere/chromium'");
    }

    @Test
    void the_path_is_searched_for_chromium_before_chrome() throws IOException {
        program("google-chrome");
        Path chromium = program("chromium-browser");

        assertThat(Browser.onThisMachine(Map.of("PATH", "/nowhere" + File.pathSeparator + folder)))
                .contains(chromium);
    }

    @Test
    void a_machine_without_a_browser_leaves_it_to_playwright() {
        assertThat(Browser.onThisMachine(Map.of("PATH", folder.toString()))).isEmpty();
    }

    private Path program(String name) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
