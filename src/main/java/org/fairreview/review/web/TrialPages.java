package org.fairreview.review.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.ReviewCase;
import org.fairreview.screening.RuleTrial;
import org.fairreview.screening.RuleTrials;
import org.fairreview.screening.RulesInForce;
import org.fairreview.screening.RunState;
import org.fairreview.screening.TrialChange;
import org.fairreview.screening.TrialCount;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what a changed file of rules would change in the stored versions. */
@Component
@Transactional(readOnly = true)
class TrialPages {

    private static final int SHOWN = 200;

    /**
     * The page of a trial.
     *
     * @param changed the sum of the counts
     * @param rows changes with their cases, as many as are shown
     * @param more changes that are kept and not shown
     * @param closed changes in restricted cases, and in those that the reader may not see
     * @param outdated whether other rules came into force since it was tried
     */
    record Page(
            String id,
            String version,
            String baseVersion,
            String fileName,
            String who,
            String at,
            RunState state,
            String said,
            boolean outdated,
            boolean mayPut,
            List<TrialCount> counts,
            int appeared,
            int vanished,
            @Nullable String rule,
            List<Row> rows,
            int more,
            int closed) {

        public boolean isOver() {
            return state.isOver();
        }
    }

    /** A hit that would come or go. */
    record Row(
            boolean appeared,
            String rule,
            String caseNumber,
            String title,
            int version,
            String file,
            String address,
            String excerpt) {}

    private final RuleTrials trials;
    private final RulesInForce rules;
    private final CaseFile cases;
    private final Measures measures;
    private final Directory directory;
    private final Labels labels;
    private final Moments moments;

    TrialPages(
            RuleTrials trials,
            RulesInForce rules,
            CaseFile cases,
            Measures measures,
            Directory directory,
            Labels labels,
            Moments moments) {
        this.trials = trials;
        this.rules = rules;
        this.cases = cases;
        this.measures = measures;
        this.directory = directory;
        this.labels = labels;
        this.moments = moments;
    }

    /** @param rule whose changes alone are shown; empty for all */
    Page page(RuleTrial trial, String rule, Actor actor) {
        Map<String, List<ReviewCase>> seen = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        int more = 0;
        int closed = 0;
        for (TrialChange change : trials.changes(trial.id())) {
            if (!rule.isEmpty() && !rule.equals(change.rule())) {
                continue;
            }
            List<ReviewCase> open = seen.computeIfAbsent(change.measureId(), id -> open(id, actor));
            if (open.isEmpty()) {
                closed++;
            } else if (rows.size() >= SHOWN) {
                more++;
            } else {
                rows.add(row(change, open.get(open.size() - 1)));
            }
        }
        List<TrialCount> counts = trials.counts(trial.id());
        boolean outdated = !rules.current().ruleVersion().equals(trial.baseVersion());
        return new Page(
                trial.id(),
                trial.version(),
                trial.baseVersion(),
                trial.fileName(),
                directory.nameOf(trial.uploadedBy()),
                moments.minute(trial.uploadedAt()),
                trial.state(),
                said(trial),
                outdated,
                trials.mayChange(actor) && trial.state() == RunState.DONE && !outdated,
                counts,
                counts.stream().mapToInt(TrialCount::appeared).sum(),
                counts.stream().mapToInt(TrialCount::vanished).sum(),
                rule.isEmpty() ? null : rule,
                rows,
                more,
                closed);
    }

    /** The cases of a measure that may be quoted here; a restricted one is read on its own page, where that is recorded. */
    private List<ReviewCase> open(String measureId, Actor actor) {
        return measures.get(measureId).circulation().isRestricted() ? List.of() : cases.ofMeasure(measureId, actor);
    }

    private Row row(TrialChange change, ReviewCase review) {
        return new Row(
                change.appeared(),
                change.rule(),
                review.number(),
                measures.get(change.measureId()).facts().title(),
                change.versionNumber(),
                change.fileName(),
                change.address(),
                change.excerpt());
    }

    String said(RuleTrial trial) {
        return switch (trial.state()) {
            case PENDING -> labels.text("rules.trial.pending");
            case RUNNING -> labels.text("rules.trial.running", trial.textsDone(), trial.texts());
            case FAILED ->
                labels.text(
                        "rules.trial.failed",
                        trial.problem()
                                .map(problem -> labels.of("rules.trial.problem", problem))
                                .orElse(""));
            case DONE -> labels.text("rules.trial.done", trial.texts());
        };
    }
}
