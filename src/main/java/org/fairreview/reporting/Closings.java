package org.fairreview.reporting;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.document.FileStore;
import org.fairreview.document.Sha256;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Role;
import org.fairreview.identity.Turn;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.reporting.ClosingPapers.Paper;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes years and quarters (封存): the regulator's office, or its section head, freezes the figures of the own region and those
 * below it, with the lists and the documents. Nothing of a closing changes any more; where the ledger says something
 * else later, the difference stands beside it with its reason.
 */
@Service
@Transactional
public class Closings {

    private static final String STEPS = "steps";

    /** The longest remark and the longest reason. */
    public static final int LONGEST = 2_000;

    private final JdbcClient jdbc;
    private final Books books;
    private final Counting counting;
    private final ClosedContent content;
    private final ClosingPapers papers;
    private final Withheld withheld;
    private final Differences differences;
    private final UnitSummaries summaries;
    private final CleanupPeople people;
    private final FileStore files;
    private final Units units;
    private final Turn turn;
    private final SeparateRecord separate;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Closings(
            JdbcClient jdbc,
            Books books,
            Counting counting,
            ClosedContent content,
            ClosingPapers papers,
            Withheld withheld,
            Differences differences,
            UnitSummaries summaries,
            CleanupPeople people,
            FileStore files,
            Units units,
            Turn turn,
            SeparateRecord separate,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.books = books;
        this.counting = counting;
        this.content = content;
        this.papers = papers;
        this.withheld = withheld;
        this.differences = differences;
        this.summaries = summaries;
        this.people = people;
        this.files = files;
        this.units = units;
        this.turn = turn;
        this.separate = separate;
        this.events = events;
        this.clock = clock;
    }

    /** The regulator for which the person closes periods. */
    @Transactional(readOnly = true)
    public Optional<Unit> closedBy(Actor actor) {
        return people.arrangedBy(actor);
    }

    /** Whether the person says why today's figures differ from the closed ones. */
    @Transactional(readOnly = true)
    public boolean mayExplain(Closing closing, Actor actor) {
        return people.arrangedBy(actor)
                .filter(unit -> unit.regionId().equals(closing.regionId()))
                .isPresent();
    }

    /**
     * Closes a year or a quarter that is over, a year when its summaries are due: what is not there by then stays missing. A
     * period is closed once.
     *
     * @return what speaks against it; empty where it is closed
     */
    public List<Objection> close(Period period, String remark, Actor actor) {
        Unit regulator = people.arrangedBy(actor).orElseThrow();
        turn.await();
        List<Objection> objections = objectionsTo(period, remark, actor);
        if (objections.isEmpty()) {
            freeze(regulator.regionId(), period, remark.strip(), actor);
        }
        return objections;
    }

    /** What speaks against closing the period. */
    @Transactional(readOnly = true)
    public List<Objection> objectionsTo(Period period, String remark, Actor actor) {
        Unit regulator = people.arrangedBy(actor).orElseThrow();
        List<Objection> objections = new ArrayList<>(early(regulator.regionId(), period));
        if (remark.strip().length() > LONGEST) {
            objections.add(Objection.at("remark", "closing.refused.long", LONGEST));
        }
        if (books.isClosed(regulator.regionId(), period)) {
            objections.add(Objection.at("part", "closing.refused.closed"));
        }
        return objections;
    }

    /** Whether anything of the period would be closed. */
    @Transactional(readOnly = true)
    public boolean isEmpty(Period period, Actor actor) {
        Unit regulator = people.arrangedBy(actor).orElseThrow();
        Slice slice = Slice.of(period, units.visibleFrom(regulator.regionId()));
        return Figures.all().stream().allMatch(figure -> counting.rows(figure, slice) == 0);
    }

    /** Whether the region's regulator can close the period: it is over, and not closed yet. */
    @Transactional(readOnly = true)
    public boolean isOpen(String regionId, Period period) {
        return early(regionId, period).isEmpty() && !books.isClosed(regionId, period);
    }

