package org.fairreview.screening;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Measures the rules on labelled clauses: how many violations they point at, how many lawful look-alikes they leave
 * alone, and whether they name the right item. The labels do not say where in a clause the violation stands: a hit
 * counts wherever its words stand, and so does the right item among several.
 */
final class RuleEvaluation {

    /** What was counted, over all clauses or those of one item. */
    private static final class Count {
        int violations;
        int found;
        int rightItem;
        int contextDependent;
        int contextDependentFound;
        int lawful;
        int leftAlone;
    }

    private final Screening screening;
    private final Count all = new Count();
    private final Map<String, Count> perItem = new TreeMap<>();
    private final List<String> missed = new ArrayList<>();
    private final List<String> wrongItem = new ArrayList<>();
    private final List<String> wronglyFlagged = new ArrayList<>();

    RuleEvaluation(Screening screening) {
        this.screening = screening;
    }

    /** Why a line cannot be counted, in Chinese; null when it was. */
    @Nullable
    String add(ClauseLines.Line line) {
        String label = line.text("label");
        String item = line.text("item").replace("条例", "");
        List<Hit> hits = screening.screen(line.clause()).hits();
        Count own = perItem.computeIfAbsent(item, any -> new Count());
        String shown = "  %s %s %s".formatted(line.text("id"), item, line.clause());
        switch (label) {
            case "violation" -> {
                boolean right =
                        hits.stream().anyMatch(hit -> ItemName.of(hit.item()).equals(item));
                boolean contextDependent = line.node().path("context_dependent").asBoolean(false);
                violation(all, contextDependent, !hits.isEmpty(), right);
                violation(own, contextDependent, !hits.isEmpty(), right);
                if (hits.isEmpty()) {
                    missed.add(shown + (contextDependent ? " [context_dependent]" : ""));
                } else if (!right) {
                    wrongItem.add(shown + "\n      " + described(hits));
                }
            }
            case "compliant" -> {
                lawful(all, hits.isEmpty());
                lawful(own, hits.isEmpty());
                if (!hits.isEmpty()) {
                    wronglyFlagged.add(shown + "\n      " + described(hits));
                }
            }
            default -> {
                return "第 %d 行的 label 应当是 violation 或者 compliant。".formatted(line.number());
            }
        }
        return null;
    }

    private static void violation(Count count, boolean contextDependent, boolean found, boolean right) {
        if (contextDependent) {
            count.contextDependent++;
            count.contextDependentFound += found ? 1 : 0;
        } else {
            count.violations++;
            count.found += found ? 1 : 0;
            count.rightItem += right ? 1 : 0;
        }
    }

    private static void lawful(Count count, boolean leftAlone) {
        count.lawful++;
        count.leftAlone += leftAlone ? 1 : 0;
    }

    private static String described(List<Hit> hits) {
        return hits.stream()
                .map(hit -> "%s %s %s"
                        .formatted(
                                ItemName.of(hit.item()),
                                hit.rule(),
                                hit.words().stream().map(HitWord::text).toList()))
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }

    /** How many violations were counted, those that need their context aside. */
    int violations() {
        return all.violations;
    }

    /** How many lawful look-alikes were counted. */
    int lawful() {
        return all.lawful;
    }

    /** From 0 to 1: the violations pointed at, those that need their context aside. */
    double recall() {
        return (double) all.found / all.violations;
    }

    /** From 0 to 1: the lawful look-alikes left alone. */
    double specificity() {
        return (double) all.leftAlone / all.lawful;
    }

    /** From 0 to 1: the violations pointed at under their item, among those pointed at. */
    double itemAccuracy() {
        return (double) all.rightItem / all.found;
    }

    void print(PrintStream out) {
        out.println("rules          " + screening.ruleVersion());
        out.println("recall         " + share(all.found, all.violations) + "  violations, context_dependent aside");
        out.println("specificity    " + share(all.leftAlone, all.lawful) + "  lawful look-alikes");
        out.println("item accuracy  " + share(all.rightItem, all.found) + "  right item among the hits of those found");
        out.println("context_dependent found  " + share(all.contextDependentFound, all.contextDependent));
        out.println();
        out.println("item      recall                specificity           item accuracy");
        perItem.forEach((item, count) -> out.println("%-8s  %-20s  %-20s  %s"
                .formatted(
                        item,
                        share(count.found, count.violations),
                        share(count.leftAlone, count.lawful),
                        share(count.rightItem, count.found))));
        print(out, "missed", missed);
        print(out, "found under another item", wrongItem);
        print(out, "lawful, but pointed at", wronglyFlagged);
    }

    private static void print(PrintStream out, String title, List<String> lines) {
        out.println();
        out.println("%s: %d".formatted(title, lines.size()));
        lines.forEach(out::println);
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "-" : "%.3f (%d/%d)".formatted((double) part / whole, part, whole);
    }
}
