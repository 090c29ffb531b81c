package org.fairreview.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The working days as the table {@code working_day}, for queries that count them: a day's ordinal is the number of
 * working days from the first day of the table up to and with it.
 *
 * <p>Written anew at start wherever the State Council's notices have changed since, and when one is recorded.
 */
@Component
@Order(5)
class WorkingDayTable implements ApplicationRunner {

    static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    static final LocalDate LAST = LocalDate.of(2045, 12, 31);

    private record Row(boolean works, int ordinal) {}

    private final WorkingDays workingDays;
    private final JdbcTemplate jdbc;

    WorkingDayTable(WorkingDays workingDays, JdbcTemplate jdbc) {
        this.workingDays = workingDays;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        write();
    }

    /** Writes the days by the notices in force. */
    void write() {
        Map<LocalDate, Row> wanted = wanted();
        Map<LocalDate, Row> present = present();
        if (wanted.equals(present)) {
            return;
        }
        jdbc.update("delete from working_day");
        List<Object[]> rows = wanted.entrySet().stream()
                .map(day -> new Object[] {
                    day.getKey(), day.getValue().works(), day.getValue().ordinal()
                })
                .collect(Collectors.toList());
        jdbc.batchUpdate("insert into working_day (on_day, works, ordinal) values (?, ?, ?)", rows);
    }

    private Map<LocalDate, Row> wanted() {
        Map<LocalDate, Row> days = new HashMap<>();
        int ordinal = 0;
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            boolean works = workingDays.isWorkingDay(day);
            ordinal += works ? 1 : 0;
            days.put(day, new Row(works, ordinal));
        }
        return days;
    }

    private Map<LocalDate, Row> present() {
        Map<LocalDate, Row> days = new HashMap<>();
        jdbc.query("select on_day, works, ordinal from working_day", row -> {
            days.put(row.getObject(1, LocalDate.class), new Row(row.getBoolean(2), row.getInt(3)));
        });
        return days;
    }
}
