package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of cases, taken over as from a release that wrote nothing down, beside what was written as they were done. */
public final class StepsTakenOver {

    /** The engine and the product look at the clock one after the other. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private record Row(
            String task,
            String caseNumber,
            String region,
            @Nullable String unit,
            String step,
            @Nullable LocalDate done,
            @Nullable LocalDate left,
            @Nullable String late,
            @Nullable LocalDate overdue,
            @Nullable Instant due,
            Instant begun,
            @Nullable Integer minutes) {

        private static Row of(ResultSet row, int line) throws SQLException {
            return new Row(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getObject(6, LocalDate.class),
                    row.getObject(7, LocalDate.class),
                    row.getString(8),
                    row.getObject(9, LocalDate.class),
                    moment(row.getObject(10, OffsetDateTime.class)),
                    row.getObject(11, OffsetDateTime.class).toInstant(),
                    row.getObject(12, Integer.class));
        }

        private static @Nullable Instant moment(@Nullable OffsetDateTime stored) {
            return stored == null ? null : stored.toInstant();
        }

        private Row withoutWhatTakesTime() {
            return new Row(task, caseNumber, region, unit, step, done, left, late, overdue, due, Instant.EPOCH, null);
        }
    }

    private StepsTakenOver() {}

    /** Takes over what is not written down. */
    public static void takeOver(ApplicationContext context) {
        context.getBean(EarlierSteps.class).afterSingletonsInstantiated();
    }

    /** Both are the same for all steps of the cases; nothing of it stays. Says how many there are. */
    public static int areAsWrittenDown(ApplicationContext context, Collection<String> cases) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        Map<String, Row> written = rows(jdbc, cases);
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            jdbc.sql("delete from task_step").update();
            takeOver(context);
            Map<String, Row> taken = rows(jdbc, cases);
            status.setRollbackOnly();

            assertThat(alike(taken)).containsExactlyInAnyOrderElementsOf(alike(written));
            // where a step is open, a story may have moved the product's clock, which is not the engine's
            written.values().stream().filter(row -> row.done() != null).forEach(row -> {
                Row other = taken.get(row.task());
                assertThat(Duration.between(other.begun(), row.begun()).abs())
                        .as(row.step())
                        .isLessThan(BETWEEN_LOOKS);
                assertThat(other.minutes()).as(row.step()).isCloseTo(row.minutes(), within(1));
            });
        });
        return written.size();
    }

    private static List<Row> alike(Map<String, Row> rows) {
        return rows.values().stream().map(Row::withoutWhatTakesTime).toList();
    }

    private static Map<String, Row> rows(JdbcClient jdbc, Collection<String> cases) {
        Map<String, Row> rows = new TreeMap<>();
        jdbc
                .sql(
                        "select task_id, case_number, region_id, unit_id, step, done_on, left_on, late, overdue_on, due_at, begun_at,"
                                + " minutes from task_step")
                .query(Row::of)
                .stream()
                .filter(row -> cases.contains(row.caseNumber()))
                .forEach(row -> rows.put(row.task(), row));
        return rows;
    }
}
