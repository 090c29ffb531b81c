package org.fairreview.cleanup.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the screening points out in the texts of a clean-up, item by item of the standards.
 *
 * <p>Counting them reads every text's newest screening: for a long clean-up the count is kept for some minutes, and says of
 * when it is.
 */
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

    /** As many cases are counted at once without anybody waiting for it. */
    private static final int FEW = 5_000;

    private static final Duration KEPT_FOR = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 100;

    /** The lines, and when they were counted. */
    public record Counted(List<Line> lines, Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Counted> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Counted> eldest) {
            return size() > MOST_KEPT;
        }
    };

    Hits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The hits by item.
     *
     * @param cases how many cases there are to look at
     */
    public Counted of(Extent extent, int cases) {
        Instant now = clock.instant();
        if (cases <= FEW) {
            return new Counted(count(extent), now);
        }
        synchronized (kept) {
            Counted known = kept.get(extent.key());
            if (known != null && known.at().plus(KEPT_FOR).isAfter(now)) {
                return known;
            }
        }
        Counted counted = new Counted(count(extent), now);
        synchronized (kept) {
            kept.put(extent.key(), counted);
        }
        return counted;
    }

    private List<Line> count(Extent extent) {
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
