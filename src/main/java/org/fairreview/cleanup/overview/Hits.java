package org.fairreview.cleanup.overview;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the screening points out in the texts of a clean-up, item by item of the standards. */
@Service
@Transactional(readOnly = true)
public class Hits {

    /** How many hits an item has, in how many cases. */
    public record Line(String item, int hits, int cases) {}

    /** The newest screening of a text that was done, as {@code r}. */
    static final String NEWEST_RUN =
            """
            r.state = 'DONE' and not exists (select 1 from screening_run n where n.version_id = r.version_id
              and n.state = 'DONE' and (n.requested_at > r.requested_at
                or n.requested_at = r.requested_at and n.id > r.id))""";

    private final JdbcClient jdbc;

    Hits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Line> of(Extent extent) {
        return jdbc.sql(
                        """
                        select y.item, sum(y.hits) as hits, count(*) as cases from (
                          select c.number, h.item, count(*) as hits
                          from legacy_case c
                          join screening_run r on r.version_id = c.version_id and %s
                          join screening_hit h on h.run_id = r.id
                          where %s
                          group by c.number, h.item) y
                        group by y.item order by y.item
                        """
                                .formatted(NEWEST_RUN, extent.condition()))
                .params(extent.values())
                .query((row, line) -> new Line(row.getString("item"), row.getInt("hits"), row.getInt("cases")))
                .list();
    }
}
