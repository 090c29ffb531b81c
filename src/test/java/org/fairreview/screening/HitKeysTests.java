package org.fairreview.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.fairreview.document.Passage;
import org.fairreview.document.Passages;
import org.fairreview.standard.Standards;
import org.junit.jupiter.api.Test;

/** A decision finds its hit again where the passage and what stands above it are unchanged, and only there. */
class HitKeysTests {

    private static final String LIST = "第一条 为了发展。\n第二条 给予下列支持：\n（一）奖励本地企业；\n（二）奖励各类企业。\n";

    @Test
    void the_key_is_the_same_where_other_passages_change_and_blanks_do() {
        String other = LIST.replace("为了发展", "为促进发展").replace("奖励本地企业", "奖励 本地企业");

        assertThat(keys(other, "奖励甲")).isEqualTo(keys(LIST, "奖励甲"));
    }

    @Test
    void the_key_is_another_where_the_passage_its_lead_in_or_the_rule_is_another() {
        List<String> before = keys(LIST, "奖励甲");

        assertThat(keys(LIST.replace("本地企业", "本市企业"), "奖励甲")).isNotEqualTo(before);
        assertThat(keys(LIST.replace("给予下列支持", "不得给予下列支持"), "奖励甲")).isNotEqualTo(before);
        assertThat(keys(LIST, "奖励乙")).isNotEqualTo(before);
    }

    @Test
    void two_passages_that_say_the_same_have_two_keys() {
        List<Passage> passages = Passages.of("第一条 奖励本地企业。\n奖励本地企业。\n奖励本地企业。\n");
        List<Hit> hits = passages.stream().map(passage -> hit(passage, "奖励甲")).toList();

        assertThat(new HitKeys().of(passages, hits)).doesNotHaveDuplicates();
    }

    @Test
    void the_key_is_another_where_a_definition_that_the_hit_rests_on_is_another() {
        String text =
                """
                第一条 为了发展。
                第二条 本办法所称骨干商户是指注册在本区的商贸企业。
                第三条 骨干商户参加展销会的，展位费全额补贴。
                """;
        List<String> before = keysOfThird(text);

        assertThat(before).isNotEmpty();
        assertThat(keysOfThird(text.replace("为了发展", "为促进发展"))).isEqualTo(before);
        assertThat(keysOfThird(text.replace("商贸企业", "商贸企业及其分支机构"))).isNotEqualTo(before);
    }

    private static List<String> keysOfThird(String text) {
        List<Passage> passages = Passages.of(text);
        List<Hit> hits = new Screening(RuleFile.readShipped(new Standards(Clock.systemUTC())))
                .screen(passages).hits().stream()
                        .filter(hit -> hit.address().equals("第三条"))
                        .filter(hit -> hit.rule().equals("以本地注册、纳税、统计为奖补条件"))
                        .toList();
        return new HitKeys().of(passages, hits);
    }

    /** The key of a hit in the first item of the list. */
    private static List<String> keys(String text, String rule) {
        List<Passage> passages = Passages.of(text);
        Passage item = passages.stream()
                .filter(passage -> passage.text().startsWith("（一）"))
                .findFirst()
                .orElseThrow();
        return new HitKeys().of(passages, List.of(hit(item, rule)));
    }

    private static Hit hit(Passage passage, String rule) {
        return new Hit(
                passage.ordinal(), passage.address(), 0, 1, "9(1)", null, rule, "理由", "提问", List.of(), 50, List.of());
    }
}
