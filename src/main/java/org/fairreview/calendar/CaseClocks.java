package org.fairreview.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts, stops and reads the clocks of cases. */
@Service
@Transactional
public class CaseClocks {

    /** The step of the table of limits by which the clocks of cases run. */
    static final String STEP = "opinion";

    private final CaseClockRows rows;
    private final DueDates dueDates;
    private final WorkingDays workingDays;
    private final Clock clock;

    CaseClocks(CaseClockRows rows, DueDates dueDates, WorkingDays workingDays, Clock clock) {
        this.rows = rows;
        this.dueDates = dueDates;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Starts the clock with the office's limit for an opinion, which the case keeps. */
    public void start(String subject, String regionId, String route, LocalDate day) {
        TimeLimit limit = dueDates.limit(STEP, regionId, route, LocalDate.now(clock));
        rows.save(new CaseClock(subject, day, limit.days()));
    }

    public void stop(String subject, String reason) {
        rows.findById(subject).orElseThrow().stop(LocalDate.now(clock), reason);
    }

    public void resume(String subject) {
        rows.findById(subject).orElseThrow().resume(LocalDate.now(clock));
    }

    public void end(String subject, LocalDate day) {
        rows.findById(subject).orElseThrow().end(day);
    }

    @Transactional(readOnly = true)
    public Optional<ClockReading> read(String subject) {
        return rows.findById(subject).map(row -> row.read(LocalDate.now(clock), workingDays));
    }
}
