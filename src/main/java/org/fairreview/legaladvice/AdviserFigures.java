package org.fairreview.legaladvice;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What advisers were asked in a year and what became of it, counted from the requests. */
@Service
@Transactional(readOnly = true)
public class AdviserFigures {

    /**
     * The figures of an adviser in a year. A request counts in the year in which it was made, standing aside in the year
     * in which that was said.
     *
     * @param measures requests about measures
     * @param contracts requests about contracts
     * @param inTime opinions given within the limit
     * @param superseded opinions whose place another took
     */
    public record Figures(
            long measures,
            long contracts,
            long inTime,
            long late,
            long adopted,
            long partly,
            long notAdopted,
            long superseded,
            long declined) {}

    private final LegalAdviceRows rows;
    private final Clock clock;

    AdviserFigures(LegalAdviceRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The figures of each of the advisers, from the requests of the regions. */
    public Map<String, Figures> of(Collection<String> advisers, Collection<String> regionIds, int year) {
        List<LegalAdvice> all = regionIds.isEmpty() ? List.of() : rows.findByRegionIdIn(regionIds);
        return advisers.stream()
                .distinct()
                .collect(Collectors.toMap(UnaryOperator.identity(), adviser -> of(adviser, all, year)));
    }

    private Figures of(String adviser, List<LegalAdvice> all, int year) {
        List<LegalAdvice> opinions = all.stream()
                .filter(advice -> advice.isOf(adviser) && isIn(year, advice.requestedAt()))
                .toList();
        List<LegalAdvice> requests = opinions.stream()
                .filter(advice ->
                        advice.supersedes().isEmpty() && advice.recall().isEmpty())
                .toList();
        return new Figures(
                count(requests, advice -> advice.kind() == LegalAdvice.Kind.MEASURE),
                count(requests, advice -> advice.kind() == LegalAdvice.Kind.CONTRACT),
                count(requests, advice -> advice.isGiven() && !advice.isLate()),
                count(requests, LegalAdvice::isLate),
                adopted(opinions, Adoption.Extent.ADOPTED),
                adopted(opinions, Adoption.Extent.PARTLY),
                adopted(opinions, Adoption.Extent.NOT_ADOPTED),
                count(opinions, LegalAdvice::isSuperseded),
                all.stream()
                        .flatMap(advice -> advice.declines().stream())
                        .filter(declined -> declined.adviserId().equals(adviser) && isIn(year, declined.declinedAt()))
                        .count());
    }

    /** Of an opinion that was superseded, what was said of it before counts no more. */
    private static long adopted(List<LegalAdvice> opinions, Adoption.Extent extent) {
        return count(
                opinions,
                advice -> !advice.isSuperseded()
                        && advice.adoption()
                                .filter(said -> said.extent() == extent)
                                .isPresent());
    }

    private static long count(List<LegalAdvice> advices, Predicate<LegalAdvice> that) {
        return advices.stream().filter(that).count();
    }

    private boolean isIn(int year, Instant moment) {
        return moment.atZone(clock.getZone()).getYear() == year;
    }
}
