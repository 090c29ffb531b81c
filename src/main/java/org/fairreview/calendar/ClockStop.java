package org.fairreview.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A period in which the clock of a case stood still, and why. */
@Entity
@Table(name = "clock_stop")
class ClockStop {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private LocalDate stoppedOn;

    private @Nullable LocalDate resumedOn;

    private String reason;

    protected ClockStop() {}

    ClockStop(LocalDate stoppedOn, String reason) {
        this.stoppedOn = stoppedOn;
        this.reason = reason;
    }

    void end(LocalDate day) {
        resumedOn = day;
    }

    LocalDate from() {
        return stoppedOn;
    }

    Optional<LocalDate> until() {
        return Optional.ofNullable(resumedOn);
    }

    String reason() {
        return reason;
    }
}
