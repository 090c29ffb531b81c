package org.fairreview.supervision.lead;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairreview.identity.Actor;
import org.fairreview.review.CaseFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which sources of a lead a person sees: those of a restricted case (限制) are for its handlers only, those of a guarded matter
 * for who may open that.
 */
@Component
class LeadSight {

    private final CaseFile cases;
    private final List<GuardedMatters> guarded;
    private final JdbcClient jdbc;

    LeadSight(CaseFile cases, List<GuardedMatters> guarded, JdbcClient jdbc) {
        this.cases = cases;
        this.guarded = guarded;
        this.jdbc = jdbc;
    }

    List<LeadSource> open(Collection<LeadSource> sources, Actor actor) {
        Set<String> restricted = restrictedAmong(sources);
        Set<LeadSource> closed = inClosedMatters(sources, actor);
        return sources.stream()
                .filter(source -> !closed.contains(source))
                .filter(source -> source.caseNumber()
                        .filter(number -> restricted.contains(number) && cases.isClosedTo(number, actor))
                        .isEmpty())
                .toList();
    }

    /** Whether the sources are in guarded matters alone, none of which the person may open. */
    boolean isOutOfSight(Collection<LeadSource> sources, Actor actor) {
        return !sources.isEmpty() && inClosedMatters(sources, actor).containsAll(sources);
    }

    private Set<LeadSource> inClosedMatters(Collection<LeadSource> sources, Actor actor) {
        return guarded.stream()
                .flatMap(feature -> closedAmong(sources, feature, actor))
                .collect(Collectors.toSet());
    }

    private static Stream<LeadSource> closedAmong(Collection<LeadSource> sources, GuardedMatters feature, Actor actor) {
        List<LeadSource> ofFeature = sources.stream()
                .filter(source ->
                        source.kind() == feature.kind() && source.matter().isPresent())
                .toList();
        Set<String> open = feature.openAmong(
                ofFeature.stream().flatMap(source -> source.matter().stream()).collect(Collectors.toSet()), actor);
        return ofFeature.stream()
                .filter(source -> !open.contains(source.matter().orElseThrow()));
    }

    boolean isAnyRestricted(Collection<LeadSource> sources) {
        return !restrictedAmong(sources).isEmpty();
    }

    private Set<String> restrictedAmong(Collection<LeadSource> sources) {
        Set<String> numbers =
                sources.stream().flatMap(source -> source.caseNumber().stream()).collect(Collectors.toSet());
        if (numbers.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("select c.number from review_case c join measure m on m.id = c.measure_id"
                        + " where m.circulation = 'RESTRICTED' and c.number in (:numbers)")
                .param("numbers", numbers)
                .query(String.class)
                .list());
    }
}
