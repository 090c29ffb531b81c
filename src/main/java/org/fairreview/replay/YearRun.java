package org.fairreview.replay;

import java.util.List;
import java.util.stream.Stream;
import org.fairreview.calendar.WorkingDays;
import org.fairreview.identity.Directory;
import org.fairreview.notification.Inbox;
import org.fairreview.replay.process.EngineWork;
import org.fairreview.replay.process.ReplayClock;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Replays the year: all stories of the scenario beside each other; at its end everybody has read the notices. */
@Component
@Profile("replay")
class YearRun {

    private final NewMeasures measures;
    private final ReminderLetters letters;
    private final CleanUps cleanUps;
    private final Rounds rounds;
    private final OtherMatters others;
    private final YearEnd yearEnd;
    private final WorkingDays workingDays;
    private final EngineWork engine;
    private final ReplayClock clock;
    private final Directory directory;
    private final Inbox inbox;
    private final JdbcClient jdbc;

    YearRun(
            NewMeasures measures,
            ReminderLetters letters,
            CleanUps cleanUps,
            Rounds rounds,
            OtherMatters others,
            YearEnd yearEnd,
            WorkingDays workingDays,
            EngineWork engine,
            ReplayClock clock,
            Directory directory,
            Inbox inbox,
            JdbcClient jdbc) {
        this.measures = measures;
        this.letters = letters;
        this.cleanUps = cleanUps;
        this.rounds = rounds;
        this.others = others;
        this.yearEnd = yearEnd;
        this.workingDays = workingDays;
        this.engine = engine;
        this.clock = clock;
        this.directory = directory;
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    /** Whether nobody has worked with this database. */
    boolean isFresh() {
        return jdbc.sql("select (select count(*) from measure) + (select count(*) from letter)"
                                + " + (select count(*) from complaint) + (select count(*) from campaign)"
                                + " + (select count(*) from monitoring_point)")
                        .query(Long.class)
                        .single()
                == 0;
    }

    void run(Scenario scenario, Progress progress) {
        Diary diary = new Diary(scenario.seed(), workingDays, engine, clock);
        Stream.of(
                        measures.stories(scenario),
                        letters.stories(scenario),
                        cleanUps.stories(scenario),
                        rounds.stories(scenario),
                        others.stories(scenario),
                        yearEnd.stories(scenario))
                .flatMap(List::stream)
                .forEach(diary::put);
        diary.run(scenario.lastDay(), progress);
        directory.everybody().forEach(person -> inbox.readAll(person.userId()));
    }
}
