package org.fairreview.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fairreview.conference.Consultation.Position;
import org.fairreview.workflow.Recall;
import org.junit.jupiter.api.Test;

/** How a canvass counts: answers, silence by the office's rule, what was taken back or sent back. */
class CanvassTests {

    private final List<Consultation> all = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-26T02:00:00Z");

    @Test
    void silence_counts_by_the_rule_of_the_office_only() {
        Canvass strict = canvass(SilenceRule.NOT_COUNTED);
        Canvass lenient = canvass(SilenceRule.NO_OBJECTION);
        ask("u1").give("a", said(Position.AGREES), false, now);
        ask("u2").keepSilent(now);
        ask("u3").keepSilent(now);

        assertThat(strict.isQuorate(all)).as("one of three").isFalse();
        assertThat(lenient.isQuorate(all)).isTrue();
        assertThat(strict.tally(all)).isEqualTo(new Canvass.Tally(3, 1, 2));
    }

    @Test
    void the_quorum_is_reached_on_the_very_share() {
        Canvass canvass = canvass(SilenceRule.NOT_COUNTED);
        ask("u1").give("a", said(Position.AGREES), false, now);
        ask("u2").keepSilent(now);

        assertThat(canvass.isQuorate(all)).isTrue();
        ask("u3").keepSilent(now);
        assertThat(canvass.isQuorate(all)).isFalse();
    }

    @Test
    void what_is_taken_back_does_not_count_whether_asked_once_or_again() {
        Canvass canvass = canvass(SilenceRule.NOT_COUNTED);
        ask("u1").give("a", said(Position.AGREES), false, now);
        ask("u2").keepSilent(now);
        ask("u2").recall(new Recall("office", now, "不再征求"));

        assertThat(canvass.tally(all)).isEqualTo(new Canvass.Tally(1, 1, 0));
        assertThat(Canvass.silent(all)).isEmpty();
    }

    @Test
    void an_answer_sent_back_counts_until_it_is_given_anew() {
        Canvass canvass = canvass(SilenceRule.NOT_COUNTED);
        Consultation first = ask("u1");
        first.give("a", said(Position.DISAGREES), false, now);
        first.sendBack("office", "请说明", now);
        Consultation second = ask("u1");
        second.keepSilent(now);

        assertThat(Canvass.standing(all)).containsExactly(first);
        second.give("a", said(Position.AGREES), false, now);
        assertThat(second.isLate()).isTrue();
        assertThat(Canvass.standing(all)).containsExactly(second);
        assertThat(canvass.tally(all)).isEqualTo(new Canvass.Tally(1, 1, 0));
    }

    private static MemberOpinion said(Position position) {
        return new MemberOpinion(position, "意见", List.of(), List.of());
    }

    private Canvass canvass(SilenceRule rule) {
        Canvass canvass = new Canvass("420600-2026-0001", "r1", "可行吗？", null, "reviewer", now);
        canvass.choose("office", 50, rule, now);
        return canvass;
    }

    private Consultation ask(String unit) {
        now = now.plusSeconds(60);
        Consultation asked = new Consultation(canvass(SilenceRule.NOT_COUNTED), unit, Remit.COMMON, null, now);
        all.add(asked);
        return asked;
    }
}
