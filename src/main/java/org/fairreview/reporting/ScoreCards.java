package org.fairreview.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Turn;
import org.fairreview.identity.Unit;
import org.fairreview.reporting.ScoreComponent.Counted;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Scores the units of a region by figures and the office's weights, which the office changes from a day on. */
@Service
@Transactional
public class ScoreCards {

    private static final int LONGEST_REASON = 500;
    private static final int MOST_YEARS = 10;
    private static final int WHOLE = 1_000;
    private static final int TENTHS = 10;

    private final JdbcClient jdbc;
    private final Books books;
    private final UnitSummaries summaries;
    private final CleanupPeople people;
    private final Turn turn;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScoreCards(
            JdbcClient jdbc,
            Books books,
            UnitSummaries summaries,
            CleanupPeople people,
            Turn turn,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.books = books;
        this.summaries = summaries;
        this.people = people;
        this.turn = turn;
        this.events = events;
        this.clock = clock;
    }

    /** The cards of the units with a duty to review, the best first. */
    @Transactional(readOnly = true)
    public List<ScoreCard> of(String regionId, Period period, Collection<String> seen) {
        ScoreScheme scheme = inForce(regionId, period.until());
        Slice slice = Slice.of(period, List.of(regionId));
        Numbers numbers = books.of(slice, seen);
        Map<Counted, Map<String, Integer>> counts = new HashMap<>();
        for (ScoreComponent component : ScoreComponent.values()) {
            component
                    .counted()
                    .forEach(counted -> counts.computeIfAbsent(
                            counted, each -> numbers.by(figure(each), part(slice, each), "unit")));
        }
        return summaries.withDuty(regionId, period.from().getYear()).stream()
                .map(unit -> card(unit.id(), scheme, counts))
                .sorted(Comparator.comparingInt(ScoreCard::tenths).reversed().thenComparing(ScoreCard::unitId))
                .toList();
    }

    private static Figure figure(Counted counted) {
        return Figures.find(counted.figure()).orElseThrow();
    }

    private static Slice part(Slice slice, Counted counted) {
        Slice part = slice;
        for (Map.Entry<String, String> only : counted.only().entrySet()) {
            part = part.with(only.getKey(), only.getValue());
        }
        return part;
    }

    private static ScoreCard card(String unitId, ScoreScheme scheme, Map<Counted, Map<String, Integer>> counted) {
        List<ScoreCard.Line> lines = new ArrayList<>();
        for (ScoreComponent component : ScoreComponent.values()) {
            int weight = scheme.weights().getOrDefault(component, 0);
            int deduction = scheme.deductions().getOrDefault(component, 0);
            List<Integer> counts = component.counted().stream()
                    .map(each -> counted.get(each).getOrDefault(unitId, 0))
                    .toList();
            int share = component.share(counts, deduction);
            lines.add(new ScoreCard.Line(
                    component,
                    weight,
                    deduction,
                    counts,
                    component.applies(counts),
                    share,
                    Math.round((float) weight * TENTHS * share / WHOLE)));
        }
        return new ScoreCard(unitId, lines);
    }

    /** The weights that hold in a region on a day: its own, or those that the product brings. */
    @Transactional(readOnly = true)
    public ScoreScheme inForce(String regionId, LocalDate day) {
        return schemes(regionId).stream()
                .filter(scheme -> !scheme.validFrom().isAfter(day))
                .findFirst()
                .orElseThrow();
    }

