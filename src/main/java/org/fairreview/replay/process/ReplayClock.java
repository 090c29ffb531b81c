package org.fairreview.replay.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/** The clock of a replay: the machine's until it is set, then it stands still between the moments to which it is moved. */
public final class ReplayClock extends Clock {

    private final Clock machine;
    private volatile @Nullable Instant set;

    public ReplayClock(Clock machine) {
        this.machine = machine;
    }

    /** Moves the product's time and the engine's; never back. */
    public void moveTo(Instant moment) {
        Instant before = set;
        if (before != null && moment.isBefore(before)) {
            throw new IllegalArgumentException("%s is before %s".formatted(moment, before));
        }
        set = moment;
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    @Override
    public Instant instant() {
        Instant moment = set;
        return moment == null ? machine.instant() : moment;
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
