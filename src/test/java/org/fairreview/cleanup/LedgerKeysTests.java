package org.fairreview.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerKeysTests {

    @Test
    void numbers_are_the_same_whatever_brackets_blanks_and_widths() {
        assertThat(LedgerKeys.number("襄政办发〔2021〕12号"))
                .isEqualTo(LedgerKeys.number("襄政办发[2021]12号"))
                .isEqualTo(LedgerKeys.number("襄政办发（２０２１）１２ 号"))
                .isNotEqualTo(LedgerKeys.number("襄政办发〔2021〕2号"));
        assertThat(LedgerKeys.number("无")).isEmpty();
        assertThat(LedgerKeys.number("—")).isEmpty();
    }

    @Test
    void titles_are_the_same_whatever_marks() {
        assertThat(LedgerKeys.title("关于印发《若干措施》的通知"))
                .isEqualTo(LedgerKeys.title("关于印发〈若干措施〉 的通知"))
                .isNotEqualTo(LedgerKeys.title("关于印发《若干措施（试行）》的通知"));
    }

    @Test
    void texts_are_the_same_whatever_layout_and_no_other() {
        assertThat(LedgerKeys.text("第一条　企业自主经营。\n第二条 自由迁移。"))
                .isEqualTo(LedgerKeys.text("第一条 企业自主经营,\r\n\r\n第二条自由迁移"))
                .isNotEqualTo(LedgerKeys.text("第一条 企业不得自主经营。第二条 自由迁移。"));
    }
}
