package org.fairreview.review.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.fairreview.review.CaseFile;
import org.fairreview.review.CaseFile.Sight;
import org.fairreview.review.Conclusion;
import org.fairreview.workflow.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters reviews of earlier years for the units of a market-regulation department (补录), and shows them. */
@Service
@Transactional
public class PastReviews {

    /** What came of entering a file. */
    public record Entered(int added, int known, int wrong) {}

    private final PastReviewRows rows;
    private final CaseFile cases;
    private final Units units;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PastReviews(
            PastReviewRows rows,
            CaseFile cases,
            Units units,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.units = units;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the person enters reviews: a clerk of a market-regulation department. */
    @Transactional(readOnly = true)
    public boolean mayEnter(Actor actor) {
        return !regionsOf(actor).isEmpty();
    }

    /** The units for which the person enters reviews: those of the department's region. */
    @Transactional(readOnly = true)
    public List<Unit> unitsFor(Actor actor) {
        Set<String> regions = regionsOf(actor);
        return units.all().stream()
                .filter(unit -> regions.contains(unit.regionId()))
                .toList();
    }

    /** Says of each line what is wrong with it, and whether it was entered before; changes nothing. */
    @Transactional(readOnly = true)
    public List<CheckedLine> check(List<PastLine> lines, Actor actor) {
        return read(lines, actor).stream().map(ReadLine::checked).toList();
    }

    /** Enters the valid lines that were not entered before. */
    public Entered enter(List<PastLine> lines, Actor actor, String fileName, String sha256) {
        List<ReadLine> read = read(lines, actor);
        Instant now = clock.instant();
        List<PastReview> added = read.stream()
                .filter(line -> line.checked().adds())
                .map(ReadLine::facts)
                .map(facts -> new PastReview(
                        facts, facts.receivedOn().atStartOfDay(clock.getZone()).toInstant(), actor.userId(), now))
                .toList();
        rows.saveAll(added);
        int wrong =
                (int) read.stream().filter(line -> !line.checked().isValid()).count();
        Entered entered = new Entered(added.size(), lines.size() - added.size() - wrong, wrong);
        events.publishEvent(new PastReviewsEntered(
                actor.userId(), fileName, sha256, entered.added(), entered.known(), entered.wrong()));
        return entered;
    }

    /** The review, where the person may see it; otherwise it is as if it did not exist. */
    @Transactional(readOnly = true)
    public Optional<PastReview> find(long id, Actor actor) {
        Sight sight = cases.sightOf(actor);
        return rows.findById(id)
                .filter(review -> sight.regions().contains(review.regionId())
                        || sight.drafters().contains(review.unitId()));
    }

    private record ReadLine(CheckedLine checked, PastFacts facts) {}

    private List<ReadLine> read(List<PastLine> lines, Actor actor) {
        PastReviewRules rules = new PastReviewRules(
                unitsFor(actor).stream()
                        .collect(Collectors.toMap(
                                unit -> PastReviewRules.folded(unit.name()), unit -> unit, (first, second) -> first)),
                labelled("measure.kind.", MeasureKind.values()),
                labelled("measure.issuance.", Issuance.values()),
                labelled("review.conclusion.", Conclusion.values()),
                LocalDate.now(clock));
        Set<String> regions = regionsOf(actor);
        Set<String> present = regions.isEmpty() ? Set.of() : rows.keysOf(regions);
        Map<String, Integer> inThisFile = new HashMap<>();
        List<ReadLine> read = new ArrayList<>();
        for (PastLine line : lines) {
            PastReviewRules.Read result = rules.read(line);
            PastFacts facts = result.facts();
            List<Refusal> problems = new ArrayList<>(result.problems());
            if (facts != null) {
                Integer earlier = inThisFile.putIfAbsent(facts.key(), line.row());
                if (earlier != null) {
                    problems.add(Refusal.at(
                            (facts.documentNumber() == null ? PastColumn.TITLE : PastColumn.DOCUMENT_NUMBER).name(),
                            "past.twice",
                            earlier));
                }
            }
            boolean known = facts != null && present.contains(facts.key());
            read.add(new ReadLine(new CheckedLine(line, problems, known), facts));
        }
        return read;
    }

    private Set<String> regionsOf(Actor actor) {
        return actor.unitsAs(Role.CLERK).stream()
                .flatMap(id -> units.find(id).stream())
                .filter(Unit::isRegulator)
                .map(Unit::regionId)
                .collect(Collectors.toSet());
    }

    private <E extends Enum<E>> Map<String, E> labelled(String prefix, E[] values) {
        return Arrays.stream(values)
                .collect(Collectors.toMap(
                        value -> PastReviewRules.folded(
                                messages.getMessage(prefix + value.name(), null, Locale.SIMPLIFIED_CHINESE)),
                        Function.identity()));
    }
}
