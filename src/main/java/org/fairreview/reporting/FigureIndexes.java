package org.fairreview.reporting;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Indexes by the days of which figures are counted, on PostgreSQL: a period is a part of the ledger, and the day of a moment at the office
 * is worked out for every row otherwise. H2 knows no indexes on what is worked out; it holds the ledger of a single office.
 */
@Component
class FigureIndexes implements SmartInitializingSingleton {

    /** Nodes that start at once wait for each other. */
    private static final long LOCK = 420_600_1038L;

    private static final List<String> INDEXES = List.of(
            "figure_review_received on review_case ((coalesce(received_on, day(submitted_at))))",
            "figure_review_concluded on review_case ((day(signed_off_at)))",
            "figure_review_issued on review_case (issued_on)",
            "figure_review_ended on review_case ((day(ended_at)))",
            "figure_cleanup_concluded on legacy_case ((coalesce(decided_on, day(decided_at))))",
            "figure_cleanup_ended on legacy_case ((day(closed_at)))",
            "figure_advice_given on legal_advice ((day(given_at)))",
            "figure_consultation_asked on consultation ((day(requested_at)))",
            "figure_consultation_answered on consultation ((day(coalesce(given_at, silent_at))))",
            "figure_cleanup_exception on legacy_case (closed_at) where exception_case is not null",
            "figure_visited on monitoring_visit (visited_on)",
            // all that a page asks of steps, so that it reads them from the index alone
            "figure_step_done on task_step (done_on) include (region_id, unit_id, case_number, step, late)",
            "figure_step_left on task_step (left_on) where overdue_at is not null");

    private final JdbcClient jdbc;
    private final OfficeDays days;

    FigureIndexes(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.days = new OfficeDays(jdbc, clock);
    }

    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        if (!days.ofPostgres()) {
            return;
        }
        List<String> missing = INDEXES.stream().filter(index -> !isThere(index)).toList();
        if (missing.isEmpty()) {
            return;
        }
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().listOfRows();
        missing.forEach(index ->
                jdbc.sql("create index if not exists " + days.writtenOut(index)).update());
    }

    /** An account that only works with the tables may not even ask for an index that is there. */
    private boolean isThere(String index) {
        return jdbc.sql("select to_regclass(?) is not null")
                .param(index.substring(0, index.indexOf(' ')))
                .query(Boolean.class)
                .single();
    }
}
