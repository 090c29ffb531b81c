package org.fairreview.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An earlier regime beside the one in force. */
class SeveralRegimesTests {

    private static final LocalDate FIRST = LocalDate.of(2030, 1, 1);
    private static final LocalDate CHANGE = LocalDate.of(2031, 1, 1);

    @Test
    void each_day_has_the_regime_of_that_day() {
        Standards standards = standards(regime("new", CHANGE, null), regime("old", FIRST, CHANGE.minusDays(1)));

        assertThat(standards.regimeOn(FIRST.minusDays(1))).isEmpty();
        assertThat(standards.regimeOn(FIRST)).map(Regime::id).contains("old");
        assertThat(standards.regimeOn(CHANGE.minusDays(1))).map(Regime::id).contains("old");
        assertThat(standards.regimeOn(CHANGE)).map(Regime::id).contains("new");
    }

    @Test
    void today_is_the_day_in_the_zone_of_the_clock() {
        Instant lastDayInLondonFirstInShanghai = Instant.parse("2030-12-31T18:00:00Z");
        Standards standards = new Standards(
                List.of(regime("old", FIRST, CHANGE.minusDays(1)), regime("new", CHANGE, null)),
                Clock.fixed(lastDayInLondonFirstInShanghai, ZoneId.of("Asia/Shanghai")));

        assertThat(standards.regime()).isEqualTo("new");
    }

    @Test
    void two_regimes_on_one_day_are_refused() {
        assertThatThrownBy(() -> standards(regime("old", FIRST, CHANGE), regime("new", CHANGE, null)))
                .hasMessage("Regimes old and new are both in force on 2031-01-01");
        assertThatThrownBy(() -> standards(regime("old", FIRST, null), regime("new", CHANGE, null)))
                .hasMessageContaining("both in force");
    }

    private static Standards standards(Regime... regimes) {
        return new Standards(List.of(regimes), Clock.systemUTC());
    }

    private static Regime regime(String id, LocalDate from, @Nullable LocalDate until) {
        return new Regime(id, id, from, until, "opinion", List.of(), Map.of(), List.of());
    }
}