    private List<Objection> early(String regionId, Period period) {
        LocalDate today = LocalDate.now(clock);
        if (!period.until().isBefore(today)) {
            return List.of(Objection.at("part", "closing.refused.running"));
        }
        int year = period.from().getYear();
        LocalDate due = summaries.unitsDue(regionId, year);
        return period.equals(Period.year(year)) && !due.isBefore(today)
                ? List.of(Objection.at("part", "closing.refused.summaries", due))
                : List.of();
    }

    private void freeze(String regionId, Period period, String remark, Actor actor) {
        List<String> regions = units.visibleFrom(regionId).stream().sorted().toList();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into closed_period (region_id, first_day, last_day, regions, closed_by, closed_at, remark)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        regionId,
                        period.from(),
                        period.until(),
                        String.join(",", regions),
                        actor.userId(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        remark)
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        Closing closing = books.find(id, regions).orElseThrow();
        Figures.all().forEach(figure -> freeze(closing, figure));
        List<StoredFile> kept = new ArrayList<>();
        for (Paper paper : papers.of(closing)) {
            kept.add(keep(closing, paper));
        }
        StoredFile written = keep(
                closing, new Paper(ClosingPapers.Kind.CONTENT, papers.nameOfContent(closing), written(closing, kept)));
        jdbc.sql("update closed_period set digest = ? where id = ?")
                .params(written.sha256(), id)
                .update();
        events.publishEvent(new ReportingRecorded(closing.subject(), "figures.closed", said(closing, written)));
    }

