package org.fairreview.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.fairreview.workflow.CaseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** What archiving does with a case that cannot be archived, or is very long. */
class HistoryArchivingTests {

    private final SingleConnectionDataSource database = new SingleConnectionDataSource("jdbc:h2:mem:", true);
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final CaseArchive archive = mock();

    @AfterEach
    void close() {
        database.destroy();
    }

    @Test
    void one_case_that_fails_hinders_no_other() {
        tables();
        when(archive.archive(anyString())).thenReturn(true);
        when(archive.archive("A-2026-0001")).thenThrow(new DuplicateKeyException("another node was first"));

        assertThat(new HistoryArchiving(archive, jdbc, 12, Clock.systemDefaultZone())
                        .archiveBefore(LocalDate.of(2027, 1, 1)))
                .isEqualTo(1);
    }

    @Test
    void a_course_may_be_of_any_length() {
        tables();
        String course = "过".repeat(1_200_000);
        jdbc.sql("insert into case_course (case_number, course, sha256, late, archived_at)"
                        + " values ('A-2026-0001', ?, 's', false, current_timestamp)")
                .param(course)
                .update();

        assertThat(jdbc.sql("select course from case_course")
                        .query(String.class)
                        .single())
                .isEqualTo(course);
    }

    private void tables() {
        jdbc.sql("create table review_case (number varchar(64) primary key, case_end varchar(20),"
                        + " destroyed_at timestamp with time zone, ended_at timestamp with time zone)")
                .update();
        jdbc.sql("create table ACT_HI_PROCINST (BUSINESS_KEY_ varchar(64), END_TIME_ timestamp)")
                .update();
        jdbc.sql("insert into review_case values ('A-2026-0001', 'ISSUED', null, timestamp '2026-01-01 00:00:00+08'),"
                        + " ('A-2026-0002', 'ISSUED', null, timestamp '2026-01-02 00:00:00+08')")
                .update();
        jdbc.sql("insert into ACT_HI_PROCINST select number, timestamp '2026-01-02 00:00:00' from review_case")
                .update();
        try (Connection connection = database.getConnection()) {
            for (String script : new String[] {"V0876__case_course.sql", "V0881__case_course_of_any_length.sql"}) {
                ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/workflow/" + script));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
