package org.fairreview.review.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fairreview.audit.ActingPerson;
import org.fairreview.audit.AuditTrail;
import org.fairreview.audit.RecordedAct;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.review.CaseFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people did, from the record, cut to what an auditor may see: the cases of the audited regions; of acts that are
 * about no case those of people of these regions, and of everybody where the region stands under no other.
 */
@Service
@Transactional(readOnly = true)
public class Activity {

    /** The most acts that are looked at for one question. */
    public static final int MOST = 20_000;

    private static final int SUBJECTS_AT_ONCE = 1_000;

    /**
     * The acts that were found, the newest first.
     *
     * @param cut whether there are more than were looked at
     */
    public record Found(List<RecordedAct> acts, boolean cut) {}

    /** What one person did in all. */
    public record Sum(ActingPerson person, int done, int tasks, int cases, int reads, Instant first, Instant last) {}

    private final AuditTrail trail;
    private final CaseFile cases;
    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;

    Activity(AuditTrail trail, CaseFile cases, Units units, JdbcClient jdbc, Clock clock) {
        this.trail = trail;
        this.cases = cases;
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Found find(ActivityQuery query, Actor auditor) {
        Instant from = query.period().start(clock.getZone());
        Instant until = query.period().end(clock.getZone());
        List<RecordedAct> all = query.person() != null
                ? trail.actsOfPerson(query.person(), from, until, MOST + 1)
                : query.unit() != null
                        ? trail.actsOfUnit(query.unit(), from, until, MOST + 1)
                        : trail.acts(from, until, MOST + 1);
        List<RecordedAct> asked = all.stream()
                .limit(MOST)
                .filter(query.kind()::fits)
                .filter(act -> query.unit() == null || query.unit().equals(act.actorUnit()))
                .toList();
        return new Found(visible(asked, auditor), all.size() > MOST);
    }

    /** The acts by person, those who did most first. */
    public static List<Sum> sums(List<RecordedAct> acts) {
        Map<String, List<RecordedAct>> byPerson = acts.stream()
                .filter(act -> act.actorId() != null)
                .collect(Collectors.groupingBy(
                        act -> String.valueOf(act.actorId()), LinkedHashMap::new, Collectors.toList()));
        return byPerson.values().stream()
                .map(Activity::sum)
                .sorted((one, other) -> Integer.compare(other.done() + other.reads(), one.done() + one.reads()))
                .toList();
    }

    private static Sum sum(List<RecordedAct> acts) {
        int reads = (int) acts.stream().filter(RecordedAct::isRead).count();
        return new Sum(
                acts.get(0).actor(),
                (int) acts.stream().filter(RecordedAct::isDeed).count(),
                (int) acts.stream()
                        .filter(act -> act.act().equals("task.completed"))
                        .count(),
                (int) acts.stream()
                        .map(RecordedAct::subject)
                        .filter(subject -> !subject.equals("-")
                                && !subject.equals(acts.get(0).actorId()))
                        .distinct()
                        .count(),
                reads,
                acts.get(acts.size() - 1).occurredAt(),
                acts.get(0).occurredAt());
    }

    private List<RecordedAct> visible(List<RecordedAct> acts, Actor auditor) {
        Collection<String> regions = cases.sightOf(auditor).audited();
        Map<String, String> regionOfCase =
                regionsOf(acts.stream().map(RecordedAct::subject).collect(Collectors.toSet()));
        Map<String, String> regionOfUnit =
                units.all().stream().collect(Collectors.toMap(Unit::name, Unit::regionId, (one, other) -> one));
        boolean all = regions.stream().anyMatch(units::isTop);
        return acts.stream()
                .filter(act -> {
                    String region = regionOfCase.get(act.subject());
                    return region != null
                            ? regions.contains(region)
                            : all || isAudited(regions, regionOfUnit.get(String.valueOf(act.actorUnit())));
                })
                .toList();
    }

    private static boolean isAudited(Collection<String> regions, @Nullable String region) {
        return region != null && regions.contains(region);
    }

    /** The regions of those subjects that are cases. */
    private Map<String, String> regionsOf(Set<String> subjects) {
        List<String> rest = new ArrayList<>(subjects);
        Map<String, String> regions = new LinkedHashMap<>();
        for (int from = 0; from < rest.size(); from += SUBJECTS_AT_ONCE) {
            jdbc.sql("select number, region_id from review_case where number in (:numbers)")
                    .param("numbers", rest.subList(from, Math.min(from + SUBJECTS_AT_ONCE, rest.size())))
                    .query(row -> {
                        regions.put(row.getString(1), row.getString(2));
                    });
        }
        return regions;
    }
}
