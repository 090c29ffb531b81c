package org.fairreview.review.similar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.fairreview.review.similar.FindingIndex.Entry;
import org.fairreview.review.similar.FindingIndex.Like;

/**
 * Measures the threshold on labelled clauses, and what an index of many findings costs; not a test. The arguments are files
 * of clauses (JSON lines with {@code clause}, {@code label}, {@code item}).
 */
final class FindingIndexBench {

    private static final int FINDINGS = 50_000;

    private record Clause(String text, String item) {}

    private FindingIndexBench() {}

    public static void main(String[] files) throws IOException {
        List<Clause> violations = new ArrayList<>();
        List<Clause> lawful = new ArrayList<>();
        for (String file : files) {
            for (String line : Files.readAllLines(Path.of(file))) {
                JsonNode clause = new ObjectMapper().readTree(line);
                (clause.path("label").asText().equals("violation") ? violations : lawful)
                        .add(new Clause(
                                clause.path("clause").asText(),
                                clause.path("item").asText()));
            }
        }
        for (double threshold : new double[] {0.25, 0.3, 0.35, 0.4, 0.45, 0.5}) {
            agreement(threshold, violations, lawful);
        }
        cost(violations);
    }

    /** Of the clauses to which something is similar, how often what is likest was found under the same item. */
    private static void agreement(double threshold, List<Clause> violations, List<Clause> lawful) {
        Map<Long, Entry> table = new TreeMap<>();
        for (int place = 0; place < violations.size(); place++) {
            table.put(
                    (long) place,
                    new Entry(place, "case " + place, violations.get(place).text()));
        }
        FindingIndex index = new FindingIndex(threshold);
        index.hold(table.keySet(), ids -> ids.stream().map(table::get).toList());
        int shown = 0;
        int same = 0;
        for (int place = 0; place < violations.size(); place++) {
            List<Like> likes = index.like(violations.get(place).text(), "case " + place);
            if (!likes.isEmpty()) {
                shown++;
                same += violations
                                .get((int) likes.get(0).id())
                                .item()
                                .equals(violations.get(place).item())
                        ? 1
                        : 0;
            }
        }
        long beside = lawful.stream()
                .filter(clause -> !index.like(clause.text(), "none").isEmpty())
                .count();
        System.out.printf(
                "threshold %.2f: of %d violations %d have a similar one, %d (%.2f) of them under the same item; of %d lawful clauses %d%n",
                threshold, violations.size(), shown, same, (double) same / Math.max(1, shown), lawful.size(), beside);
    }

    private static void cost(List<Clause> violations) {
        Random random = new Random(7);
        Map<Long, Entry> table = new HashMap<>();
        for (long id = 0; id < FINDINGS; id++) {
            String one = violations.get(random.nextInt(violations.size())).text();
            String other = violations.get(random.nextInt(violations.size())).text();
            int cut = random.nextInt(one.length());
            table.put(id, new Entry(id, "case " + id / 5, one.substring(0, cut) + other.substring(other.length() / 2)));
        }
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        FindingIndex index = new FindingIndex();
        long start = System.nanoTime();
        index.hold(table.keySet(), ids -> ids.stream().map(table::get).toList());
        long built = System.nanoTime();
        System.gc();
        long after = runtime.totalMemory() - runtime.freeMemory();
        long again = System.nanoTime();
        index.hold(table.keySet(), ids -> List.of());
        long held = System.nanoTime();
        for (int i = 0; i < 60; i++) {
            index.like(violations.get(i).text(), "none");
        }
        long asked = System.nanoTime();
        System.out.printf(
                "%d findings: built in %d ms, %d MB; held again in %d ms; 60 passages in %d ms%n",
                FINDINGS,
                (built - start) / 1_000_000,
                (after - before) / 1_000_000,
                (held - again) / 1_000_000,
                (asked - held) / 1_000_000);
    }
}
