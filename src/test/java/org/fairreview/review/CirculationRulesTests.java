package org.fairreview.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.fairreview.measure.Circulation;
import org.junit.jupiter.api.Test;

/** Somebody raises how far a measure may be known. */
class CirculationRulesTests {

    @Test
    void a_level_is_raised_and_never_lowered_or_kept() {
        assertThat(refused(Circulation.INTERNAL, Circulation.RESTRICTED, "理由")).isNull();
        assertThat(refused(Circulation.PUBLIC, Circulation.INTERNAL, "理由")).isNull();
        assertThat(refused(Circulation.INTERNAL, Circulation.PUBLIC, "理由")).isEqualTo("circulation.notHigher");
        assertThat(refused(Circulation.INTERNAL, Circulation.INTERNAL, "理由")).isEqualTo("circulation.notHigher");
        assertThat(refused(Circulation.INTERNAL, null, "理由")).isEqualTo("circulation.levelMissing");
        assertThat(Circulation.RESTRICTED.higher()).isEmpty();
        assertThat(Circulation.PUBLIC.higher()).containsExactly(Circulation.INTERNAL, Circulation.RESTRICTED);
    }

    @Test
    void the_reason_is_said_and_has_an_end() {
        assertThat(refused(Circulation.INTERNAL, Circulation.RESTRICTED, " ")).isEqualTo("circulation.reasonMissing");
        assertThat(refused(Circulation.INTERNAL, Circulation.RESTRICTED, "由".repeat(2_001)))
                .isEqualTo("circulation.reasonTooLong");
        assertThat(refused(Circulation.INTERNAL, Circulation.RESTRICTED, "机密★10年"))
                .isEqualTo("circulation.classified");
        assertThat(CirculationRules.check(Circulation.INTERNAL, Circulation.RESTRICTED, "理由", "由".repeat(4_001))
                        .orElseThrow()
                        .key())
                .isEqualTo("circulation.hearingTooLong");
    }

    private static String refused(Circulation present, Circulation level, String reason) {
        return CirculationRules.check(present, level, reason, "")
                .map(refusal -> refusal.key())
                .orElse(null);
    }
}
