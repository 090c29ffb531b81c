package org.fairreview.cleanup.overview;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fairreview.cleanup.LegacyStage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the cases of a clean-up stand, unit by unit. */
@Service
@Transactional(readOnly = true)
public class Board {

    /**
     * The table of a clean-up.
     *
     * @param units a line for each unit with cases, by its id
     * @param sum of all lines
     */
    public record Figures(List<UnitLine> units, UnitLine sum) {}

    private static final class Tally {

        private final Map<LegacyStage, Integer> counts = new EnumMap<>(LegacyStage.class);
        private int late;
    }

    private final JdbcClient jdbc;

    Board(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Figures of(Extent extent) {
        Map<String, Tally> tallies = new TreeMap<>();
        jdbc.sql("select c.unit_id, c.stage, count(*) as cases, sum(case when %s then 1 else 0 end) as late"
                                .formatted(extent.late())
                        + " from legacy_case c where " + extent.condition() + " group by c.unit_id, c.stage")
                .params(extent.values())
                .param("today", extent.today())
                .query(row -> {
                    Tally tally = tallies.computeIfAbsent(row.getString("unit_id"), any -> new Tally());
                    LegacyStage stage = extent.shown(LegacyStage.valueOf(row.getString("stage")));
                    tally.counts.merge(stage, row.getInt("cases"), Integer::sum);
                    tally.late += row.getInt("late");
                });
        List<UnitLine> lines = tallies.entrySet().stream()
                .map(each -> new UnitLine(each.getKey(), each.getValue().counts, each.getValue().late))
                .toList();
        return new Figures(lines, UnitLine.sum(lines));
    }
}
