package org.fairreview.screening;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairreview.document.FileStore;
import org.fairreview.document.Passage;
import org.fairreview.document.Texts;
import org.fairreview.standard.Standards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Screens the stored texts by the rules in force and by a changed file, and notes where the two differ. */
@Component
class TrialScreener {

    /** Of more texts the newest are looked at. */
    static final int MOST_TEXTS = 20_000;

    /** So many differences are listed; all are counted. */
    static final int MOST_CHANGES = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(TrialScreener.class);
    private static final Duration LONGEST = Duration.ofMinutes(60);

    private record Place(int ordinal, String rule) {}

    private final VersionScreener versions;
    private final RuleTrials trials;
    private final RulesInForce rules;
    private final Standards standards;
    private final StoredTexts stored;
    private final Texts texts;
    private final FileStore files;

    TrialScreener(
            VersionScreener versions,
            RuleTrials trials,
            RulesInForce rules,
            Standards standards,
            StoredTexts stored,
            Texts texts,
            FileStore files) {
        this.versions = versions;
        this.trials = trials;
        this.rules = rules;
        this.standards = standards;
        this.stored = stored;
        this.texts = texts;
        this.files = files;
    }

    /** Does the next trial that is due; false where none is. */
    boolean next() {
        return trials.take()
                .map(trial -> {
                    work(trial);
                    return true;
                })
                .orElse(false);
    }

    private void work(RuleTrial trial) {
        try {
            compare(trial);
        } catch (RuntimeException e) {
            LOG.error("Trial {} failed", trial.id(), e);
            trials.fail(trial.id(), Problem.ERROR);
        }
    }

    private void compare(RuleTrial trial) {
        TextScreener before = new TextScreener(rules.current(), TextScreener.LONGEST);
        byte[] file = files.bytes(files.find(trial.fileId()).orElseThrow().sha256());
        TextScreener after = new TextScreener(Screening.by(trial.fileName(), file, standards), TextScreener.LONGEST);
        List<StoredTexts.Text> all = stored.newest(MOST_TEXTS);
        Map<String, TrialCount> counts = new TreeMap<>();
        List<TrialChange> changes = new ArrayList<>();
        long began = System.nanoTime();
        for (int done = 0; done < all.size(); done++) {
            letVersionsGoFirst();
            if (!trials.progress(trial.id(), all.size(), done)) {
                return;
            }
            if (System.nanoTime() - began > LONGEST.toNanos()) {
                trials.fail(trial.id(), Problem.TIMEOUT);
                return;
            }
            compare(trial, all.get(done), before, after, counts, changes);
        }
        trials.progress(trial.id(), all.size(), all.size());
        trials.finish(trial.id(), List.copyOf(counts.values()), changes);
    }

    /** A trial may take an hour, and somebody waits for a version that was just submitted. */
    private void letVersionsGoFirst() {
        while (versions.next()) {
            // until none is due
        }
    }

    private void compare(
            RuleTrial trial,
            StoredTexts.Text text,
            TextScreener before,
            TextScreener after,
            Map<String, TrialCount> counts,
            List<TrialChange> changes) {
        List<Passage> passages = texts.passages(text.fileSha256());
        Map<Integer, Passage> byOrdinal =
                passages.stream().collect(Collectors.toMap(Passage::ordinal, Function.identity()));
        Map<Place, Hit> old = places(before.screen(passages, done -> {}).hits());
        Map<Place, Hit> changed = places(after.screen(passages, done -> {}).hits());
        Set<Place> either = new HashSet<>(old.keySet());
        either.addAll(changed.keySet());
        either.stream()
                .filter(place -> old.containsKey(place) != changed.containsKey(place))
                .sorted(Comparator.comparingInt(Place::ordinal).thenComparing(Place::rule))
                .forEach(place -> {
                    boolean appeared = changed.containsKey(place);
                    counts.merge(
                            place.rule(),
                            new TrialCount(place.rule(), appeared ? 1 : 0, appeared ? 0 : 1),
                            TrialScreener::sum);
                    if (changes.size() < MOST_CHANGES) {
                        Hit hit = appeared ? changed.get(place) : old.get(place);
                        changes.add(new TrialChange(
                                trial.id(),
                                text,
                                hit,
                                byOrdinal.get(place.ordinal()).text(),
                                appeared));
                    }
                });
    }

    private static Map<Place, Hit> places(List<Hit> hits) {
        Map<Place, Hit> places = new HashMap<>();
        hits.forEach(hit -> places.put(new Place(hit.ordinal(), hit.rule()), hit));
        return places;
    }

    private static TrialCount sum(TrialCount one, TrialCount other) {
        return new TrialCount(one.rule(), one.appeared() + other.appeared(), one.vanished() + other.vanished());
    }
}