    /** All that was set for a region, the newest first; last what the product brings. */
    @Transactional(readOnly = true)
    public List<ScoreScheme> schemes(String regionId) {
        record Row(long id, String regionId, LocalDate validFrom, String reason) {}
        return jdbc
                .sql("select id, region_id, valid_from, reason from score_scheme where region_id in (?, '*')"
                        + " order by case when region_id = '*' then 1 else 0 end, valid_from desc, id desc")
                .param(regionId)
                .query((row, line) ->
                        new Row(row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class), row.getString(4)))
                .list()
                .stream()
                .map(row -> {
                    Map<ScoreComponent, Integer> weights = new EnumMap<>(ScoreComponent.class);
                    Map<ScoreComponent, Integer> deductions = new EnumMap<>(ScoreComponent.class);
                    jdbc.sql("select component, weight, deduction from score_weight where scheme_id = ?")
                            .param(row.id())
                            .query(weight -> {
                                ScoreComponent component = ScoreComponent.valueOf(weight.getString(1));
                                weights.put(component, weight.getInt(2));
                                deductions.put(component, weight.getInt(3));
                            });
                    return new ScoreScheme(row.regionId(), row.validFrom(), row.reason(), weights, deductions);
                })
                .toList();
    }

    /** The regulator whose weights the person sets. */
    @Transactional(readOnly = true)
    public Optional<Unit> setBy(Actor actor) {
        return people.arrangedBy(actor);
    }

    /**
     * Sets the weights from a day on, tomorrow at the earliest; together they are 100.
     *
     * @param weights as they were typed, by component
     * @param deductions the same
     */
    public List<Objection> set(
            Map<ScoreComponent, String> weights,
            Map<ScoreComponent, String> deductions,
            @Nullable LocalDate from,
            String reason,
            Actor actor) {
        Unit regulator = people.arrangedBy(actor).orElseThrow();
        List<Objection> objections = new ArrayList<>();
        Map<ScoreComponent, Integer> read = new EnumMap<>(ScoreComponent.class);
        Map<ScoreComponent, Integer> off = new EnumMap<>(ScoreComponent.class);
        for (ScoreComponent component : ScoreComponent.values()) {
            Integer weight = whole(weights.get(component), 0);
            Integer deduction = component.deducts() ? whole(deductions.get(component), 1) : Integer.valueOf(0);
            if (weight == null) {
                objections.add(Objection.at("weight-" + component, "score.refused.weight", ScoreScheme.TOTAL));
            } else {
                read.put(component, weight);
            }
            if (deduction == null) {
                objections.add(Objection.at("deduction-" + component, "score.refused.deduction", ScoreScheme.TOTAL));
            } else {
                off.put(component, deduction);
            }
        }
        int sum = read.values().stream().mapToInt(Integer::intValue).sum();
        if (objections.isEmpty() && sum != ScoreScheme.TOTAL) {
            objections.add(
                    Objection.at("weight-" + ScoreComponent.QUALITY, "score.refused.sum", ScoreScheme.TOTAL, sum));
        }
        LocalDate today = LocalDate.now(clock);
        if (from == null || !from.isAfter(today) || from.isAfter(today.plusYears(MOST_YEARS))) {
            objections.add(Objection.at("from", "score.refused.from", MOST_YEARS));
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            objections.add(Objection.at("reason", "score.refused.reason", LONGEST_REASON));
        }
        if (objections.isEmpty() && from != null) {
            turn.await();
            write(regulator.regionId(), from, reason.strip(), read, off, actor);
        }
        return objections;
    }

    private static @Nullable Integer whole(@Nullable String typed, int least) {
        String text = typed == null ? "" : typed.strip();
        if (!text.matches("\\d{1,3}")) {
            return null;
        }
        int number = Integer.parseInt(text);
        return number < least || number > ScoreScheme.TOTAL ? null : number;
    }

    private void write(
            String regionId,
            LocalDate from,
            String reason,
            Map<ScoreComponent, Integer> weights,
            Map<ScoreComponent, Integer> deductions,
            Actor actor) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into score_scheme (region_id, valid_from, reason, set_by, set_at) values (?, ?, ?, ?, ?)")
                .params(regionId, from, reason, actor.userId(), clock.instant().atOffset(ZoneOffset.UTC))
                .update(key, "id");
        long scheme = Objects.requireNonNull(key.getKey()).longValue();
        weights.forEach((component, weight) -> jdbc.sql(
                        "insert into score_weight (scheme_id, component, weight, deduction) values (?, ?, ?, ?)")
                .params(scheme, component.name(), weight, deductions.getOrDefault(component, 0))
                .update());
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("region", regionId);
        said.put("from", from.toString());
        weights.forEach((component, weight) ->
                said.put(component.name(), weight + "/" + deductions.getOrDefault(component, 0)));
        said.put("reason", reason);
        events.publishEvent(new ReportingRecorded("score-weights", "score.weightsSet", said));
    }
}
