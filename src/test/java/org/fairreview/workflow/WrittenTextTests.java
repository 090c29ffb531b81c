package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What comes along unseen when text is pasted. */
class WrittenTextTests {

    @Test
    void what_nobody_sees_is_not_filled_in() {
        assertThat(WrittenText.seen("\u200B\u00A0\u3000 \n\uFEFF")).isEmpty();
        assertThat(WrittenText.seen("")).isEmpty();
    }

    @Test
    void words_keep_their_spaces_and_lose_control_characters() {
        assertThat(WrittenText.seen("第一条\u00A0目的\u200B\n\t第二\u0007条")).isEqualTo("第一条\u00A0目的\u200B\n\t第二条");
    }
}
