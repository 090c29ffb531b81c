package org.fairreview.reporting;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a closing names and may no longer tell: titles of what became restricted after it (限制, ADR 10). */
@Component
@Transactional(readOnly = true)
class Withheld {

    /** The numbers of what is restricted today: cases, letters and leads about them. */
    static final String NUMBERS =
            """
            select c.number from review_case c join measure m on m.id = c.measure_id where m.circulation = 'RESTRICTED'
            union select c.number from legacy_case c join measure m on m.id = c.measure_id where m.circulation = 'RESTRICTED'
            union select t.number from letter t where t.restricted
            union select s.lead_number from lead_source s join review_case c on c.number = s.case_number
              join measure m on m.id = c.measure_id where m.circulation = 'RESTRICTED'
            """;

    private static final String LINES =
            "from closed_line l where l.subject in (%s) and l.closing_id = ?".formatted(NUMBERS)
                    + " and not l.restricted and l.title is not null";

    private final JdbcClient jdbc;

    Withheld(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The titles, each once. */
    List<String> titles(Closing closing) {
        return jdbc.sql("select distinct l.title " + LINES + " order by l.title")
                .param(closing.id())
                .query(String.class)
                .list();
    }

    /** How many cases, letters and leads have such a title. */
    int matters(Closing closing) {
        return jdbc.sql("select count(distinct l.subject) " + LINES)
                .param(closing.id())
                .query(Integer.class)
                .single();
    }
}
