package org.fairreview.reporting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of the ledger that is counted.
 *
 * @param regions the regions that count; none of others
 * @param unit one unit alone, where not null
 * @param only values of dimensions, {@code month} among them (as in {@code 2026-03}); an empty value stands for rows without one
 */
public record Slice(Period period, List<String> regions, @Nullable String unit, Map<String, String> only) {

    private static final String NO_REGION = "-";

    public Slice {
        regions = List.copyOf(regions);
        only = Map.copyOf(only);
    }

    public static Slice of(Period period, Collection<String> regions) {
        return new Slice(period, List.copyOf(regions), null, Map.of());
    }

    public Slice with(String dimension, String value) {
        Map<String, String> more = new LinkedHashMap<>(only);
        more.put(dimension, value);
        return new Slice(period, regions, unit, more);
    }

    /** The same without its values of dimensions. */
    Slice whole() {
        return only.isEmpty() ? this : new Slice(period, regions, unit, Map.of());
    }

    /** The condition without period and figure: which part of what was counted. */
    String part(Figure figure) {
        StringBuilder condition = new StringBuilder("x.region_id in (:regions)");
        if (unit != null) {
            condition.append(" and x.unit_id = :unit");
        }
        only.forEach((dimension, value) -> condition
                .append(" and ")
                .append(Counting.column(figure, dimension))
                .append(value.isEmpty() ? " is null" : " = :only_" + dimension));
        return condition.toString();
    }

    /**
     * A condition with the days of the period in the place of {@code :from} and {@code :until}. They are no parameters: PostgreSQL, asked
     * more than a few times, plans for any days at all, and then reads the ledger in the order of the wrong index.
     */
    String dated(String condition) {
        return condition.replace(":from", literal(period.from())).replace(":until", literal(period.until()));
    }

    private static String literal(LocalDate day) {
        return "date '%s'".formatted(day);
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("regions", regions.isEmpty() ? List.of(NO_REGION) : regions);
        if (unit != null) {
            values.put("unit", unit);
        }
        only.forEach((dimension, value) -> values.put("only_" + dimension, value));
        return values;
    }
}
