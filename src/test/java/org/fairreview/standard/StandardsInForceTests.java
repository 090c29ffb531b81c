package org.fairreview.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The standards that the product ships, read on a day in the period of force of the measures of 2025. */
class StandardsInForceTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Standards standards = new Standards(on(LocalDate.of(2026, 3, 2)));

    @Test
    void the_regulation_has_19_items_in_four_groups() {
        assertThat(standards.regime()).isEqualTo("2025");
        assertThat(standards.groups()).extracting(StandardGroup::code).containsExactly("8", "9", "10", "11");
        assertThat(standards.groups()).extracting(group -> group.items().size()).containsExactly(5, 6, 4, 4);
        assertThat(standards.groups())
                .extracting(StandardGroup::article)
                .containsExactly("条例第八条", "条例第九条", "条例第十条", "条例第十一条");
    }

    @Test
    void the_measures_split_them_into_66_sub_items() {
        assertThat(standards.groups()).extracting(StandardGroup::subItemCount).containsExactly(19, 23, 13, 11);
        assertThat(items())
                .extracting(item -> item.code() + ":" + item.subItems().size())
                .containsExactly(
                        "8(1):6", "8(2):4", "8(3):5", "8(4):4", "8(5):0", //
                        "9(1):4", "9(2):4", "9(3):7", "9(4):4", "9(5):4", "9(6):0", //
                        "10(1):4", "10(2):5", "10(3):4", "10(4):0", //
                        "11(1):4", "11(2):4", "11(3):3", "11(4):0");
    }

    @Test
    void codes_are_unique_and_in_order() {
        List<String> codes = codes();

        assertThat(codes).doesNotHaveDuplicates().hasSize(19 + 66);
        assertThat(codes).isSortedAccordingTo((left, right) -> Arrays.compare(numbersIn(left), numbersIn(right)));
    }

    @Test
    void items_are_spelled_out_by_articles_9_to_23_and_the_catch_alls_by_article_24() {
        List<String> spelledOut = items().stream()
                .filter(item -> !item.subItems().isEmpty())
                .map(StandardItem::measuresArticle)
                .toList();

        assertThat(spelledOut)
                .isEqualTo(IntStream.rangeClosed(9, 23)
                        .mapToObj(article -> "办法第" + numeral(article) + "条")
                        .toList());
        assertThat(items().stream().filter(item -> item.subItems().isEmpty()))
                .allSatisfy(item -> assertThat(item.measuresArticle()).isEqualTo("办法第二十四条"))
                .extracting(StandardItem::code)
                .containsExactly("8(5)", "9(6)", "10(4)", "11(4)");
    }

    @Test
    void every_citation_agrees_with_its_code() {
        for (StandardItem item : items()) {
            int[] numbers = numbersIn(item.code());
            assertThat(item.article()).isEqualTo("条例第%s条第%s项", numeral(numbers[0]), numeral(numbers[1]));
            for (SubItem subItem : item.subItems()) {
                assertThat(subItem.code()).startsWith(item.code() + "-");
                assertThat(subItem.citation())
                        .isEqualTo(item.measuresArticle() + "第" + numeral(numbersIn(subItem.code())[2]) + "项");
            }
        }
    }

    @Test
    void labels_are_short_chinese() {
        Stream<String> labels =
                items().stream().flatMap(item -> Stream.concat(Stream.of(item.label()), subItemLabels(item)));

        assertThat(labels).hasSize(19 + 66).doesNotHaveDuplicates().allSatisfy(label -> {
            assertThat(label.codePoints().anyMatch(Character::isIdeographic)).isTrue();
            assertThat(label).hasSizeLessThanOrEqualTo(40);
        });
    }

    @Test
    void the_legal_basis_is_asked_for_under_article_10_only() {
        assertThat(standards.groups().stream().filter(StandardGroup::legalBasisQuestion))
                .extracting(StandardGroup::code)
                .containsExactly("10");
        assertThat(items().stream().filter(StandardItem::legalBasisQuestion))
                .extracting(StandardItem::code)
                .containsExactly("10(1)", "10(2)", "10(3)", "10(4)");
    }

    @Test
    void the_specific_operator_is_asked_for_where_the_item_speaks_of_one() {
        assertThat(items().stream().filter(StandardItem::specificOperatorQuestion))
                .allSatisfy(item -> assertThat(item.label()).contains("特定经营者"))
                .extracting(StandardItem::code)
                .containsExactly("8(3)", "10(1)", "10(2)", "10(3)", "11(2)");
    }

    @Test
    void an_item_and_a_sub_item_are_found_by_code() {
        assertThat(standards.item("9(3)"))
                .hasValueSatisfying(item -> assertThat(item.article()).isEqualTo("条例第九条第三项"));
        assertThat(standards.subItem("8(1)-3"))
                .hasValueSatisfying(subItem -> assertThat(subItem.citation()).isEqualTo("办法第九条第三项"));
        assertThat(standards.regimeOn(LocalDate.of(2026, 3, 2)).orElseThrow().itemOf("8(1)-3"))
                .hasValueSatisfying(item -> assertThat(item.code()).isEqualTo("8(1)"));
    }

    @Test
    void an_unknown_code_is_not_found() {
        assertThat(standards.item("8(6)")).isEmpty();
        assertThat(standards.item("8(1)-3")).isEmpty();
        assertThat(standards.subItem("8(1)-7")).isEmpty();
        assertThat(standards.subItem("8(1)")).isEmpty();
    }

    @Test
    void each_day_since_the_rules_of_2021_has_its_regime() {
        assertThat(standards.regimeOn(LocalDate.of(2021, 6, 28))).isEmpty();
        assertThat(standards.regimeOn(LocalDate.of(2021, 6, 29)))
                .map(Regime::id)
                .contains("2021");
        assertThat(standards.regimeOn(LocalDate.of(2024, 7, 31)))
                .map(Regime::id)
                .contains("2021");
        assertThat(standards.regimeOn(LocalDate.of(2024, 8, 1))).map(Regime::id).contains("2024");
        assertThat(standards.regimeOn(LocalDate.of(2025, 4, 19)))
                .map(Regime::id)
                .contains("2024");
        assertThat(standards.regimeOn(LocalDate.of(2025, 4, 20)))
                .map(Regime::id)
                .contains("2025");
    }

    @Test
    void a_day_without_a_regime_is_named() {
        Standards early = new Standards(on(LocalDate.of(2021, 6, 28)));

        assertThatThrownBy(early::groups).hasMessageContaining("2021-06-28");
    }

    private List<StandardItem> items() {
        return standards.groups().stream()
                .flatMap(group -> group.items().stream())
                .toList();
    }

    private List<String> codes() {
        return items().stream()
                .flatMap(item -> Stream.concat(
                        Stream.of(item.code()), item.subItems().stream().map(SubItem::code)))
                .toList();
    }

    private static Stream<String> subItemLabels(StandardItem item) {
        return item.subItems().stream().map(SubItem::label);
    }

    private static int[] numbersIn(String code) {
        return Stream.of(code.split("\\D+")).mapToInt(Integer::parseInt).toArray();
    }

    private static String numeral(int number) {
        String ones = number % 10 == 0 ? "" : "一二三四五六七八九".substring(number % 10 - 1, number % 10);
        return switch (number / 10) {
            case 0 -> ones;
            case 1 -> "十" + ones;
            default -> "二十" + ones;
        };
    }

    private static Clock on(LocalDate date) {
        return Clock.fixed(date.atStartOfDay(SHANGHAI).toInstant(), SHANGHAI);
    }
}
