package org.fairreview.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fairreview.workflow.CaseArchive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Keeps the engine's tables small, where an office wants that: what the engine still has of cases that ended long ago is
 * archived. Off unless {@code fairreview.engine-history-months} says after how many months.
 */
@Service
public class HistoryArchiving {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryArchiving.class);

    /** As many cases go at once. */
    private static final int MOST = 100;

    private final CaseArchive archive;
    private final JdbcClient jdbc;
    private final int months;
    private final Clock clock;

    HistoryArchiving(
            CaseArchive archive,
            JdbcClient jdbc,
            @Value("${fairreview.engine-history-months}") int months,
            Clock clock) {
        this.archive = archive;
        this.jdbc = jdbc;
        this.months = months;
        this.clock = clock;
    }

    /** Archives some of the cases that ended before the office's term. */
    @Scheduled(
            initialDelayString = "${fairreview.checkpoint-check}",
            fixedDelayString = "${fairreview.checkpoint-check}")
    public void archiveDue() {
        if (months > 0) {
            archiveBefore(LocalDate.now(clock).minusMonths(months));
        }
    }

    /** Archives some of the cases that ended before the day; gives back how many. One that fails hinders no other. */
    int archiveBefore(LocalDate day) {
        List<String> due = jdbc.sql(
                        """
                        select c.number from review_case c
                        where c.case_end is not null and c.destroyed_at is null and c.ended_at < ?
                          and exists (select 1 from ACT_HI_PROCINST p where p.BUSINESS_KEY_ = c.number)
                          and not exists (select 1 from ACT_HI_PROCINST p
                            where p.BUSINESS_KEY_ = c.number and p.END_TIME_ is null)
                          and not exists (select 1 from case_course a where a.case_number = c.number)
                        order by c.ended_at fetch first %d rows only"""
                                .formatted(MOST))
                .param(day.atStartOfDay(clock.getZone()).toOffsetDateTime())
                .query(String.class)
                .list();
        return (int) due.stream().filter(this::archive).count();
    }

    private boolean archive(String number) {
        try {
            return archive.archive(number);
        } catch (RuntimeException e) {
            LOG.error("The engine's history of case {} was not archived", number, e);
            return false;
        }
    }
}
