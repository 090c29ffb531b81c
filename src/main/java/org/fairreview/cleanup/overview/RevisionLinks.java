package org.fairreview.cleanup.overview;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which entry of the register took the place of which, by the review of the revision. */
@Service
@Transactional(readOnly = true)
public class RevisionLinks {

    private final JdbcClient jdbc;

    RevisionLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The entries that the revisions of the measure became. */
    public List<String> after(String measureId) {
        return jdbc.sql(
                        """
                        select distinct m.measure_id from legacy_case c
                        join measure_in_force m on m.origin_case = c.revision_case
                        where c.measure_id = :measure and c.outcome = 'REVISE'
                        """)
                .param("measure", measureId)
                .query(String.class)
                .list();
    }

    /** The entries that the measure revised. */
    public List<String> before(String measureId) {
        return jdbc.sql(
                        """
                        select distinct c.measure_id from measure_in_force m
                        join legacy_case c on c.revision_case = m.origin_case and c.outcome = 'REVISE'
                        where m.measure_id = :measure
                        """)
                .param("measure", measureId)
                .query(String.class)
                .list();
    }
}
