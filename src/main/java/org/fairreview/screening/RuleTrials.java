package org.fairreview.screening;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changed files of rules: checked, tried on what is stored, and put in force. */
@Service
@Transactional
public class RuleTrials {

    /** What came of an upload: the trial that begins, or why the file is not taken. */
    public sealed interface Upload {

        record Taken(RuleTrial trial) implements Upload {}

        /** @param reason a sentence in Chinese with the line */
        record Broken(String reason) implements Upload {}

        record Refused(Refusal reason) implements Upload {}
    }

    private static final Duration HOLD = Duration.ofSeconds(60);
    private static final int MOST_TRIES = 3;
    private static final int LISTED = 20;

    private final String worker = UUID.randomUUID().toString();
    private final RuleTrialRows trials;
    private final TrialChangeRows changes;
    private final RulesInForce rules;
    private final Standards standards;
    private final FileStore files;
    private final Units units;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RuleTrials(
            RuleTrialRows trials,
            TrialChangeRows changes,
            RulesInForce rules,
            Standards standards,
            FileStore files,
            Units units,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.trials = trials;
        this.changes = changes;
        this.rules = rules;
        this.standards = standards;
        this.files = files;
        this.units = units;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the person may read the rules. */
    @Transactional(readOnly = true)
    public boolean mayRead(Actor actor) {
        return actor.holds(Role.REVIEWER) || actor.holds(Role.SECTIONHEAD) || actor.holds(Role.AUDITOR);
    }

    /**
     * Whether the person may change the rules, which are those of all regions: the section head of the regulator above
     * whom no other is.
     */
    @Transactional(readOnly = true)
    public boolean mayChange(Actor actor) {
        return actor.unitsAs(Role.SECTIONHEAD).stream()
                .flatMap(id -> units.find(id).stream())
                .filter(Unit::isRegulator)
                .anyMatch(unit -> units.regulatorAbove(unit.regionId()).isEmpty());
    }

    /** Checks a file of rules and has it tried. */
    public Upload upload(String fileName, byte[] bytes, Actor actor) {
        if (bytes.length == 0) {
            return new Upload.Refused(Refusal.at("file", "rules.fileMissing"));
        }
        Screening checked;
        try {
            checked = Screening.by(fileName, bytes, standards);
        } catch (BrokenRuleFile broken) {
            return new Upload.Broken(broken.getMessage());
        }
        String base = rules.current().ruleVersion();
        if (checked.ruleVersion().equals(base)) {
            return new Upload.Refused(Refusal.at("file", "rules.same"));
        }
        StoredFile file = rules.keep(fileName, bytes);
        RuleTrial trial =
                trials.save(new RuleTrial(file, checked.ruleVersion(), base, actor.userId(), clock.instant()));
        record("screening.rulesTried", checked, file);
        events.publishEvent(new WorkWaits());
        return new Upload.Taken(trial);
    }

    /** Puts a tried file in force. */
    public Optional<Refusal> put(RuleTrial trial, Actor actor) {
        if (trial.state() != RunState.DONE) {
            return Optional.of(Refusal.of("rules.notTried"));
        }
        if (!rules.versionToReplace().equals(trial.baseVersion())) {
            return Optional.of(Refusal.of("rules.changedMeanwhile"));
        }
        StoredFile file = files.find(trial.fileId()).orElseThrow();
        try {
            rules.put(Screening.by(trial.fileName(), files.bytes(file.sha256()), standards), file, actor.userId());
            return Optional.empty();
        } catch (BrokenRuleFile broken) {
            return Optional.of(Refusal.of("rules.brokenNow"));
        }
    }

    private void record(String act, Screening tried, StoredFile file) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("rulesVersion", tried.ruleVersion());
        details.put("rulesCount", tried.rules().size());
        details.put("rulesSha256", file.sha256());
        events.publishEvent(new ScreeningRecorded(ScreeningRecorded.RULES, act, details));
    }

    @Transactional(readOnly = true)
    public Optional<RuleTrial> find(String id) {
        return trials.findById(id);
    }

    /** The latest trials, the newest first. */
    @Transactional(readOnly = true)
    public List<RuleTrial> latest() {
        return trials.findByOrderByUploadedAtDesc(PageRequest.of(0, LISTED));
    }

    /** The hits that would come or go, as many as are kept. */
    @Transactional(readOnly = true)
    public List<TrialChange> changes(String trialId) {
        return changes.findByTrialIdOrderById(trialId);
    }

    /** How many hits of each rule would come or go, over all texts; rules that stay the same are left out. */
    @Transactional(readOnly = true)
    public List<TrialCount> counts(String trialId) {
        return jdbc.sql("select rule_name, appeared, vanished from trial_count where trial_id = :trial"
                        + " order by appeared + vanished desc, rule_name")
                .param("trial", trialId)
                .query((row, number) ->
                        new TrialCount(row.getString("rule_name"), row.getInt("appeared"), row.getInt("vanished")))
                .list();
    }

    // ---- the worker's side

    Optional<RuleTrial> take() {
        Instant now = clock.instant();
        for (String id : trials.due(now, PageRequest.of(0, LISTED))) {
            if (trials.take(id, worker, now, now.plus(HOLD)) == 1) {
                RuleTrial trial = trials.findById(id).orElseThrow();
                if (trial.attempts() <= MOST_TRIES) {
                    return Optional.of(trial);
                }
                trial.end(Problem.INTERRUPTED, now);
            }
        }
        return Optional.empty();
    }

    boolean progress(String trialId, int texts, int done) {
        return trials.progress(trialId, worker, texts, done, clock.instant().plus(HOLD)) == 1;
    }

    void finish(String trialId, List<TrialCount> counts, List<TrialChange> found) {
        trials.findById(trialId).filter(trial -> trial.isHeldBy(worker)).ifPresent(trial -> {
            changes.saveAll(found);
            counts.forEach(count -> jdbc.sql("insert into trial_count (trial_id, rule_name, appeared, vanished)"
                            + " values (:trial, :rule, :appeared, :vanished)")
                    .param("trial", trialId)
                    .param("rule", count.rule())
                    .param("appeared", count.appeared())
                    .param("vanished", count.vanished())
                    .update());
            trial.end(null, clock.instant());
        });
    }

    void fail(String trialId, Problem why) {
        trials.findById(trialId)
                .filter(trial -> trial.isHeldBy(worker))
                .ifPresent(trial -> trial.end(why, clock.instant()));
    }
}
