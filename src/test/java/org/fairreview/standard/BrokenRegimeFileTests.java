package org.fairreview.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** A regime file with one mistake in it. */
class BrokenRegimeFileTests {

    private static final String FILE = "standard/regime-2099.yaml";

    private static final String SOUND =
            """
            id: 2099
            name: 试用标准
            inForceFrom: 2099-01-01
            inForceUntil: 2099-12-31
            itemCount: 2
            subItemCount: 2
            groups:
              - code: 8
                article: 条例第八条
                name: 试用分组
                legalBasisQuestion: true
                itemCount: 2
                subItemCount: 2
                items:
                  - code: 8(1)
                    article: 条例第八条第一项
                    label: 试用条目甲
                    measuresArticle: 办法第九条
                    subItems:
                      - code: 8(1)-1
                        citation: 办法第九条第一项
                        label: 试用细目甲
                      - code: 8(1)-2
                        citation: 办法第九条第二项
                        label: 试用细目乙
                  - code: 8(2)
                    article: 条例第八条第二项
                    label: 试用条目乙
            exceptions:
              - {article: 条例第十二条第一项, label: 试用情形}
            outcomes: {CONFORMS: 试用结论}
            template: trial-opinion
            """;

    @Test
    void a_sound_file_is_read() {
        Regime regime = read(SOUND);

        assertThat(regime.items()).extracting(StandardItem::code).containsExactly("8(1)", "8(2)");
        assertThat(regime.item("8(2)").orElseThrow().measuresArticle()).isNull();
        assertThat(regime.item("8(2)").orElseThrow().legalBasisQuestion()).isTrue();
        assertThat(regime.subItem("8(1)-2").orElseThrow().label()).isEqualTo("试用细目乙");
    }

    @Test
    void a_regime_without_a_template_is_refused() {
        assertThat(read(SOUND).template()).isEqualTo("trial-opinion");
        assertRefused("template: trial-opinion\n", "", 1, "'template' is missing in this regime");
        assertRefused("template: trial-opinion", "template: ''", 32, "'template' of this regime is empty");
    }

    @Test
    void outcomes_that_are_a_list_are_refused() {
        assertRefused(
                "outcomes: {CONFORMS: 试用结论}", "outcomes: [试用结论]", 31, "'outcomes' must be a set of keys and values");
    }

    @Test
    void an_unknown_key_is_refused() {
        assertRefused("measuresArticle: 办法", "measureArticle: 办法", 18, "unknown key 'measureArticle'");
    }

    @Test
    void a_key_that_stands_twice_is_refused() {
        assertRefused("    name: 试用分组", "    article: 试用分组", 10, "key 'article' stands twice in this group");
    }

    @Test
    void a_duplicate_code_is_refused() {
        assertRefused("code: 8(2)", "code: 8(1)", 26, "code 8(1) stands twice in the file");
    }

    @Test
    void a_code_out_of_order_is_refused() {
        assertRefused("code: 8(1)-2", "code: 8(1)-3", 23, "expected code 8(1)-2 here, found 8(1)-3");
    }

    @Test
    void a_missing_label_is_refused() {
        assertRefused("            label: 试用细目乙\n", "", 23, "'label' is missing in this sub-item");
    }

    @Test
    void an_empty_label_is_refused() {
        assertRefused("label: 试用条目乙", "label:", 28, "'label' of this item is empty");
    }

    @Test
    void counts_other_than_declared_are_refused() {
        assertRefused("itemCount: 2\nsubItemCount: 2", "itemCount: 3\nsubItemCount: 2", 5, "declares 3, found 2");
        assertRefused("itemCount: 2\nsubItemCount: 2", "itemCount: 2\nsubItemCount: 4", 6, "declares 4, found 2");
        assertRefused("    itemCount: 2\n", "    itemCount: 5\n", 12, "'itemCount' declares 5, found 2");
        assertRefused("    subItemCount: 2\n", "    subItemCount: 1\n", 13, "'subItemCount' declares 1, found 2");
    }

    @Test
    void a_flag_that_is_neither_true_nor_false_is_refused() {
        assertRefused("legalBasisQuestion: true", "legalBasisQuestion: yes", 11, "must be true or false");
    }

    @Test
    void a_day_that_does_not_exist_is_refused() {
        assertRefused("inForceFrom: 2099-01-01", "inForceFrom: 2099-02-30", 3, "'inForceFrom' must be a date");
    }

    @Test
    void a_period_that_ends_before_it_begins_is_refused() {
        assertRefused("inForceUntil: 2099-12-31", "inForceUntil: 2098-12-31", 4, "ends before it begins");
    }

    @Test
    void a_file_named_after_another_regime_is_refused() {
        assertRefused("id: 2099", "id: 2098", 1, "must be named regime-2098.yaml");
    }

    @Test
    void a_file_that_is_not_yaml_is_refused() {
        assertRefused("name: 试用标准", "name: [试用标准", 3, "not readable as YAML");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThatThrownBy(() -> read("")).hasMessage(FILE + ", line 1: the file is empty");
    }

    private static void assertRefused(String sound, String broken, int line, String reason) {
        assertThat(SOUND).contains(sound);
        int at = SOUND.indexOf(sound);
        String text = SOUND.substring(0, at) + broken + SOUND.substring(at + sound.length());

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BrokenRegimeFile.class)
                .hasMessageStartingWith(FILE + ", line " + line + ": ")
                .hasMessageContaining(reason);
    }

    private static Regime read(String text) {
        return RegimeFile.read(FILE, new StringReader(text));
    }
}
