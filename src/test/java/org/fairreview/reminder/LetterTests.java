package org.fairreview.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fairreview.identity.Role;
import org.fairreview.reminder.Letter.FindingJudged;
import org.fairreview.review.DeliveryWay;
import org.fairreview.review.SigningOutcome;
import org.fairreview.review.SigningStep;
import org.fairreview.workflow.Recall;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;

/** A letter moves by verbs; what is refused changes nothing. */
class LetterTests {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final String LOOK = "法律审核";
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final LetterKind REMINDER =
            LetterKinds.read(new ObjectMapper()).get(0);

    private final Letter letter = new Letter(
            "420600-HJ-2026-0001",
            new LetterOrigin("r420600", "u01", LetterOrigin.BY_HAND, null, null, false, null, "zhaolei", NOW),
            "reminder",
            Addressee.DRAFTER,
            "u02",
            "襄阳市发展和改革委员会",
            text(),
            List.of(),
            List.of());

    @Test
    void nobody_signs_the_own_draft_or_twice_in_a_chain() {
        letter.draft("zhaolei", draft(), false, chain());

        assertThat(letter.bars("zhaolei")).isTrue();
        assertThat(letter.sign("zhaolei", true, "", 0, NOW)).map(Refusal::key).contains("signing.ownDraft");
        assertThat(letter.sign("liufang", true, "", 0, NOW)).isEmpty();
        assertThat(letter.bars("liufang")).isTrue();
        assertThat(letter.sign("liufang", true, "", 0, NOW)).map(Refusal::key).contains("signing.twice");
        assertThat(letter.state()).isEqualTo(LetterState.SIGNING);
        assertThat(letter.sign("zhangwei", true, "", 0, NOW)).isEmpty();
        assertThat(letter.signingOutcome()).isEqualTo(SigningOutcome.SIGNED_OFF);
    }

    @Test
    void a_signer_sends_back_with_a_reason_and_what_was_signed_is_void() {
        letter.draft("zhaolei", draft(), false, chain());
        letter.sign("liufang", true, "", 0, NOW);

        assertThat(letter.sign("zhangwei", false, "", -1, NOW))
                .map(Refusal::key)
                .contains("signing.reasonMissing");
        assertThat(letter.sign("zhangwei", false, "请补充。", 1, NOW))
                .map(Refusal::key)
                .contains("signing.noEarlierPlace");
        assertThat(letter.sign("zhangwei", false, "请补充。", -1, NOW)).isEmpty();

        assertThat(letter.state()).isEqualTo(LetterState.DRAFTING);
        assertThat(letter.signatures()).extracting(LetterSignature::valid).containsExactly(false, true);
        letter.draft("zhaolei", draft(), false, chain());
        assertThat(letter.sign("liufang", true, "", 0, NOW)).as("a new chain").isEmpty();
    }

    @Test
    void the_legal_look_is_not_the_drafters_and_needs_a_reason_to_refuse() {
        letter.draft("zhaolei", draft(), true, chain());

        assertThat(letter.lookLegally("zhaolei", true, "", LOOK, NOW))
                .map(Refusal::key)
                .contains("letter.ownDraft");
        assertThat(letter.lookLegally("gonglaw", false, "", LOOK, NOW))
                .map(Refusal::key)
                .contains("letter.legalReasonMissing");
        assertThat(letter.lookLegally("gonglaw", false, "依据不足。", LOOK, NOW)).isEmpty();
        assertThat(letter.state()).isEqualTo(LetterState.DRAFTING);
    }

    @Test
    void who_looked_at_a_letter_as_a_lawyer_does_not_sign_it() {
        letter.draft("zhaolei", draft(), true, chain());
        letter.lookLegally("liufang", true, "", LOOK, NOW);

        assertThat(letter.bars("liufang")).isTrue();
        assertThat(letter.sign("liufang", true, "", 0, NOW)).map(Refusal::key).contains("letter.signingAfterLook");
        assertThat(letter.sign("otherhead", true, "", 0, NOW)).isEmpty();
    }

    @Test
    void the_legal_look_is_of_one_draft_and_void_with_the_next() {
        letter.draft("zhaolei", draft(), true, chain());
        letter.lookLegally("gonglaw", true, "", LOOK, NOW);
        letter.sign("liufang", false, "请补充。", -1, NOW);
        assertThat(letter.sentBack()).contains(new SentBack("审核", "liufang", "请补充。"));

        letter.draft("zhaolei", draft(), false, chain());

        assertThat(letter.legalAgreed()).isEmpty();
        assertThat(letter.legalBy()).isEmpty();
        assertThat(letter.sentBack()).isEmpty();
        assertThat(letter.signatures())
                .as("what was said stays on record")
                .extracting(LetterSignature::userId, LetterSignature::valid)
                .containsExactly(tuple("gonglaw", false), tuple("liufang", false));
        assertThat(letter.sign("gonglaw", true, "", 0, NOW))
                .as("who looked at another draft")
                .isEmpty();
    }

