package org.fairreview.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fairreview.standard.Standards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of rules that an office has edited: taken when it is sound, refused with the line when it is not. */
class RuleFileTests {

    private static final Standards STANDARDS = new Standards(Clock.systemUTC());

    private static final String SOUND =
            """
            版本: "试用1"
            词表:
              本地: [本市, 我县]
            否定词: [不得]
            近处否定词: [避免]
            不算否定: [不得低于]
            否定解除: [否则]
            通用排除: [另有规定]
            近处排除: [一视同仁]
            地名:
              后缀: [市, 县]
              前导: [在]
              不是地名: [城市]
            规则:
              - 名称: 优先本地
                依据: 办法第十五条第二项
                理由: 优先本地经营者。
                提问: 外地经营者呢？
                信号:
                  - 优先 +8+ 采购|选用 + <本地>产品
                违法示例: 优先采购本市产品。
                合法示例: 不得优先采购本市产品。
            """;

    @TempDir
    Path data;

    @Test
    void a_sound_file_in_the_data_folder_takes_the_place_of_the_shipped_one() throws Exception {
        Files.writeString(data.resolve(RuleFile.NAME), SOUND);
        Screening screening = Screening.in(data, STANDARDS);
        assertThat(screening.ruleVersion()).startsWith("试用1-");
        assertThat(screening.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.item()).isEqualTo("9(3)");
            assertThat(rule.subItem()).isEqualTo("9(3)-2");
        });
        assertThat(screening.screen("机关食堂优先选用我县产品。").hits()).hasSize(1);
    }

    @Test
    void without_a_file_in_the_data_folder_the_shipped_rules_hold() {
        assertThat(Screening.in(data, STANDARDS).rules()).hasSizeGreaterThan(60);
    }

    @Test
    void an_unknown_article_is_refused() {
        refused(SOUND.replace("第十五条第二项", "第十五条第九项"), 16, "没有“办法第十五条第九项”这一审查标准");
    }

    @Test
    void a_file_nested_beyond_reason_is_refused() {
        refused("[".repeat(3_000), 1, "嵌套太深");
    }

    @Test
    void a_small_file_that_makes_millions_of_words_is_refused() {
        String words = IntStream.range(0, 140)
                .mapToObj(i -> "词" + (char) ('\u5000' + i))
                .collect(Collectors.joining(", "));
        String signals = IntStream.range(0, 40)
                .mapToObj(i -> "      - x%d<炸甲><炸乙>\n".formatted(i))
                .collect(Collectors.joining());
        String bomb = SOUND.replace("词表:\n", "词表:\n  炸甲: [" + words + "]\n  炸乙: [" + words + "]\n")
                .replace("    信号:\n", "    信号:\n" + signals);

        assertThatThrownBy(() -> Screening.by("规则.yaml", bomb.getBytes(StandardCharsets.UTF_8), STANDARDS))
                .isInstanceOf(BrokenRuleFile.class)
                .hasMessageContaining("组合出来的词超过");
    }

    @Test
    void a_name_that_stands_twice_is_refused() {
        String rule = SOUND.substring(SOUND.indexOf("  - 名称"));
        refused(SOUND + rule, 23, "与第 15 行的规则重复");
    }

    @Test
    void an_unknown_key_is_refused() {
        refused(SOUND.replace("    提问:", "    问题:"), 18, "没有“问题”这一项");
    }

    @Test
    void an_unknown_list_is_refused() {
        refused(SOUND.replace("<本地>产品", "<外地>产品"), 20, "没有名为“外地”的词表");
    }

    @Test
    void a_list_that_names_itself_is_refused() {
        refused(SOUND.replace("[本市, 我县]", "[本市, <本地>区]"), 3, "引用了自己");
    }

    @Test
    void a_rule_that_misses_its_violating_example_is_refused() {
        refused(SOUND.replace("违法示例: 优先采购本市产品", "违法示例: 优先采购外地产品"), 15, "没有指出它自己的违法示例");
    }

    @Test
    void a_rule_that_points_at_its_lawful_example_is_refused() {
        refused(SOUND.replace("合法示例: 不得优先", "合法示例: 应当优先"), 15, "指出了它自己的合法示例");
    }

    @Test
    void broken_yaml_and_a_wrong_character_set_are_refused() {
        refused(SOUND.replace("理由: 优先", "理由: \"优先"), 17, "格式有误");
        assertThatExceptionOfType(BrokenRuleFile.class)
                .isThrownBy(() -> RuleFile.read("自己的.yaml", SOUND.getBytes(Charset.forName("GBK")), STANDARDS))
                .withMessageContaining("不是 UTF-8 编码");
        refused("", 1, "文件是空的");
    }

    private static void refused(String file, int line, String reason) {
        assertThatExceptionOfType(BrokenRuleFile.class)
                .isThrownBy(() -> RuleFile.read("自己的.yaml", file.getBytes(StandardCharsets.UTF_8), STANDARDS))
                .withMessageContaining(reason)
                .withMessageContaining("自己的.yaml")
                .satisfies(broken -> assertThat(broken.line()).isEqualTo(line));
    }
}
