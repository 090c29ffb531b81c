package org.fairreview.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that bear the mark of a state secret are told from texts that only speak of secrets. */
class ClassificationMarkTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "机密★",
                "秘密★3年",
                "秘密★３年",
                "绝密",
                "机 密",
                "机　密★1年",
                "【秘密】",
                "（机密）",
                "密级：秘密",
                "秘密三年",
                "绝密★长期",
                "机密★启用前",
                "000001机密★1年",
                "机密★1年　　特急",
                "秘密★5年 示范区管理委员会关于夜间经济的若干措施",
                "示范区管理委员会文件　　秘密★"
            })
    void a_mark_in_the_head_is_found(String mark) {
        assertThat(ClassificationMark.isIn(mark + "\n示范区管理委员会文件\n关于夜间经济的若干措施\n"))
                .isTrue();
        assertThat(ClassificationMark.isIn("示范区管理委员会文件\n" + mark + "\n第一条 内容。")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "示范区商业秘密保护办法",
                "关于加强国家秘密载体管理的通知",
                "工作人员应当保守秘密。",
                "第一条 为了保护商业秘密，制定本办法。",
                "涉及国家秘密、商业秘密的，依照有关规定执行。",
                "机密级计算机采购目录",
                "秘密事项管理细则",
                "不涉及国家秘密",
                "密级：公开"
            })
    void a_text_that_speaks_of_secrets_is_none(String line) {
        assertThat(ClassificationMark.isIn(line + "\n第一条 内容。\n")).isFalse();
    }

    @Test
    void a_title_broken_before_the_word_is_no_mark() {
        assertThat(ClassificationMark.isIn("示范区关于保护商业\n秘密\n的若干措施\n")).isFalse();
    }

    @Test
    void the_bare_word_far_below_is_no_mark_but_the_mark_with_its_star_is() {
        var body = "第一条 商户可以申请补贴，补贴按月发放。\n".repeat(60);
        assertThat(ClassificationMark.isIn(body + "秘密\n")).isFalse();
        assertThat(ClassificationMark.isIn(body + "秘密★3年\n")).isTrue();
    }
}