    @Test
    void a_number_is_taken_after_the_last_signature_and_once() {
        letter.draft("zhaolei", draft(), false, chain());
        assertThatThrownBy(() -> letter.number("市监竞提〔2026〕1号")).isInstanceOf(IllegalStateException.class);
        letter.sign("liufang", true, "", 0, NOW);
        letter.sign("zhangwei", true, "", 0, NOW);
        assertThatThrownBy(() -> letter.freeze(files(), 64L)).isInstanceOf(IllegalStateException.class);

        letter.number("市监竞提〔2026〕1号");

        assertThatThrownBy(() -> letter.number("市监竞提〔2026〕2号")).isInstanceOf(IllegalStateException.class);
        letter.freeze(files(), 64L);
        assertThatThrownBy(() -> letter.freeze(files(), 64L)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void seal_and_delivery_keep_the_order_of_days() {
        issue();

        assertThat(letter.seal(TODAY.minusDays(1), "s", TODAY, TODAY))
                .map(Refusal::key)
                .contains("sealing.beforeSigning");
        assertThat(letter.seal(TODAY.plusDays(1), "s", TODAY, TODAY))
                .map(Refusal::key)
                .contains("sealing.inTheFuture");
        letter.seal(TODAY, "s", TODAY, TODAY);
        assertThat(letter.deliver(delivery(TODAY.minusDays(1)), NOW, TODAY, NOW))
                .map(Refusal::key)
                .contains("delivery.beforeSealing");
        assertThat(letter.deliver(delivery(TODAY), null, TODAY, NOW)).isEmpty();
        assertThat(letter.state()).as("nobody waits for a reply").isEqualTo(LetterState.DONE);
    }

    @Test
    void it_is_taken_back_before_delivery_and_never_after() {
        issue();
        Recall why = new Recall("zhaolei", NOW, "改由电话提醒。");
        assertThat(letter.mayBeWithdrawn()).isTrue();
        letter.seal(TODAY, "s", TODAY, TODAY);
        letter.deliver(delivery(TODAY), NOW.plusSeconds(60), TODAY, NOW);

        assertThat(letter.withdraw(why)).map(Refusal::key).contains("letter.withdrawnTooLate");
        assertThat(letter.state()).isEqualTo(LetterState.AWAITING_REPLY);
    }

    @Test
    void Measures_42_what_is_late_or_insufficient_has_failed_and_what_came_late_but_whole_has_not() {
        issue();
        letter.seal(TODAY, "s", TODAY, TODAY);
        letter.deliver(delivery(TODAY), NOW.plusSeconds(60), TODAY, NOW);
        assertThat(letter.hasFailed(NOW)).isFalse();

        letter.noteOverdue(NOW.plusSeconds(61));
        assertThat(letter.hasFailed(NOW)).isTrue();
        letter.reply(new Reply(TODAY.plusDays(1), "已改。", true, false, "chenyu", NOW), List.of());
        assertThat(letter.hasFailed(NOW)).isFalse();
        assertThat(letter.judge(new Judgement(true, "全文已改。", "zhaolei", NOW), Map.of(0, new FindingJudged(true, ""))))
                .as("a finding that it does not have")
                .map(Refusal::key)
                .contains("letter.findingNotJudged");
        assertThat(letter.judge(new Judgement(false, "还有限制。", "zhaolei", NOW), Map.of()))
                .isEmpty();
        assertThat(letter.hasFailed(NOW)).isTrue();
    }

    private void issue() {
        letter.draft("zhaolei", draft(), false, chain());
        letter.sign("liufang", true, "", 0, NOW);
        letter.sign("zhangwei", true, "", 0, NOW);
        letter.number("市监竞提〔2026〕1号");
        letter.freeze(files(), 64L);
    }

    private static LetterDelivery delivery(LocalDate on) {
        return new LetterDelivery(on, "陈宇", DeliveryWay.BY_HAND, "r");
    }

    private static LetterFiles files() {
        return new LetterFiles("w", "1", null, null, "d", "2", "3");
    }

    private static List<SigningStep> chain() {
        return List.of(new SigningStep("审核", Role.SECTIONHEAD), new SigningStep("签发", Role.LEADER));
    }

    private static LetterText text() {
        return new LetterText("有关问题", "情况。", "", null, "", "请改正。", "", "", "");
    }

    private static LetterDraft draft() {
        return new LetterDraft(REMINDER, Addressee.DRAFTER, "u02", "襄阳市发展和改革委员会", text(), List.of(), List.of());
    }
}
