package org.fairreview.cleanup.overview;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fairreview.cleanup.LegacyStage;

/** How many cases of a unit stand where, and how many of them are late. */
public record UnitLine(String unitId, Map<LegacyStage, Integer> counts, int late) {

    public UnitLine {
        counts = Map.copyOf(counts);
    }

    public int at(LegacyStage stage) {
        return counts.getOrDefault(stage, 0);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public boolean isLate() {
        return late > 0;
    }

    static UnitLine sum(List<UnitLine> lines) {
        Map<LegacyStage, Integer> counts = new EnumMap<>(LegacyStage.class);
        lines.forEach(line -> line.counts().forEach((stage, count) -> counts.merge(stage, count, Integer::sum)));
        return new UnitLine("", counts, lines.stream().mapToInt(UnitLine::late).sum());
    }
}
