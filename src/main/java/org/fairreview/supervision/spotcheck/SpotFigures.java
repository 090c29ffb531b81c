package org.fairreview.supervision.spotcheck;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what a spot check came to, from its rows and nothing else. */
@Component
@Transactional(readOnly = true)
public class SpotFigures {

    /** A unit: how many of its measures were inspected, in how many problems stand, and how many findings. */
    public record OfUnit(String unit, long inspected, long withProblems, long findings) {}

    /**
     * The figures of a spot check.
     *
     * @param byItem how many standing findings by item of the standards
     * @param byProcedure how many measures by what holds of their review
     */
    public record Figures(
            int population,
            long drawn,
            long named,
            long inspected,
            long withProblems,
            long findings,
            Map<String, Long> byItem,
            Map<ProcedureVerdict, Long> byProcedure,
            List<OfUnit> byUnit,
            int letters) {

        public long procedureProblems() {
            return byProcedure.entrySet().stream()
                    .filter(each -> each.getKey().isProblem())
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    private final SpotItemRows items;
    private final SpotFindingRows findings;
    private final SpotLetterRows letters;

    SpotFigures(SpotItemRows items, SpotFindingRows findings, SpotLetterRows letters) {
        this.items = items;
        this.findings = findings;
        this.letters = letters;
    }

    public Figures of(SpotCheck check) {
        List<SpotItem> all = items.findByCheckNumberOrderByPlace(check.number());
        List<SpotFinding> standing = findings.ofCheck(check.number()).stream()
                .filter(SpotFinding::isStanding)
                .toList();
        Map<String, Long> byMeasure =
                standing.stream().collect(Collectors.groupingBy(SpotFinding::itemNumber, Collectors.counting()));
        Map<ProcedureVerdict, Long> byProcedure = new TreeMap<>();
        all.stream().flatMap(item -> item.procedure().stream()).forEach(each -> byProcedure.merge(each, 1L, Long::sum));
        return new Figures(
                check.population().map(FixedPopulation::size).orElse(0),
                all.stream().filter(item -> !item.isTargeted()).count(),
                all.stream().filter(SpotItem::isTargeted).count(),
                all.stream()
                        .filter(item -> item.state() == SpotItem.State.INSPECTED)
                        .count(),
                all.stream().filter(item -> hasProblem(item, byMeasure)).count(),
                standing.size(),
                new TreeMap<>(
                        standing.stream().collect(Collectors.groupingBy(SpotFinding::item, Collectors.counting()))),
                byProcedure,
                byUnit(all, byMeasure),
                letters.findByIdCheckNumberOrderByIdUnitId(check.number()).size());
    }

    private static List<OfUnit> byUnit(List<SpotItem> all, Map<String, Long> byMeasure) {
        Map<String, List<SpotItem>> units = all.stream()
                .collect(Collectors.groupingBy(SpotItem::unitName, LinkedHashMap::new, Collectors.toList()));
        return units.entrySet().stream()
                .map(unit -> new OfUnit(
                        unit.getKey(),
                        inspected(unit.getValue().stream()),
                        unit.getValue().stream()
                                .filter(item -> hasProblem(item, byMeasure))
                                .count(),
                        unit.getValue().stream()
                                .mapToLong(item -> byMeasure.getOrDefault(item.number(), 0L))
                                .sum()))
                .sorted(Comparator.comparing(OfUnit::withProblems).reversed().thenComparing(OfUnit::unit))
                .toList();
    }

    private static long inspected(Stream<SpotItem> items) {
        return items.filter(item -> item.state() == SpotItem.State.INSPECTED).count();
    }

    private static boolean hasProblem(SpotItem item, Map<String, Long> byMeasure) {
        return byMeasure.containsKey(item.number())
                || item.procedure().filter(ProcedureVerdict::isProblem).isPresent();
    }

    /** The name of the list's file and the command by which an outsider repeats the draw; empty before it. */
    public static String command(SpotCheck check) {
        return check.seed()
                .filter(seed -> check.plan().sampleSize() > 0)
                .map(seed -> DrawCommand.line(
                        "population-%s.txt".formatted(check.number()),
                        seed,
                        Objects.requireNonNull(check.plan().sampleSize()),
                        check.plan().stratum()))
                .orElse("");
    }
}
