package org.fairreview.review.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fairreview.document.Passage;
import org.fairreview.document.Passages;
import org.fairreview.identity.Directory;
import org.fairreview.review.web.RulesPage.ItemRules;
import org.fairreview.review.web.RulesPage.RuleView;
import org.fairreview.review.web.RulesPage.Taken;
import org.fairreview.review.web.RulesPage.TextHit;
import org.fairreview.review.web.RulesPage.Tried;
import org.fairreview.review.web.RulesPage.TriedText;
import org.fairreview.screening.Hit;
import org.fairreview.screening.HitDecisions;
import org.fairreview.screening.HitWord;
import org.fairreview.screening.Precision;
import org.fairreview.screening.Rule;
import org.fairreview.screening.RuleTrials;
import org.fairreview.screening.RulesChange;
import org.fairreview.screening.RulesInForce;
import org.fairreview.screening.Screening;
import org.fairreview.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the page of the screening rules. */
@Component
@Transactional(readOnly = true)
class RulesPages {

    private final RulesInForce rules;
    private final RuleTrials trials;
    private final HitDecisions decisions;
    private final Standards standards;
    private final Directory directory;
    private final Labels labels;
    private final Moments moments;

    RulesPages(
            RulesInForce rules,
            RuleTrials trials,
            HitDecisions decisions,
            Standards standards,
            Directory directory,
            Labels labels,
            Moments moments) {
        this.rules = rules;
        this.trials = trials;
        this.decisions = decisions;
        this.standards = standards;
        this.directory = directory;
        this.labels = labels;
        this.moments = moments;
    }

    /** @param words what a rule must hold somewhere to be listed; empty for all */
    RulesPage page(String words) {
        Screening screening = rules.current();
        Map<String, Precision> precision = decisions.precision();
        List<Rule> found = screening.rules().stream()
                .filter(rule -> words.isEmpty() || holds(rule, words))
                .toList();
        Map<String, List<RuleView>> byItem = new LinkedHashMap<>();
        standards.groups().forEach(group -> group.items().forEach(item -> byItem.put(item.code(), new ArrayList<>())));
        found.forEach(rule -> byItem.computeIfAbsent(rule.item(), any -> new ArrayList<>())
                .add(new RuleView(rule, said(precision.get(rule.name())))));
        return new RulesPage(
                screening.ruleVersion(),
                found.size(),
                screening.rules().size(),
                byItem.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry -> new ItemRules(item(entry.getKey()), entry.getValue()))
                        .toList(),
                screening.wordLists(),
                history(screening.ruleVersion()),
                trials.latest().stream()
                        .map(trial -> new Tried(
                                trial.id(),
                                trial.version(),
                                trial.fileName(),
                                directory.nameOf(trial.uploadedBy()),
                                moments.minute(trial.uploadedAt()),
                                labels.of("rules.trial.state", trial.state())))
                        .toList());
    }

    private List<Taken> history(String inForce) {
        List<RulesChange> changes = rules.history();
        return changes.stream()
                .map(change -> new Taken(
                        change.id() == null ? 0 : change.id(),
                        change.version(),
                        change.rules(),
                        change.putBy().map(directory::nameOf).orElse(labels.text("rules.found")),
                        moments.minute(change.putAt()),
                        change.equals(changes.get(0)) && change.version().equals(inForce)))
                .toList();
    }

    private static boolean holds(Rule rule, String words) {
        return Stream.of(
                        Stream.of(rule.name(), rule.citation(), rule.reason(), rule.question()),
                        rule.signals().stream(),
                        rule.violating().stream())
                .flatMap(texts -> texts)
                .anyMatch(text -> text.contains(words));
    }

    String item(String code) {
        return standards
                .item(code)
                .map(item -> item.article() + " " + item.label())
                .orElse(code);
    }

    private @Nullable String said(@Nullable Precision precision) {
        return precision == null || precision.decided() == 0
                ? null
                : labels.text(
                        "rules.precision", precision.percent().orElse(0), precision.accepted(), precision.dismissed());
    }

    /** What the rules in force point at in a text. */
    TriedText tried(String text) {
        List<Passage> passages = Passages.of(text);
        List<Hit> hits = rules.current().screen(passages).hits();
        List<MarkedText.Mark> marks = new ArrayList<>();
        List<TextHit> shown = new ArrayList<>();
        for (Hit hit : hits) {
            int start = passages.stream()
                    .filter(passage -> passage.ordinal() == hit.ordinal())
                    .mapToInt(Passage::start)
                    .findFirst()
                    .orElseThrow();
            int number = shown.size() + 1;
            marks.add(new MarkedText.Mark(number, start + hit.start(), start + hit.end(), "", ""));
            shown.add(new TextHit(
                    number,
                    hit.address(),
                    item(hit.item()),
                    hit.rule(),
                    String.join(
                            labels.text("rules.words.between"),
                            hit.words().stream().map(HitWord::text).toList()),
                    hit.reason(),
                    hit.question()));
        }
        return new TriedText(text, MarkedText.of(passages, List.of(), marks).passages(), shown);
    }
}
