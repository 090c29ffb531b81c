package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasklist and Welcome speak Chinese in every label that the release of the engine in use knows. */
class WebappLanguageTests {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|%[sd]|<br/>");

    /** Signs, number formats, the banner that shall not show, and a label that is empty in English as well. */
    private static final Set<String> WITHOUT_HAN = Set.of(
            "/labels/BANNER_CE_EOL_TEXT",
            "/labels/NO_TASK_FORM",
            "/labels/SEARCH_LESS_THAN",
            "/labels/SEARCH_LESS_THAN_EQUALS",
            "/labels/SEARCH_GREATER_THAN",
            "/labels/SEARCH_GREATER_THAN_EQUALS",
            "/dateLocales/calendar/sameElse",
            "/dateLocales/longDateFormat/L",
            "/dateLocales/longDateFormat/LT",
            "/dateLocales/week/dow",
            "/dateLocales/week/doy");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void has_exactly_the_keys_of_the_english_file(String app) throws IOException {
        assertThat(texts(app, "zh-CN").keySet())
                .containsExactlyInAnyOrderElementsOf(texts(app, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void has_a_chinese_character_in_every_value_but_the_listed_ones(String app) throws IOException {
        Map<String, String> chinese = texts(app, "zh-CN");
        assertThat(chinese).isNotEmpty();

        chinese.keySet().removeAll(WITHOUT_HAN);
        chinese.values().removeIf(HAN.asPredicate());
        assertThat(chinese).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void keeps_the_placeholders_of_the_english_text(String app) throws IOException {
        Map<String, String> english = texts(app, "en");
        Map<String, String> chinese = texts(app, "zh-CN");

        english.entrySet().removeIf(text -> placeholders(text.getValue()).isEmpty());
        assertThat(english).isNotEmpty().allSatisfy((key, value) -> assertThat(placeholders(chinese.get(key)))
                .as(key)
                .isEqualTo(placeholders(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void shows_no_text_in_the_end_of_life_banner(String app) throws IOException {
        assertThat(texts(app, "zh-CN")).containsEntry("/labels/BANNER_CE_EOL_TEXT", "&#8203;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void offers_chinese_alone_and_falls_back_to_it(String app) throws IOException {
        assertThat(own(app, "scripts/config.js"))
                .contains("locales: { availableLocales: ['zh-CN'], fallbackLocale: 'zh-CN' }");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void sends_whoever_is_logged_out_to_the_login_page_of_the_application(String app) throws IOException {
        assertThat(own(app, "scripts/config.js"))
                .containsPattern("customScripts: \\['(\\.\\./tasklist/)?scripts/sso\\.js'");
    }

    private static Map<String, String> texts(String app, String language) throws IOException {
        JsonNode file = new ObjectMapper().readTree(withoutByteOrderMark(read(app, "locales/" + language + ".json")));
        Map<String, String> texts = new TreeMap<>();
        collect("", file, texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), texts));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), texts);
            }
        } else {
            texts.put(path, node.asText());
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text.replaceAll("\\{\\{\\s*(\\w+)\\s*}}", "{{$1}}"))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The file that the classpath yields first, as the application serves it. */
    private static String read(String app, String path) throws IOException {
        URL url = WebappLanguageTests.class.getResource(location(app, path));
        assertThat(url).as(path).isNotNull();
        try (InputStream content = url.openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The same, and it must be ours: a file of the jar would be Camunda's. */
    private static String own(String app, String path) throws IOException {
        assertThat(Collections.list(WebappLanguageTests.class
                        .getClassLoader()
                        .getResources(location(app, path).substring(1))))
                .first()
                .satisfies(url -> assertThat(url.getProtocol()).isEqualTo("file"));
        return read(app, path);
    }

    private static String location(String app, String path) {
        return "/META-INF/resources/webjars/camunda/app/" + app + "/" + path;
    }
}
