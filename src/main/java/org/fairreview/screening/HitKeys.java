package org.fairreview.screening;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fairreview.audit.Digest;
import org.fairreview.document.Passage;

/**
 * Names hits so that a decision finds them again in a later version: by the rule, the words of the passage and those of
 * the lead-ins above it and of the definitions that it rests on, blanks aside, wherever the passage stands now. Passages
 * that say the same twice are counted.
 */
final class HitKeys {

    private final Map<String, Integer> seen = new HashMap<>();

    /** The keys of one file's hits, in their order; to be called for the files of a version one after the other. */
    List<String> of(List<Passage> passages, List<Hit> hits) {
        Map<Integer, String> contexts = contexts(passages);
        return hits.stream()
                .map(hit -> {
                    String said = hit.rule()
                            + '\n'
                            + contexts.getOrDefault(hit.ordinal(), "")
                            + hit.definedIn().stream()
                                    .map(ordinal -> '\n' + contexts.getOrDefault(ordinal, ""))
                                    .collect(Collectors.joining());
                    int time = seen.merge(said, 1, Integer::sum);
                    return Digest.of(time == 1 ? said : said + '\n' + time);
                })
                .toList();
    }

    private static Map<Integer, String> contexts(List<Passage> passages) {
        Map<Integer, String> contexts = new HashMap<>();
        Deque<Passage> leadIns = new ArrayDeque<>();
        for (Passage passage : passages) {
            while (!leadIns.isEmpty() && !Screening.belongsUnder(passage, leadIns.getLast())) {
                leadIns.removeLast();
            }
            StringBuilder context = new StringBuilder();
            leadIns.forEach(
                    leadIn -> context.append(withoutBlanks(leadIn.text())).append('\n'));
            contexts.put(
                    passage.ordinal(),
                    context.append(withoutBlanks(passage.text())).toString());
            String text = passage.text().stripTrailing();
            if (text.endsWith("：") || text.endsWith(":")) {
                leadIns.addLast(passage);
            }
        }
        return contexts;
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("[\\s\u3000\u00a0]+", "");
    }
}
