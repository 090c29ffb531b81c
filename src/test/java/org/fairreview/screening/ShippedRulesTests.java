package org.fairreview.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.fairreview.standard.Standards;
import org.fairreview.standard.SubItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that the product ships, held to their own examples and to the whole of the law. */
class ShippedRulesTests {

    private static final Standards STANDARDS = new Standards(Clock.systemUTC());
    private static final Screening SCREENING = new Screening(RuleFile.readShipped(STANDARDS));

    static Stream<Rule> rules() {
        return SCREENING.rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_points_at_its_violating_examples_within_the_words_of_the_text(Rule rule) {
        assertThat(rule.violating()).allSatisfy(example -> {
            Hit hit = SCREENING.screen(Examples.passages(example)).hits().stream()
                    .filter(found -> found.rule().equals(rule.name()))
                    .findFirst()
                    .orElseThrow();
            assertThat(hit.item()).isEqualTo(rule.item());
            assertThat(hit.words()).isNotEmpty().allSatisfy(word -> assertThat(example)
                    .contains(word.text()));
        });
    }

    @ParameterizedTest
    @MethodSource("rules")
    void no_rule_at_all_points_at_a_lawful_example(Rule rule) {
        assertThat(rule.lawful()).allSatisfy(example -> assertThat(
                        SCREENING.screen(Examples.passages(example)).hits())
                .isEmpty());
    }

    @Test
    void every_item_and_every_sub_item_but_the_open_ones_has_a_rule() {
        Set<String> covered = new HashSet<>();
        rules().forEach(rule -> {
            covered.add(rule.item());
            covered.add(String.valueOf(rule.subItem()));
        });
        assertThat(STANDARDS.groups().stream().flatMap(group -> group.items().stream()))
                .allSatisfy(item -> assertThat(covered).contains(item.code()));
        assertThat(STANDARDS.groups().stream()
                        .flatMap(group -> group.items().stream())
                        .flatMap(item -> item.subItems().stream())
                        .filter(subItem -> !subItem.label().startsWith("其他"))
                        .map(SubItem::code))
                .allSatisfy(code -> assertThat(covered).contains(code));
    }
}
