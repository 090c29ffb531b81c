package org.fairreview.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The standards of 2021 and 2024, and what became of them. */
class EarlierRegimesTests {

    private final Standards standards = new Standards(Clock.systemUTC());

    @Test
    void the_rules_of_2021_had_18_standards_in_four_groups() {
        assertThat(regime("2021").groups()).extracting(StandardGroup::code).containsExactly("13", "14", "15", "16");
        assertThat(regime("2021").groups())
                .extracting(group -> group.items().size())
                .containsExactly(5, 5, 4, 4);
    }

    @Test
    void the_regulation_alone_had_19_items_and_no_sub_items() {
        assertThat(regime("2024").items())
                .extracting(StandardItem::code)
                .isEqualTo(
                        regime("2025").items().stream().map(StandardItem::code).toList());
        assertThat(regime("2024").items()).allSatisfy(item -> {
            assertThat(item.subItems()).isEmpty();
            assertThat(item.measuresArticle()).isNull();
        });
    }

    @Test
    void no_text_of_an_earlier_regime_names_a_later_law() {
        assertThat(texts("2021")).allSatisfy(text -> assertThat(text).doesNotContain("条例", "办法"));
        assertThat(texts("2024")).allSatisfy(text -> assertThat(text).doesNotContain("办法", "细则"));
    }

    @Test
    void preferential_policies_became_three_items() {
        assertThat(standards.successors("2021", "15(1)", "2025"))
                .extracting(StandardItem::code)
                .containsExactly("10(1)", "10(2)", "10(3)");
    }

    @Test
    void every_standard_of_2021_has_a_successor_today() {
        assertThat(regime("2021").items())
                .allSatisfy(item -> assertThat(standards.successors("2021", item.code(), "2025"))
                        .isNotEmpty());
    }

    @Test
    void an_item_is_its_own_successor_in_its_own_regime_and_has_none_before() {
        assertThat(standards.successors("2025", "9(3)", "2025"))
                .extracting(StandardItem::code)
                .containsExactly("9(3)");
        assertThat(standards.successors("2025", "9(3)", "2021")).isEmpty();
    }

    @Test
    void an_unknown_regime_or_item_is_named() {
        assertThatThrownBy(() -> standards.successors("2019", "9(3)", "2025")).hasMessage("No regime 2019");
        assertThatThrownBy(() -> standards.successors("2021", "9(3)", "2025"))
                .hasMessage("Regime 2021 has no item 9(3)");
    }

    @Test
    void the_exception_cases_of_the_regulation_were_widened_by_the_measures() {
        assertThat(regime("2024").exceptions()).hasSize(4).noneSatisfy(each -> assertThat(each.label())
                .contains("国务院"));
        assertThat(regime("2025").exceptions()).last().satisfies(each -> assertThat(each.label())
                .contains("国务院"));
    }

    private Regime regime(String id) {
        return standards.regime(id).orElseThrow();
    }

    private List<String> texts(String id) {
        return regime(id).groups().stream()
                .flatMap(group -> group.items().stream())
                .flatMap(item -> List.of(item.article(), item.label()).stream())
                .filter(text -> !(id.equals("2024") && text.startsWith("条例")))
                .toList();
    }
}
