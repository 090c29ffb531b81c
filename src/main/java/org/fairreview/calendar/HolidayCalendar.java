package org.fairreview.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.locks.ReentrantLock;
import org.fairreview.audit.Digest;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Turn;
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

    /** The objection that the year is another, or was changed, since the page was opened. */
    public static final String CHANGED_MEANWHILE = "holidays.atOnce";

    private final RecordedHolidayNotices rows;
    private final Turn turn;
    private final WorkingDays workingDays;
    private final WorkingDayTable table;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Held while a notice that is not committed yet counts already. */
    private final ReentrantLock recording = new ReentrantLock();

    HolidayCalendar(
            RecordedHolidayNotices rows,
            Turn turn,
            WorkingDays workingDays,
            WorkingDayTable table,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.turn = turn;
        this.workingDays = workingDays;
        this.table = table;
        this.events = events;
        this.clock = clock;
    }

    /** Nothing counts days before the recorded notices are read. */
    @Override
    public void afterSingletonsInstantiated() {
        workingDays.count(recorded());
    }

    /** Another node of the same database may have recorded a notice, after which this one counted on by the old. */
    @Scheduled(fixedDelayString = "${fairreview.calendar-check:PT1M}", initialDelayString = "PT1M")
    public void readRecorded() {
        if (recording.tryLock()) {
            tellChanges(countUnlessRolledBack());
        }
    }

    /** The notice in force for the year. */
    @Transactional(readOnly = true)
    public Optional<HolidayNotice> notice(Year year) {
        return Optional.ofNullable(workingDays.notices().get(year));
    }

    /** A digest of what is in force for the year; empty where its notice is not known. */
    @Transactional(readOnly = true)
    public String state(Year year) {
        return notice(year).map(notice -> Digest.of(notice.toString())).orElse("");
    }

    /**
     * Records the notice of a year; whoever listens to {@link WorkingDaysChanged} counts anew what was counted without it.
     *
     * @param seen the {@link #state} of the year that the person has looked at
     * @return what speaks against it; empty where it was taken
     */
    public List<Objection> record(HolidayNotice notice, String seen) {
        List<Objection> objections = notice.objections();
        if (!objections.isEmpty()) {
            return objections;
        }
        turn.await();
        recording.lock();
        tellChanges(countUnlessRolledBack());
        if (!seen.equals(state(notice.year()))) {
            return List.of(Objection.of(CHANGED_MEANWHILE));
        }
        rows.findById(notice.year().getValue())
                .ifPresentOrElse(
                        row -> row.take(notice, clock.instant()),
                        () -> rows.save(new RecordedHolidayNotice(notice, clock.instant())));
        rows.flush();
        SortedSet<LocalDate> changed = workingDays.count(recorded());
        table.write();
        events.publishEvent(new HolidaysRecorded(
                notice,
                changed.stream().filter(workingDays::isWorkingDay).toList(),
                changed.stream().filter(day -> !workingDays.isWorkingDay(day)).toList()));
        tellChanges(changed);
        return List.of();
    }

    private void tellChanges(SortedSet<LocalDate> changed) {
        if (!changed.isEmpty()) {
            events.publishEvent(new WorkingDaysChanged(changed));
        }
    }

    /** Counts by what is recorded. The lock, which this thread holds, is given back when the transaction is over. */
    private SortedSet<LocalDate> countUnlessRolledBack() {
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
        return workingDays.count(recorded());
    }

    private List<HolidayNotice> recorded() {
        return rows.findAll().stream().map(RecordedHolidayNotice::notice).toList();
    }
}
