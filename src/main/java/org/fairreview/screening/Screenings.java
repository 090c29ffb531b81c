package org.fairreview.screening;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The screenings of versions: what was found, how far one is, and a new one by the rules in force now. */
@Service
@Transactional
public class Screenings {

    private final ScreeningRunRows runs;
    private final FoundHitRows hits;
    private final HitDecisionRows decisions;
    private final TrialChangeRows trialChanges;
    private final ScreeningQueue queue;
    private final ApplicationEventPublisher events;

    Screenings(
            ScreeningRunRows runs,
            FoundHitRows hits,
            HitDecisionRows decisions,
            TrialChangeRows trialChanges,
            ScreeningQueue queue,
            ApplicationEventPublisher events) {
        this.runs = runs;
        this.hits = hits;
        this.decisions = decisions;
        this.trialChanges = trialChanges;
        this.queue = queue;
        this.events = events;
    }

    /** How the screening of a version stands; empty where none was ever asked for. */
    @Transactional(readOnly = true)
    public Optional<VersionScreening> of(String versionId) {
        List<ScreeningRun> all = runs.findByVersionIdOrderByRequestedAtDesc(versionId);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        ScreeningRun newest = all.get(0);
        Optional<ScreeningRun> done =
                all.stream().filter(run -> run.state() == RunState.DONE).findFirst();
        return Optional.of(new VersionScreening(
                newest.state(),
                newest.passages(),
                newest.passagesDone(),
                newest.problem().orElse(null),
                done.flatMap(ScreeningRun::ruleVersion).orElse(null),
                done.flatMap(ScreeningRun::finishedAt).orElse(null),
                done.map(ScreeningRun::files).orElse(List.of()),
                done.map(run -> hits.findByRunIdOrderById(run.id())).orElse(List.of())));
    }

    /** Screens the version once more, by the rules in force; false where a screening is on its way already. */
    public boolean again(String versionId) {
        runs.hold(versionId);
        boolean onItsWay = runs.existsByVersionIdAndStateIn(versionId, List.of(RunState.PENDING, RunState.RUNNING));
        if (!onItsWay) {
            queue.add(versionId);
            events.publishEvent(new WorkWaits());
        }
        return !onItsWay;
    }

    /** Destroys what was found in the versions of a measure and why it was decided so; how often which rule helped stays. */
    public void destroyOf(String measureId, List<String> versionIds) {
        for (String versionId : versionIds) {
            List<ScreeningRun> all = runs.findByVersionIdOrderByRequestedAtDesc(versionId);
            all.forEach(run -> hits.deleteByRunId(run.id()));
            runs.deleteAll(all);
        }
        decisions.forgetReasons(measureId);
        trialChanges.deleteByMeasureId(measureId);
    }
}
