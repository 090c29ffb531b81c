package org.fairreview.cleanup.overview;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fairreview.cleanup.LegacyStage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a clean-up moved on: how many cases stood in which phase at the end of each day on which one moved.
 *
 * <p>What was before today changes no more and is read once a day; today is what the board counts.
 */
@Service
@Transactional(readOnly = true)
public class Progress {

    private static final int MOST_KEPT = 200;

    /** The cases by phase at the end of a day; of today, as they are. */
    public record Day(LocalDate day, Map<Phase, Integer> cases) {

        public Day {
            cases = Map.copyOf(cases);
        }

        public int at(Phase phase) {
            return cases.getOrDefault(phase, 0);
        }
    }

    private record Kept(LocalDate today, List<Day> past) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST_KEPT;
        }
    };

    Progress(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The days of a clean-up, oldest first, today last.
     *
     * @param now what the board counts
     */
    public List<Day> of(Extent extent, Board.Figures now) {
        List<Day> days = new ArrayList<>(past(extent));
        Map<Phase, Integer> standing = new EnumMap<>(Phase.class);
        now.sum().counts().forEach((stage, count) -> standing.merge(Phase.of(stage), count, Integer::sum));
        days.add(new Day(extent.today(), standing));
        return days;
    }

    private List<Day> past(Extent extent) {
        synchronized (kept) {
            Kept known = kept.get(extent.key());
            if (known != null && known.today().equals(extent.today())) {
                return known.past();
            }
        }
        List<Day> past = read(extent);
        synchronized (kept) {
            kept.put(extent.key(), new Kept(extent.today(), past));
        }
        return past;
    }

    private List<Day> read(Extent extent) {
        String within = extent.whole()
                ? "s.campaign_number = :campaign"
                : "s.campaign_number = :campaign and s.case_number in (select c.number from legacy_case c where "
                        + extent.condition() + ")";
        Map<LocalDate, Map<Phase, Integer>> changes = new TreeMap<>();
        jdbc.sql(
                        """
                        select on_day, stage, sum(net) as net from (
                          select cast(s.since as date) as on_day, s.stage, 1 as net
                          from legacy_step s where %1$s and s.since < :before
                          union all
                          select cast(n.gone as date), n.stage, -1 from (
                            select s.stage, lead(s.since) over (partition by s.case_number order by s.id) as gone
                            from legacy_step s where %1$s and s.since < :before) n
                          where n.gone is not null) x
                        group by on_day, stage
                        """
                                .formatted(within))
                .params(extent.values())
                .param("before", extent.today().atStartOfDay(clock.getZone()).toOffsetDateTime())
                .query(row -> {
                    changes.computeIfAbsent(row.getObject("on_day", LocalDate.class), any -> new EnumMap<>(Phase.class))
                            .merge(
                                    Phase.of(LegacyStage.valueOf(row.getString("stage"))),
                                    row.getInt("net"),
                                    Integer::sum);
                });
        List<Day> days = new ArrayList<>();
        Map<Phase, Integer> standing = new EnumMap<>(Phase.class);
        changes.forEach((day, change) -> {
            change.forEach((phase, net) -> standing.merge(phase, net, Integer::sum));
            days.add(new Day(day, standing));
        });
        return days;
    }
}
