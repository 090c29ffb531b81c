package org.fairreview.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a 文号 is typed, it is written in one way. */
class DocumentNumberTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "樊市监函〔2026〕5号",
                " 樊市监函 〔2026〕 5 号 ",
                "樊市监函[2026]5号",
                "樊市监函［２０２６］５号",
                "樊市监函(2026)5号",
                "樊市监函（2026）５号",
                "樊市监函【2026】005号",
                "樊市监函﹝2026﹞第5号",
                "樊市监函〔2026〕　5",
            })
    void the_same_number_typed_in_another_way_is_the_same(String typed) {
        assertThat(DocumentNumber.written(typed)).isEqualTo("樊市监函〔2026〕5号");
    }

    @Test
    void other_numbers_stay_apart_and_other_words_stay_as_they_are() {
        assertThat(DocumentNumber.written("樊市监函〔2026〕50号")).isEqualTo("樊市监函〔2026〕50号");
        assertThat(DocumentNumber.written("樊市监函〔2025〕5号")).isEqualTo("樊市监函〔2025〕5号");
        assertThat(DocumentNumber.written("内部 第12期")).isEqualTo("内部第12期");
        assertThat(DocumentNumber.written("　 ")).isEmpty();
    }
}
