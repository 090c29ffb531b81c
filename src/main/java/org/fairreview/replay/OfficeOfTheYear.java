package org.fairreview.replay;

import java.time.LocalDate;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The limits and values of an office that worked before the product was shipped. The product brings them from the day of the
 * Measures on (2025-04-20); an office of an earlier year is taken to have set the same, as its own rules and by no article.
 */
@Component
@Profile("replay")
@Order(1)
class OfficeOfTheYear implements ApplicationRunner {

    /** The rules of 2021 came into force. */
    private static final LocalDate BEGINNING = LocalDate.of(2021, 6, 29);

    private static final LocalDate SHIPPED = LocalDate.of(2025, 4, 20);
    private static final long APART = 100_000;
    private static final String OWN_RULE = "本单位规定";

    private final JdbcClient jdbc;

    OfficeOfTheYear(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        limits();
        values();
        questions();
    }

    private void limits() {
        jdbc.sql(
                        """
                        insert into time_limit (id, step, region_id, valid_from, days, counting, source, route, start_rule)
                        select id + ?, step, region_id, cast(? as date), days, counting, ?, route, start_rule from time_limit
                        where valid_from >= ? and id < ? and id + ? not in (select id from time_limit)
                        """)
                .params(APART, BEGINNING, OWN_RULE, SHIPPED, APART, APART)
                .update();
    }

    private void values() {
        jdbc.sql(
                        """
                        insert into office_value (region_id, name, valid_from, setting)
                        select v.region_id, v.name, cast(? as date), v.setting from office_value v
                        where v.valid_from = ? and not exists (select 1 from office_value e
                          where e.region_id = v.region_id and e.name = v.name and e.valid_from <= ?)
                        """)
                .params(BEGINNING, SHIPPED, BEGINNING)
                .update();
    }

    private void questions() {
        jdbc.sql(
                        """
                        insert into monitoring_question_list (region_id, valid_from, reason, set_at)
                        select null, cast(? as date), ?, set_at from monitoring_question_list where id = 1 and not exists
                          (select 1 from monitoring_question_list where valid_from = ?)
                        """)
                .params(BEGINNING, OWN_RULE, BEGINNING)
                .update();
        jdbc.sql(
                        """
                        insert into monitoring_question (list_id, place, question)
                        select l.id, q.place, q.question from monitoring_question q, monitoring_question_list l
                        where q.list_id = 1 and l.valid_from = ? and not exists
                          (select 1 from monitoring_question e where e.list_id = l.id)
                        """)
                .param(BEGINNING)
                .update();
    }
}
