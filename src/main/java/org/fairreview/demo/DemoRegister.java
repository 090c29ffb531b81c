package org.fairreview.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The register of measures in force of a saved year, as it stands today: whatever would have been evaluated since counts as
 * evaluated in time, or all of it would fall due at once on the day of the first start.
 */
@Component
@Profile("demo")
class DemoRegister {

    private static final int MONTHS_BETWEEN = 36;

    private final JdbcClient jdbc;
    private final Clock clock;

    DemoRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void bringUpToDate() {
        LocalDate today = LocalDate.now(clock);
        Map<String, LocalDate> due = jdbc
                .sql("select measure_id, next_evaluation_on from measure_in_force"
                        + " where state = 'IN_FORCE' and next_evaluation_on <= ?")
                .param(today)
                .query((row, line) -> Map.entry(row.getString(1), row.getObject(2, LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        due.forEach(
                (measure, day) -> jdbc.sql("update measure_in_force set next_evaluation_on = ? where measure_id = ?")
                        .params(after(today, day), measure)
                        .update());
    }

    private static LocalDate after(LocalDate today, LocalDate day) {
        LocalDate next = day;
        while (!next.isAfter(today)) {
            next = next.plusMonths(MONTHS_BETWEEN);
        }
        return next;
    }
}
