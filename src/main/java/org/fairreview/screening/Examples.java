package org.fairreview.screening;

import java.util.ArrayList;
import java.util.List;
import org.fairreview.document.Passage;
import org.fairreview.document.PassageKind;
import org.fairreview.document.Passages;

/** Holds every rule to its own examples. */
final class Examples {

    private Examples() {}

    static void check(String file, RuleBook book) {
        Screening screening = new Screening(book);
        List<String> contradictions = new ArrayList<>();
        int first = 0;
        for (Rule rule : book.rules()) {
            int before = contradictions.size();
            for (String example : rule.violating()) {
                if (!isPointedAt(rule, example, screening)) {
                    contradictions.add("规则“%s”没有指出它自己的违法示例“%s”，请检查信号、距离和排除".formatted(rule.name(), example));
                }
            }
            for (String example : rule.lawful()) {
                if (isPointedAt(rule, example, screening)) {
                    contradictions.add("规则“%s”指出了它自己的合法示例“%s”，请收紧信号或者补充排除".formatted(rule.name(), example));
                }
            }
            first = before == 0 && !contradictions.isEmpty() && first == 0 ? rule.line() : first;
        }
        if (!contradictions.isEmpty()) {
            throw new BrokenRuleFile(file, first, String.join("；", contradictions));
        }
    }

    private static boolean isPointedAt(Rule rule, String example, Screening screening) {
        return screening.screen(passages(example)).hits().stream()
                .anyMatch(hit -> hit.rule().equals(rule.name()));
    }

    /** An example of several lines is a small text with its own build. */
    static List<Passage> passages(String example) {
        return example.contains("\n")
                ? Passages.of(example)
                : List.of(new Passage(1, "", PassageKind.TEXT, 0, example.length(), example));
    }
}
