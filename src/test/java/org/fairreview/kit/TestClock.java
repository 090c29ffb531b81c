package org.fairreview.kit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The product's clock, which a test can move. */
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    /** Runs with the machine's clock, shifted by what a test asked for. */
    public static final class MovableClock extends Clock {

        private volatile Duration shift = Duration.ZERO;

        public void advance(Duration by) {
            shift = shift.plus(by);
        }

        public void reset() {
            shift = Duration.ZERO;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(shift);
        }
    }
}
