package org.fairreview.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;

/** A leader writes on a case, and somebody answers. */
class InstructionTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    @Test
    void it_has_words_or_a_scan_a_person_and_a_day_that_has_not_passed() {
        assertThat(key(new InstructionDraft("请抓紧", null, "zhaolei", TODAY).check(TODAY)))
                .isNull();
        assertThat(key(new InstructionDraft("", "scan", "zhaolei", TODAY).check(TODAY)))
                .isNull();
        assertThat(key(new InstructionDraft(" ", null, "zhaolei", TODAY).check(TODAY)))
                .isEqualTo("instruction.nothing");
        assertThat(key(new InstructionDraft("请".repeat(2_001), null, "zhaolei", TODAY).check(TODAY)))
                .isEqualTo("instruction.textTooLong");
        assertThat(key(new InstructionDraft("请抓紧", null, "", TODAY).check(TODAY)))
                .isEqualTo("instruction.responsibleMissing");
        assertThat(key(new InstructionDraft("请抓紧", null, "zhaolei", null).check(TODAY)))
                .isEqualTo("instruction.dueMissing");
        assertThat(key(new InstructionDraft("请抓紧", null, "zhaolei", TODAY.minusDays(1)).check(TODAY)))
                .isEqualTo("instruction.dueInThePast");
        assertThat(key(new InstructionDraft("请抓紧", null, "zhaolei", TODAY.plusYears(3)).check(TODAY)))
                .isEqualTo("instruction.dueTooLate");
        assertThat(key(new InstructionDraft("机密★1年\n请抓紧", null, "zhaolei", TODAY).check(TODAY)))
                .isEqualTo("instruction.classified");
    }

    @Test
    void the_responsible_person_answers_once() {
        Instruction instruction = new Instruction("n", "zhangwei", "请抓紧", null, "zhaolei", TODAY, NOW);

        assertThat(key(instruction.answer("sunqian", "已办", NOW))).isEqualTo("instruction.notYours");
        assertThat(key(instruction.answer("zhaolei", " ", NOW))).isEqualTo("instruction.answerMissing");
        assertThat(key(instruction.answer("zhaolei", "办".repeat(4_001), NOW))).isEqualTo("instruction.answerTooLong");
        assertThat(instruction.isOpen()).isTrue();
        assertThat(key(instruction.answer("zhaolei", "已办", NOW))).isNull();
        assertThat(key(instruction.answer("zhaolei", "又办", NOW))).isEqualTo("instruction.answeredBefore");
        assertThat(instruction.answer()).contains("已办");
    }

    private static String key(Optional<Refusal> refusal) {
        return refusal.map(Refusal::key).orElse(null);
    }
}