    private byte[] written(Closing closing, List<StoredFile> kept) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.write(closing, kept, out);
        return out.toByteArray();
    }

    private static Map<String, Object> said(Closing closing, StoredFile written) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("region", closing.regionId());
        said.put("from", closing.period().from().toString());
        said.put("until", closing.period().until().toString());
        said.put("sha256", written.sha256());
        said.put("remark", closing.remark());
        return said;
    }

    private StoredFile keep(Closing closing, Paper paper) {
        StoredFile file = files.store(paper.fileName(), paper.bytes());
        return files.bind(file.id(), closing.subject(), paper.kind().name());
    }

    private void freeze(Closing closing, Figure figure) {
        List<String> dimensions = figure.dimensions();
        String day = figure.countedBy().column();
        String values = dimensions.stream()
                .map(dimension -> ", cast(x.%s as varchar(200))".formatted(dimension))
                .collect(Collectors.joining());
        String order = Stream.concat(
                        Stream.of(day + " desc", "subject", "title", "unit_id", "amount"), dimensions.stream())
                .map(column -> "x." + column)
                .collect(Collectors.joining(", "));
        String columns = ClosedNumbers.columns(figure).stream()
                .map(column -> ", " + column)
                .collect(Collectors.joining());
        String minutes = figure.id().equals(STEPS) ? "x.minutes" : "cast(null as integer)";
        jdbc.sql(
                        ("insert into closed_line (closing_id, figure, place, subject, title, url, region_id, unit_id, restricted,"
                                        + " counted_on, amount, minutes%s) select %d, '%s', row_number() over (order by %s), x.subject,"
                                        + " case when x.restricted then null else x.title end, x.url, x.region_id, x.unit_id,"
                                        + " x.restricted, x.%s, x.amount, %s%s from (%s) x where %s")
                                .formatted(
                                        columns,
                                        closing.id(),
                                        figure.id(),
                                        order,
                                        day,
                                        minutes,
                                        values,
                                        counting.source(figure),
                                        counting.condition(figure, closing.slice())))
                .params(closing.slice().values())
                .update();
        // the number is that of its lines, so that it cannot be another one than what they add up to
        jdbc.sql(
                        "insert into closed_figure (closing_id, figure, amount, dimensions) select ?, ?, coalesce(sum(amount), 0), ?"
                                + " from closed_line where closing_id = ? and figure = ?")
                .params(closing.id(), figure.id(), String.join(",", dimensions), closing.id(), figure.id())
                .update();
    }

    /** The files of a closing: workbook, report and what the digest is taken over. */
    @Transactional(readOnly = true)
    public List<StoredFile> files(Closing closing) {
        return files.boundTo(closing.subject());
    }

    /** The file of a kind, as it was frozen. */
    @Transactional(readOnly = true)
    public Optional<StoredFile> file(Closing closing, ClosingPapers.Kind kind) {
        return files(closing).stream().filter(file -> kind(file) == kind).findFirst();
    }

    /** How many titles the files of the closing name that are for the handlers of their cases since. */
    @Transactional(readOnly = true)
    public int withheld(Closing closing) {
        return withheld.matters(closing);
    }

    /**
     * Whether the file is given to the person. The canonical writing cannot be given in part: once it names what is restricted, it
     * is the auditor's.
     */
    @Transactional(readOnly = true)
    public boolean isGiven(Closing closing, StoredFile file, Actor actor) {
        return kind(file) != ClosingPapers.Kind.CONTENT
                || actor.holds(Role.AUDITOR)
                || withheld.titles(closing).isEmpty();
    }

    /**
     * The bytes of a file of a closing as they are for the person: those that were frozen, without the titles of what became
     * restricted since unless the person audits. That somebody takes them away is on record.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public byte[] take(Closing closing, StoredFile file, Actor actor) {
        byte[] bytes = files.bytes(file.sha256());
        List<String> titles = actor.holds(Role.AUDITOR) ? List.of() : withheld.titles(closing);
        Map<String, Object> said = new LinkedHashMap<>();
        byte[] given = titles.isEmpty() ? bytes : papers.without(closing, kind(file), bytes, titles);
        said.put("file", file.name());
        said.put("sha256", Sha256.of(given));
        if (!titles.isEmpty()) {
            said.put("withheld", titles.size());
        }
        separate.record(new ReportingRecorded(closing.subject(), "read.downloaded", said));
        return given;
    }

    private static ClosingPapers.Kind kind(StoredFile file) {
        return ClosingPapers.Kind.valueOf(file.kind().orElseThrow());
    }

    /** Whether what is kept still has the digest with which it was closed; reads all of it. */
    @Transactional(readOnly = true)
    public boolean isUntouched(Closing closing) {
        List<StoredFile> kept = files(closing).stream()
                .filter(file -> kind(file) != ClosingPapers.Kind.CONTENT)
                .toList();
        return Sha256.of(out -> content.write(closing, kept, out)).equals(closing.digest());
    }

    /**
     * Says why today's figure is another one than the closed one.
     *
     * @param state the difference that the person saw, as {@link Difference#state}
     */
    public List<Objection> explain(Closing closing, String figureId, String state, String reason, Actor actor) {
        if (!mayExplain(closing, actor)) {
            throw new IllegalStateException("%s explains nothing of %s".formatted(actor.userId(), closing.subject()));
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST) {
            return List.of(Objection.at("reason", "closing.refused.reason", LONGEST));
        }
        turn.await();
        @Nullable
        Difference difference = Figures.find(figureId)
                .flatMap(figure -> differences.of(closing, figure, 0, 0))
                .orElse(null);
        if (difference == null || !difference.state().equals(state) || difference.isExplained()) {
            return List.of(Objection.at("reason", "closing.refused.otherDifference"));
        }
        jdbc.sql("insert into closed_difference (closing_id, figure, counted, state, reason, recorded_by, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        closing.id(),
                        figureId,
                        difference.counted(),
                        state,
                        reason.strip(),
                        actor.userId(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new ReportingRecorded(
                closing.subject(),
                "figures.explained",
                Map.of(
                        "figure", figureId,
                        "closedAmount", difference.closed(),
                        "countedAmount", difference.counted(),
                        "reason", reason.strip())));
        return List.of();
    }

    /** The numbers of the figures of cases that go on after the period. */
    @Transactional(readOnly = true)
    public Map<Figure, Integer> carried(Closing closing) {
        Numbers numbers = books.numbers(closing);
        Map<Figure, Integer> carried = new LinkedHashMap<>();
        Closing.CARRIED.stream()
                .map(id -> Figures.find(id).orElseThrow())
                .forEach(figure -> carried.put(figure, numbers.count(figure, closing.slice())));
        return carried;
    }
}
