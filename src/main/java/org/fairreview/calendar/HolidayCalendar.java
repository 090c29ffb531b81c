package org.fairreview.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.fairreview.identity.Objection;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The yearly notices on holidays: shipped with the product, and recorded by administrators when the next one arrives. */
@Service
@Transactional
public class HolidayCalendar implements SmartInitializingSingleton {

    private final RecordedHolidayNotices rows;
    private final WorkingDays workingDays;
    private final WorkingDayTable table;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Held while a notice that is not committed yet counts already. */
    private final ReentrantLock recording = new ReentrantLock();

    HolidayCalendar(
            RecordedHolidayNotices rows,
            WorkingDays workingDays,
            WorkingDayTable table,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.workingDays = workingDays;
        this.table = table;
        this.events = events;
        this.clock = clock;
    }

    /** Nothing counts days before the recorded notices are read. */
    @Override
    public void afterSingletonsInstantiated() {
        readRecorded();
    }

    /** Another node of the same database may have recorded a notice. */
    @Scheduled(fixedDelayString = "${fairreview.calendar-check:PT1M}", initialDelayString = "PT1M")
    @Transactional(readOnly = true)
    public void readRecorded() {
        if (recording.tryLock()) {
            try {
                workingDays.count(recorded());
            } finally {
                recording.unlock();
            }
        }
    }

    /** The notice in force for the year. */
    @Transactional(readOnly = true)
    public Optional<HolidayNotice> notice(Year year) {
        return Optional.ofNullable(workingDays.notices().get(year));
    }

    /**
     * Records the notice of a year; whoever listens to {@link HolidaysRecorded} counts anew what was counted without it.
     *
     * @return what speaks against it; empty where it was taken
     */
    public List<Objection> record(HolidayNotice notice) {
        List<Objection> objections = notice.objections();
        if (!objections.isEmpty()) {
            return objections;
        }
        List<LocalDate> touched = Stream.concat(
                        days(notice),
                        Optional.ofNullable(workingDays.notices().get(notice.year())).stream()
                                .flatMap(HolidayCalendar::days))
                .distinct()
                .toList();
        List<LocalDate> workedBefore =
                touched.stream().filter(workingDays::isWorkingDay).toList();
        rows.findById(notice.year().getValue())
                .ifPresentOrElse(
                        row -> row.take(notice, clock.instant()),
                        () -> rows.save(new RecordedHolidayNotice(notice, clock.instant())));
        rows.flush();
        countAnewUnlessRolledBack();
        table.write();
        SortedSet<LocalDate> toWorking = new TreeSet<>();
        SortedSet<LocalDate> toFree = new TreeSet<>();
        touched.forEach(day -> {
            boolean worked = workedBefore.contains(day);
            if (workingDays.isWorkingDay(day) != worked) {
                (worked ? toFree : toWorking).add(day);
            }
        });
        events.publishEvent(new HolidaysRecorded(notice, toWorking, toFree));
        return List.of();
    }

    private void countAnewUnlessRolledBack() {
        recording.lock();
        List<HolidayNotice> before = List.copyOf(workingDays.notices().values());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    workingDays.count(before);
                }
                recording.unlock();
            }
        });
        workingDays.count(recorded());
    }

    private List<HolidayNotice> recorded() {
        return rows.findAll().stream().map(RecordedHolidayNotice::notice).toList();
    }

    private static Stream<LocalDate> days(HolidayNotice notice) {
        return Stream.concat(notice.holidays().stream(), notice.makeupDays().stream());
    }
}
