package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fairreview.document.Passage;
import org.fairreview.document.PassageKind;
import org.fairreview.review.web.MarkedText.Mark;
import org.fairreview.review.web.MarkedText.Piece;
import org.junit.jupiter.api.Test;

/** Findings marked in the text of a draft. */
class MarkedTextTests {

    private static final String FIRST = "第一条 对在本市纳税的企业给予奖励。";
    private static final String SECOND = "第二条 优先采购本地产品。";

    private final List<Passage> text = List.of(
            new Passage(1, "第一条", PassageKind.ARTICLE, 0, FIRST.length(), FIRST),
            new Passage(
                    2, "第二条", PassageKind.ARTICLE, FIRST.length() + 1, FIRST.length() + 1 + SECOND.length(), SECOND));

    @Test
    void a_text_without_findings_is_one_piece_per_passage() {
        assertThat(pieces(0)).containsExactly(new Piece(FIRST, List.of()));
        assertThat(MarkedText.of(text, List.of()).passages().get(0).touched()).isFalse();
    }

    @Test
    void offsets_place_a_finding_to_the_character() {
        int from = FIRST.indexOf("本市纳税");

        assertThat(pieces(0, new Mark(1, from, from + 4, "第一条", "本市纳税")))
                .containsExactly(
                        new Piece("第一条 对在", List.of()),
                        new Piece("本市纳税", List.of(1)),
                        new Piece("的企业给予奖励。", List.of()));
    }

    @Test
    void offsets_over_two_passages_mark_both() {
        Mark both = new Mark(1, FIRST.indexOf("奖励"), FIRST.length() + 4, "第一条", "奖励。第二条");

        assertThat(pieces(0, both)).contains(new Piece("奖励。", List.of(1)));
        assertThat(pieces(1, both)).startsWith(new Piece("第二条", List.of(1)));
    }

    @Test
    void findings_that_overlap_share_the_piece_between_them() {
        Mark longer = new Mark(1, 4, 10, "第一条", "对在本市纳税");
        Mark shorter = new Mark(2, 8, 13, "第一条", "纳税的企业");

        assertThat(pieces(0, longer, shorter))
                .containsExactly(
                        new Piece("第一条 ", List.of()),
                        new Piece("对在本市", List.of(1)),
                        new Piece("纳税", List.of(1, 2)),
                        new Piece("的企业", List.of(2)),
                        new Piece("给予奖励。", List.of()));
    }

    @Test
    void a_typed_quotation_is_found_at_its_address() {
        assertThat(pieces(1, new Mark(1, -1, -1, "第二条", "本地产品"))).contains(new Piece("本地产品", List.of(1)));
    }

    @Test
    void a_quotation_that_does_not_stand_there_word_for_word_marks_its_address() {
        MarkedText marked = MarkedText.of(text, List.of(new Mark(3, -1, -1, "第二条", "优先购买本地货")));

        assertThat(marked.passages().get(1).beside()).containsExactly(3);
        assertThat(marked.passages().get(1).touched()).isTrue();
        assertThat(marked.lost()).isEmpty();
    }

    @Test
    void a_quotation_under_an_unknown_address_is_found_wherever_it_stands() {
        assertThat(pieces(1, new Mark(1, -1, -1, "附件", "优先采购"))).contains(new Piece("优先采购", List.of(1)));
    }

    @Test
    void what_stands_nowhere_is_named_as_lost() {
        assertThat(MarkedText.of(text, List.of(new Mark(4, -1, -1, "第九条", "没有这句话")))
                        .lost())
                .containsExactly(4);
    }

    @Test
    void offsets_beyond_the_text_fall_back_to_the_quotation() {
        assertThat(pieces(1, new Mark(1, 9000, 9004, "第二条", "本地产品"))).contains(new Piece("本地产品", List.of(1)));
    }

    private List<Piece> pieces(int passage, Mark... marks) {
        return MarkedText.of(text, List.of(marks)).passages().get(passage).pieces();
    }
}
