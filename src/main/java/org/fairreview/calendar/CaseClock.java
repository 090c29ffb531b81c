package org.fairreview.calendar;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The clock of a case: runs in working days from its start, stands still while the other side owes something. */
@Entity
@Table(name = "case_clock")
class CaseClock {

    @Id
    private String subject;

    private LocalDate startedOn;

    private int limitDays;

    private @Nullable LocalDate endedOn;

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    @JoinColumn(name = "subject", nullable = false)
    @OrderBy("stoppedOn, id")
    private List<ClockStop> stops = new ArrayList<>();

    protected CaseClock() {}

    CaseClock(String subject, LocalDate startedOn, int limitDays) {
        this.subject = subject;
        this.startedOn = startedOn;
        this.limitDays = limitDays;
    }

    void stop(LocalDate day, String reason) {
        if (runningStop().isEmpty()) {
            stops.add(new ClockStop(day, reason));
        }
    }

    void resume(LocalDate day) {
        runningStop().ifPresent(stop -> stop.end(day));
    }

    void end(LocalDate day) {
        resume(day);
        if (endedOn == null) {
            endedOn = day;
        }
    }

    ClockReading read(LocalDate today, WorkingDays workingDays) {
        LocalDate until = endedOn != null ? endedOn : today;
        int stopped = 0;
        for (ClockStop stop : stops) {
            stopped += workingDays.between(stop.from(), stop.until().orElse(until));
        }
        int counted = workingDays.between(startedOn, until) - stopped;
        boolean standing = runningStop().isPresent();
        return new ClockReading(
                startedOn,
                limitDays,
                counted,
                stopped,
                standing ? Optional.empty() : Optional.of(workingDays.after(startedOn, limitDays + stopped)),
                Optional.ofNullable(endedOn),
                stops.stream()
                        .map(stop -> new ClockReading.Stop(stop.from(), stop.until(), stop.reason()))
                        .toList());
    }

    private Optional<ClockStop> runningStop() {
        return stops.stream().filter(stop -> stop.until().isEmpty()).findFirst();
    }
}
