package org.fairreview.cleanup.overview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.CampaignKind;
import org.fairreview.cleanup.LegacyFinding.Finder;
import org.fairreview.cleanup.Outcome;
import org.fairreview.review.Disposition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is reported upward of clean-ups (清理情况统计表): outcomes unit by unit, what was found item by item, and how it was
 * dealt with. The two kinds of clean-ups are counted apart and never added up.
 */
@Service
@Transactional(readOnly = true)
public class Statistics {

    /** The measures of a unit by outcome. */
    public record UnitFigures(String unitId, Map<Outcome, Integer> outcomes, int undecided) {

        public UnitFigures {
            outcomes = Map.copyOf(outcomes);
        }

        public int with(Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0);
        }

        public int total() {
            return outcomes.values().stream().mapToInt(Integer::intValue).sum() + undecided;
        }
    }

    /** The findings under an item of the standards: who found them and what becomes of them. */
    public record ItemFigures(
            String regime, String item, Map<Finder, Integer> found, Map<Disposition, Integer> dispositions) {

        public ItemFigures {
            found = Map.copyOf(found);
            dispositions = Map.copyOf(dispositions);
        }

        public int by(Finder finder) {
            return found.getOrDefault(finder, 0);
        }

        public int with(Disposition disposition) {
            return dispositions.getOrDefault(disposition, 0);
        }

        public int total() {
            return found.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** The figures of all clean-ups of one kind. */
    public record KindFigures(
            CampaignKind kind,
            List<Campaign> campaigns,
            List<UnitFigures> units,
            UnitFigures sum,
            List<ItemFigures> items) {}

    private record Item(String regime, String code) {}

    private final JdbcClient jdbc;

    Statistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The figures of the clean-ups, kind by kind; a kind without a clean-up is absent. */
    public List<KindFigures> of(Collection<Campaign> campaigns) {
        List<KindFigures> all = new ArrayList<>();
        for (CampaignKind kind : CampaignKind.values()) {
            List<Campaign> ofKind =
                    campaigns.stream().filter(each -> each.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                List<String> numbers = ofKind.stream().map(Campaign::number).toList();
                List<UnitFigures> units = units(numbers);
                all.add(new KindFigures(kind, ofKind, units, sum(units), items(numbers)));
            }
        }
        return all;
    }

    private List<UnitFigures> units(List<String> numbers) {
        Map<String, Map<Outcome, Integer>> decided = new TreeMap<>();
        Map<String, Integer> undecided = new TreeMap<>();
        jdbc.sql("select c.unit_id, c.outcome, count(*) as cases from legacy_case c"
                        + " where c.campaign_number in (:numbers) group by c.unit_id, c.outcome")
                .param("numbers", numbers)
                .query(row -> {
                    String unit = row.getString("unit_id");
                    Outcome outcome = LegacyCaseList.outcome(row.getString("outcome"));
                    Map<Outcome, Integer> outcomes = decided.computeIfAbsent(unit, any -> new EnumMap<>(Outcome.class));
                    if (outcome == null) {
                        undecided.merge(unit, row.getInt("cases"), Integer::sum);
                    } else {
                        outcomes.merge(outcome, row.getInt("cases"), Integer::sum);
                    }
                });
        return decided.entrySet().stream()
                .map(each -> new UnitFigures(each.getKey(), each.getValue(), undecided.getOrDefault(each.getKey(), 0)))
                .toList();
    }

    private static UnitFigures sum(List<UnitFigures> units) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        units.forEach(
                unit -> unit.outcomes().forEach((outcome, count) -> outcomes.merge(outcome, count, Integer::sum)));
        return new UnitFigures(
                "", outcomes, units.stream().mapToInt(UnitFigures::undecided).sum());
    }

    private List<ItemFigures> items(List<String> numbers) {
        Map<Item, Map<Finder, Integer>> found = new LinkedHashMap<>();
        Map<Item, Map<Disposition, Integer>> dispositions = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select c.regime, f.item, f.finder, f.disposition, count(*) as findings
                        from legacy_case c join legacy_finding f on f.case_number = c.number
                        where c.campaign_number in (:numbers)
                        group by c.regime, f.item, f.finder, f.disposition order by c.regime, f.item
                        """)
                .param("numbers", numbers)
                .query(row -> {
                    Item item = new Item(row.getString("regime"), row.getString("item"));
                    int findings = row.getInt("findings");
                    found.computeIfAbsent(item, any -> new EnumMap<>(Finder.class))
                            .merge(Finder.valueOf(row.getString("finder")), findings, Integer::sum);
                    dispositions
                            .computeIfAbsent(item, any -> new EnumMap<>(Disposition.class))
                            .merge(Disposition.valueOf(row.getString("disposition")), findings, Integer::sum);
                });
        return found.entrySet().stream()
                .map(each -> new ItemFigures(
                        each.getKey().regime(),
                        each.getKey().code(),
                        each.getValue(),
                        dispositions.getOrDefault(each.getKey(), Map.of())))
                .toList();
    }
}
