package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Every text of a page stands in the message files, and every text that a page names is there. */
class PageTextTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path CODE = Path.of("src/main/java/org/fairreview/review/web");
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}\\x{3000}-\\x{303f}\\x{ff00}-\\x{ffef}]");
    private static final Pattern NAMED = Pattern.compile("#\\{([\\w.]+)[}(]");
    private static final Pattern ASKED = Pattern.compile("labels\\s*\\.\\s*text\\(\\s*\"([\\w.]+)\"\\s*[,)]");
    private static final Pattern DEMANDED = Pattern.compile("message = \"\\{([\\w.]+)}\"");
    private static final Pattern SUBJECT =
            Pattern.compile("(?:(?:SUBJECT|BACKUPS|ENGINE|MODELS) = |reads\\.\\w+\\()\"([\\w-]+)\"");
    private static final Pattern FIELD = Pattern.compile("fields :: (?:text|area|choice|files|help)\\('(\\w+)'");

    @Test
    void templates_and_scripts_hold_no_chinese_of_their_own() throws IOException {
        assertThat(files(RESOURCES.resolve("templates"), RESOURCES.resolve("static/assets")))
                .hasSizeGreaterThan(10)
                .allSatisfy(file ->
                        assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(CHINESE));
    }

    @Test
    void every_text_that_a_template_names_is_there() throws IOException {
        assertThat(missing(NAMED, RESOURCES.resolve("templates"))).isEmpty();
    }

    @Test
    void every_text_that_the_code_of_the_pages_names_is_there() throws IOException {
        assertThat(missing(ASKED, CODE)).isEmpty();
        assertThat(missing(DEMANDED, CODE)).isEmpty();
    }

    /** What an entry of the record is about, where that is neither a case nor somebody. */
    @Test
    void every_subject_of_the_record_has_a_name() throws IOException {
        List<String> subjects = found(SUBJECT, Path.of("src/main/java"));

        assertThat(subjects).contains("monitoring", "checkpoints");
        assertThat(subjects).filteredOn(subject -> !subject.endsWith("-")).allSatisfy(subject -> assertThat(
                        text("activity.subject." + subject))
                .as(subject)
                .isNotNull());
    }

    @Test
    void every_field_of_a_form_has_a_label() throws IOException {
        List<String> fields = found(FIELD, RESOURCES.resolve("templates"));

        assertThat(fields).hasSizeGreaterThan(15);
        assertThat(fields)
                .allSatisfy(
                        field -> assertThat(text("submit." + field)).as(field).isNotNull());
    }

    private static List<String> missing(Pattern pattern, Path folder) throws IOException {
        List<String> keys = found(pattern, folder);
        assertThat(keys).isNotEmpty();
        return keys.stream().filter(key -> text(key) == null).toList();
    }

    private static List<String> found(Pattern pattern, Path folder) throws IOException {
        TreeSet<String> found = new TreeSet<>();
        for (Path file : files(folder)) {
            pattern.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
        }
        return new ArrayList<>(found);
    }

    private static List<Path> files(Path... folders) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile).forEach(all::add);
            }
        }
        return all;
    }

    private static String text(String key) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setBasenames(
                "messages/pages",
                "messages/audit",
                "messages/identity",
                "messages/calendar",
                "messages/document",
                "messages/workflow",
                "messages/measure",
                "messages/review",
                "messages/legaladvice",
                "messages/conference",
                "messages/evaluation",
                "messages/cleanup",
                "messages/complaint",
                "messages/lead",
                "messages/monitoring",
                "messages/reminder",
                "messages/reporting",
                "messages/spotcheck",
                "messages/procedure",
                "messages/screening",
                "messages/notification",
                "messages/office");
        return messages.getMessage(key, null, null, Locale.SIMPLIFIED_CHINESE);
    }
}
