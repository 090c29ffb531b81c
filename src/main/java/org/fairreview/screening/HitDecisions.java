package org.fairreview.screening;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What reviewers decided about hits, by measure, and what that says about the rules. */
@Service
@Transactional
public class HitDecisions {

    /** Which version of which case is decided on, and by whom. */
    public record Subject(String measureId, String versionId, String caseNumber, String userId) {}

    private final HitDecisionRows rows;
    private final Screenings screenings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HitDecisions(HitDecisionRows rows, Screenings screenings, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.screenings = screenings;
        this.events = events;
        this.clock = clock;
    }

    /** The decision that counts of each hit of the measure, by the key of the hit. */
    @Transactional(readOnly = true)
    public Map<String, HitDecision> of(String measureId) {
        Map<String, HitDecision> newest = new HashMap<>();
        rows.findByMeasureIdOrderById(measureId).forEach(decision -> newest.put(decision.key(), decision));
        return newest;
    }

    /**
     * Records what was decided anew about the version's hits, by their keys; what says the same as before is left, and so
     * is what is no hit of the version.
     */
    public void decide(Subject subject, Map<String, HitDecision.Choice> choices) {
        if (choices.isEmpty()) {
            return;
        }
        VersionScreening screening = screenings.of(subject.versionId()).orElse(null);
        if (screening == null || screening.ruleVersion() == null) {
            return;
        }
        Map<String, HitDecision> before = of(subject.measureId());
        List<Map<String, Object>> recorded = new ArrayList<>();
        choices.forEach((key, choice) -> screening
                .hit(key)
                .filter(hit -> isNew(before.get(key), choice))
                .ifPresent(hit -> {
                    rows.save(new HitDecision(subject, hit, screening.ruleVersion(), choice, clock.instant()));
                    recorded.add(said(hit, choice));
                }));
        if (!recorded.isEmpty()) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("hitDecisions", recorded);
            details.put("rulesVersion", screening.ruleVersion());
            events.publishEvent(new ScreeningRecorded(subject.caseNumber(), "case.hitsDecided", details));
        }
    }

    private static boolean isNew(@Nullable HitDecision before, HitDecision.Choice choice) {
        return before == null ? choice.choice() != HitChoice.REOPENED : !before.says(choice);
    }

    private static Map<String, Object> said(FoundHit hit, HitDecision.Choice choice) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("hitAddress", hit.address());
        said.put("hitRule", hit.rule());
        said.put("hitChoice", choice.choice().name());
        if (!choice.reason().isEmpty()) {
            said.put("hitReason", choice.reason());
        }
        return said;
    }

    /** How each rule does in use; rules about whose hits nothing is decided are left out. */
    @Transactional(readOnly = true)
    public Map<String, Precision> precision() {
        Map<String, Precision> byRule = new HashMap<>();
        rows.tally().forEach(tally -> {
            long times = tally.getTimes();
            Precision one =
                    switch (tally.getChoice()) {
                        case ACCEPTED -> new Precision(times, 0);
                        case DISMISSED -> new Precision(0, times);
                        case REOPENED -> Precision.NONE;
                    };
            byRule.merge(
                    tally.getRule(),
                    one,
                    (a, b) -> new Precision(a.accepted() + b.accepted(), a.dismissed() + b.dismissed()));
        });
        return byRule;
    }
}
