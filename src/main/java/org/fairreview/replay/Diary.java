package org.fairreview.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.fairreview.calendar.WorkingDays;
import org.fairreview.replay.process.EngineWork;
import org.fairreview.replay.process.ReplayClock;
import org.fairreview.workflow.Refusal;

/**
 * Lets stories happen beside each other, in the order of their moments: all in office hours of working days. Between two
 * moments the engine's timers fire as they fall due, so who is late is late by itself.
 */
final class Diary {

    private static final LocalTime OPENS = LocalTime.of(8, 40);
    private static final LocalTime CLOSES = LocalTime.of(17, 20);
    private static final int MINUTES = 8 * 60 + 30;

    private record Entry(Instant moment, long order, Story story, int step) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::moment).thenComparingLong(Entry::order));
    private final Random random;
    private final WorkingDays workingDays;
    private final EngineWork engine;
    private final ReplayClock clock;
    private long order;
    private int all;

    Diary(long seed, WorkingDays workingDays, EngineWork engine, ReplayClock clock) {
        this.random = new Random(seed);
        this.workingDays = workingDays;
        this.engine = engine;
        this.clock = clock;
    }

    void put(Story story) {
        if (story.steps().isEmpty()) {
            return;
        }
        all += story.steps().size();
        LocalDate first = onWorkingDay(story.begins());
        add(first.atTime(minute()).atZone(clock.getZone()).toInstant(), story, 0);
    }

    /** Lets everything happen until the end of the last day. */
    void run(LocalDate last, Progress progress) {
        int done = 0;
        for (Entry entry = entries.poll(); entry != null; entry = entries.poll()) {
            if (entry.moment().isAfter(endOf(last))) {
                throw new ReplayFailed("%s: the step '%s' would fall on %s, after the end of the year"
                        .formatted(entry.story().name(), step(entry).name(), at(entry.moment())));
            }
            engine.passTo(entry.moment());
            act(entry);
            engine.work();
            progress.at(++done, all, at(entry.moment()).toLocalDate());
            int next = entry.step() + 1;
            List<Story.Step> steps = entry.story().steps();
            if (next < steps.size()) {
                add(moment(entry.moment(), steps.get(next).after()), entry.story(), next);
            }
        }
        engine.passTo(endOf(last));
    }

    private static Story.Step step(Entry entry) {
        return entry.story().steps().get(entry.step());
    }

    private static void act(Entry entry) {
        try {
            step(entry).act().run();
        } catch (Refusal refusal) {
            throw failed(entry, refusal.key() + " " + List.of(refusal.arguments()), refusal);
        } catch (RuntimeException e) {
            throw failed(entry, String.valueOf(e.getMessage()), e);
        }
    }

    private static ReplayFailed failed(Entry entry, String why, RuntimeException cause) {
        ReplayFailed failed = new ReplayFailed(
                "%s, step '%s': %s".formatted(entry.story().name(), step(entry).name(), why));
        failed.initCause(cause);
        return failed;
    }

    private void add(Instant moment, Story story, int step) {
        entries.add(new Entry(moment, order++, story, step));
    }

    private Instant moment(Instant before, int days) {
        ZonedDateTime from = at(before);
        if (days <= 0) {
            ZonedDateTime later =
                    from.plusMinutes(days == Story.SOON ? 2 + random.nextInt(4) : 20 + random.nextInt(70));
            if (later.toLocalTime().isBefore(CLOSES)) {
                return later.toInstant();
            }
        }
        return workingDays
                .after(from.toLocalDate(), Math.max(1, days))
                .atTime(minute())
                .atZone(clock.getZone())
                .toInstant();
    }

    private LocalTime minute() {
        return OPENS.plusMinutes(random.nextInt(MINUTES));
    }

    private LocalDate onWorkingDay(LocalDate day) {
        return workingDays.isWorkingDay(day) ? day : workingDays.after(day, 1);
    }

    private ZonedDateTime at(Instant moment) {
        return moment.atZone(clock.getZone());
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusSeconds(1);
    }
}
