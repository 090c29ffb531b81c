package org.fairreview.review.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fairreview.audit.AuditTrail;
import org.fairreview.identity.Actor;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.fairreview.review.CaseEnd;
import org.fairreview.review.CaseFile;
import org.fairreview.review.CaseFile.Sight;
import org.fairreview.review.Conclusion;
import org.fairreview.review.Restriction;
import org.fairreview.review.ReviewRoute;
import org.fairreview.review.Stage;
import org.fairreview.review.ledger.LedgerChoices.Choice;
import org.fairreview.workflow.CaseHistory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger (台账): searched, narrowed, sorted and paged by the database.
 *
 * <p>It reads the tables of several features at once. Who sees which line, and what of it, is decided below everything
 * that a person can ask for ({@link #LINES}), so that neither a filter nor a count nor an order tells more than the line
 * itself. LedgerSightTests holds it to what the page of a case shows.
 */
@Service
@Transactional(readOnly = true)
public class Ledger {

    public static final int MOST_EXPORTED = 10_000;

    /** What stands in place of a title where a classified measure was reviewed on paper. */
    public static final String OFFLINE_TITLE = "涉密（线下审查）";

    private static final String NONE = "-";
    private static final String RUNNING_FIRST = "case when e.past_id is null and e.ended_on is null then 0 else 1 end";

    /** The cases that the person may see, from which side, and what their clocks show. */
    private static final String CASES =
            """
            select c.*, m.title, m.kind, m.issuance, u.name as unit_name, r.name as region_name,
              ((c.submitted_by = :user and not c.on_behalf)
                or (c.drafting_unit_id in (:posts)
                  and (c.drafting_unit_id <> c.regulator_unit_id or c.route = 'OWN'))) as own,
              (c.regulator_unit_id in (:regulators) or c.region_id in (:regions)) as regulated,
              (c.delivered_on is not null
                and (c.number not in (:asked) or c.regulator_unit_id in (:regulators) or c.region_id in (:regions)
                  or c.drafting_unit_id in (:posts))) as told,
              k.ended_on, k.limit_days, coalesce(s.standing, 0) as standing, coalesce(s.stopped, 0) as stopped,
              a.ordinal as from_ordinal, b.ordinal as until_ordinal
            from review_case c
            join measure m on m.id = c.measure_id
            join unit u on u.id = c.drafting_unit_id
            join region r on r.id = c.region_id
            left join (
              select x.case_number, count(*) as conclusions from case_conclusion x group by x.case_number) h
              on h.case_number = c.number
            left join case_clock k on k.subject = case when h.conclusions is null then c.number
              else c.number || '/' || cast(h.conclusions + 1 as varchar(10)) end
            left join working_day a on a.on_day = k.started_on
            left join working_day b on b.on_day = coalesce(k.ended_on, cast(:today as date))
            left join (
              select x.subject,
                sum(greatest(0, z.ordinal - y.ordinal)) as stopped,
                max(case when x.resumed_on is null then 1 else 0 end) as standing
              from clock_stop x
              join case_clock w on w.subject = x.subject
              join working_day y on y.on_day = x.stopped_on
              join working_day z on z.on_day = coalesce(x.resumed_on, w.ended_on, cast(:today as date))
              group by x.subject) s on s.subject = k.subject
            where (c.regulator_unit_id in (:regulators) or c.drafting_unit_id in (:drafters)
                or c.region_id in (:regions)
                or c.number in (:asked))
              and c.number not in ($CLOSED)
            """
                    .replace("$CLOSED", Restriction.CLOSED);

    /** Whether the person stands inside of the review: at the regulator, or in the unit that reviews by itself. */
    private static final String INSIDE =
            "(case when c.route = 'OWN' then c.own or (c.regulated and c.told) else c.regulated and not c.own end)";

    /** The lines that the person may see, cut down to what the person may know; CaseInsight says the same in Java. */
    private static final String LINES =
            """
            select c.number, cast(null as bigint) as past_id, cast(null as bigint) as offline_id, c.measure_id, c.title, c.kind, c.issuance,
              c.drafting_unit_id as unit_id, c.unit_name, c.region_id, c.region_name,
              case when c.on_behalf and c.received_on < cast(c.submitted_at as date)
                then cast(c.received_on as timestamp with time zone) else c.submitted_at end as received_at,
              c.route, c.stage, c.case_end,
              (c.told and coalesce(c.passages_deviating > 0 or c.issued_too_early, false)) as lead,
              case when $INSIDE then c.reviewer_id end as reviewer_id,
              case when c.signed_off_at is not null and (c.told or $INSIDE)
                then c.conclusion end as conclusion,
              case when c.told or $INSIDE then c.document_number end as document_number,
              case when c.told or $INSIDE then c.signed_off_at end as signed_off_at,
              case when c.told or $INSIDE then c.delivered_on end as delivered_on,
              cast(null as date) as concluded_on, cast(null as varchar(2200)) as more_text,
              case when c.standing = 0 then d.on_day end as last_day,
              c.ended_on, c.standing,
              case when c.from_ordinal is not null then greatest(0, c.until_ordinal - c.from_ordinal) - c.stopped end
                as used_days,
              coalesce(c.ended_on is null and c.until_ordinal - c.from_ordinal - c.stopped > c.limit_days, false) as is_over,
              case when $INSIDE then 2 when c.told or c.number in (:asked) then 1 else 0 end as findings_known,
              (c.submitted_by = :user or c.reviewer_id = :user
                or exists (select 1 from case_signature g where g.case_number = c.number and g.user_id = :user)
                or exists (select 1 from legal_advice l where l.case_number = c.number and l.adviser_id = :user))
                as mine,
              (c.drafting_unit_id in (:posts) or c.regulator_unit_id in (:posts)) as ours
            from (%s) c
            left join working_day d on d.works and d.ordinal = c.from_ordinal + c.limit_days + c.stopped
            union all
            select null, p.id, null, null, p.title, p.kind, p.issuance, p.unit_id, u.name, p.region_id, r.name,
              p.received_at, null, null, null, false, null, p.conclusion, p.document_number, null, null, p.concluded_on,
              coalesce(p.issued_number, '') || ' ' || p.remark, null, null, 0, null, false, 0,
              p.imported_by = :user, p.unit_id in (:posts)
            from past_review p
            join unit u on u.id = p.unit_id
            join region r on r.id = p.region_id
            where p.region_id in (:regions) or p.unit_id in (:drafters)
            union all
            select null, null, o.id, null, '$OFFLINE', null, null, o.unit_id, u.name, o.region_id, r.name,
              o.reviewed_at, o.route, 'CLOSED', 'OFFLINE', false, null, o.conclusion, null, null, null, o.reviewed_on,
              o.paper_number || ' ' || o.remark, null, o.reviewed_on, 0, null, false, 0,
              o.registered_by = :user, o.unit_id in (:posts)
            from offline_review o
            join unit u on u.id = o.unit_id
            join region r on r.id = o.region_id
            where o.region_id in (:regions) or o.unit_id in (:drafters)
            """
                    .replace("$OFFLINE", OFFLINE_TITLE)
                    .replace("$INSIDE", INSIDE)
                    .formatted(CASES);

    private final JdbcClient jdbc;
    private final CaseFile cases;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Ledger(JdbcClient jdbc, CaseFile cases, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    /** A page of what the person asks for; the last one where there are not so many. */
    public LedgerPage page(LedgerQuery query, Actor actor, int number) {
        return page(question(query, actor), query, number);
    }

    /** The same for an auditor, who also asks what happened in the cases: only those of the audited regions are found. */
    public LedgerPage page(LedgerQuery query, Trace trace, Actor auditor, int number) {
        return page(traced(query, trace, auditor), query, number);
    }

    private LedgerPage page(Question question, LedgerQuery query, int number) {
        long[] totals = totals(question);
        int page = Math.min(Math.max(1, number), LedgerPage.pagesOf(totals[0]));
        return new LedgerPage(
                entries(question, query.order(), LedgerPage.SIZE, (page - 1) * LedgerPage.SIZE),
                totals[0],
                totals[1],
                page);
    }

    public long count(LedgerQuery query, Actor actor) {
        return totals(question(query, actor))[0];
    }

    /** What the person asks for, at most so many lines. */
    public List<LedgerEntry> entries(LedgerQuery query, Actor actor, int most) {
        return entries(question(query, actor), query.order(), most, 0);
    }

    /** What the person takes out of the system, on record; absent where it is more than {@link #MOST_EXPORTED} lines. */
    @Transactional
    public Optional<List<LedgerEntry>> export(LedgerQuery query, Actor actor) {
        return export(query, Trace.none(), actor);
    }

    /** The same for an auditor, who also asks what happened in the cases. */
    @Transactional
    public Optional<List<LedgerEntry>> export(LedgerQuery query, Trace trace, Actor actor) {
        Question question = trace.isNone() ? question(query, actor) : traced(query, trace, actor);
        List<LedgerEntry> entries = entries(question, query.order(), MOST_EXPORTED + 1, 0);
        if (entries.size() > MOST_EXPORTED) {
            return Optional.empty();
        }
        events.publishEvent(new LedgerExported(actor.userId(), query, trace, entries.size()));
        return Optional.of(entries);
    }

    /** What the person can choose among. */
    public LedgerChoices choices(Actor actor) {
        SortedMap<String, Choice> units = new TreeMap<>();
        SortedMap<String, Choice> regions = new TreeMap<>();
        SortedSet<String> reviewers = new TreeSet<>();
        SortedSet<Integer> years = new TreeSet<>(Comparator.reverseOrder());
        AtomicBoolean past = new AtomicBoolean();
        jdbc.sql(
                        """
                        select e.unit_id, e.unit_name, e.region_id, e.region_name, e.reviewer_id,
                          min(e.received_at) as first_at, max(e.received_at) as last_at, count(e.past_id) as pasts
                        from (%s) e
                        group by e.unit_id, e.unit_name, e.region_id, e.region_name, e.reviewer_id
                        """
                                .formatted(LINES))
                .params(sight(actor))
                .query((ResultSet row) -> {
                    units.put(
                            row.getString("unit_id"), new Choice(row.getString("unit_id"), row.getString("unit_name")));
                    regions.put(
                            row.getString("region_id"),
                            new Choice(row.getString("region_id"), row.getString("region_name")));
                    if (row.getString("reviewer_id") != null) {
                        reviewers.add(row.getString("reviewer_id"));
                    }
                    IntStream.rangeClosed(yearOf(instant(row, "first_at")), yearOf(instant(row, "last_at")))
                            .forEach(years::add);
                    past.compareAndSet(false, row.getLong("pasts") > 0);
                });
        return new LedgerChoices(
                List.copyOf(years),
                List.copyOf(units.values()),
                List.copyOf(regions.values()),
                List.copyOf(reviewers),
                past.get());
    }

    /**
     * Where the words stand in the texts of these cases: in each the latest version that has them, at most so many
     * passages. The cases must come from a {@link #page} of the same person.
     */
    public Map<String, List<LedgerHit>> hits(List<String> words, List<LedgerEntry> entries, int most) {
        List<String> numbers = entries.stream()
                .filter(entry -> !entry.isPast())
                .map(LedgerEntry::number)
                .toList();
        if (words.isEmpty() || numbers.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> values = new HashMap<>();
        values.put("numbers", numbers);
        values.put("most", most);
        String matches = IntStream.range(0, words.size())
                .mapToObj(place -> {
                    values.put("w" + place, pattern(words.get(place)));
                    return "lower(p.text) like :w%d escape '!'".formatted(place);
                })
                .collect(Collectors.joining(" or "));
        return jdbc
                .sql(
                        """
                        select number, version, file_name, address, text from (
                          select c.number, v.number as version, e.file_name, p.address, p.text, e.line, p.ordinal,
                            rank() over (partition by c.number order by v.number desc) as age,
                            row_number() over (partition by c.number order by v.number desc, e.line, p.ordinal) as place
                          from review_case c
                          join measure_version v on v.measure_id = c.measure_id
                          join manifest_entry e on e.version_id = v.id
                          join passage p on p.file_sha256 = e.sha256
                          where c.number in (:numbers) and (%s)) h
                        where h.age = 1 and h.place <= :most
                        order by h.number, h.place
                        """
                                .formatted(matches))
                .params(values)
                .query((row, line) -> new LedgerHit(
                        row.getString("number"),
                        row.getInt("version"),
                        row.getString("file_name"),
                        row.getString("address"),
                        row.getString("text")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(LedgerHit::caseNumber));
    }

    /** The condition that a query puts on the lines, with its values. */
    private record Question(String condition, Map<String, Object> values) {}

    private Question question(LedgerQuery query, Actor actor) {
        Map<String, Object> values = sight(actor);
        StringBuilder condition = new StringBuilder("1 = 1");
        equal(condition, values, "stage", query.stage());
        equal(condition, values, "route", query.route());
        equal(condition, values, "case_end", query.end());
        equal(condition, values, "unit_id", query.unit());
        equal(condition, values, "region_id", query.region());
        equal(condition, values, "kind", query.kind());
        equal(condition, values, "issuance", query.issuance());
        equal(condition, values, "conclusion", query.conclusion());
        equal(condition, values, "reviewer_id", query.reviewer());
        if (query.year() != null) {
            condition.append(" and e.received_at >= :from and e.received_at < :to");
            values.put("from", startOf(query.year()));
            values.put("to", startOf(query.year() + 1));
        }
        if (query.overdue() != null) {
            condition.append(" and e.is_over");
        }
        if (query.whose() != null) {
            condition.append(query.whose() == LedgerQuery.Whose.MINE ? " and e.mine" : " and e.ours");
        }
        if (query.past() != null) {
            condition.append(
                    query.past() == LedgerQuery.Past.ONLY ? " and e.past_id is not null" : " and e.past_id is null");
        }
        List<String> words = query.words();
        for (int place = 0; place < words.size(); place++) {
            values.put("w" + place, pattern(words.get(place)));
            condition.append(
                    """
                    \sand (lower(e.title) like :w# escape '!' or lower(e.number) like :w# escape '!'
                      or lower(e.document_number) like :w# escape '!' or lower(e.unit_name) like :w# escape '!'
                      or lower(e.more_text) like :w# escape '!'
                      or e.measure_id in (
                        select v.measure_id from passage p
                        join manifest_entry f on f.sha256 = p.file_sha256
                        join measure_version v on v.id = f.version_id
                        where lower(p.text) like :w# escape '!'))"""
                            .replace("#", String.valueOf(place)));
        }
        return new Question(condition.toString(), values);
    }

    private Question traced(LedgerQuery query, Trace trace, Actor auditor) {
        Question asked = question(query, auditor);
        Map<String, Object> values = new HashMap<>(asked.values());
        StringBuilder condition = new StringBuilder(asked.condition()).append(" and e.region_id in (:audited)");
        trace.first().ifPresent(day -> {
            condition.append(" and e.received_at >= :first");
            values.put("first", startOf(day));
        });
        trace.last().ifPresent(day -> {
            condition.append(" and e.received_at < :last");
            values.put("last", startOf(day.plusDays(1)));
        });
        if (trace.person() != null) {
            among(condition, AuditTrail.SUBJECTS_OF_PERSON);
            values.put("person", trace.person());
        }
        if (trace.step() != null) {
            among(condition, trace.at() == Trace.At.NOW ? CaseHistory.CASES_AT_STEP : CaseHistory.CASES_PAST_STEP);
            values.put("step", trace.step());
        }
        if (trace.late() != null) {
            among(condition, CaseHistory.LATE_CASES);
            values.put("moment", Timestamp.from(clock.instant()));
        }
        if (trace.item() != null) {
            among(condition, "select f.case_number from finding f where f.item = :item");
            values.put("item", trace.item());
        }
        return new Question(condition.toString(), values);
    }

    private static void among(StringBuilder condition, String numbers) {
        condition.append(" and e.number in (").append(numbers).append(")");
    }

    private Map<String, Object> sight(Actor actor) {
        Sight sight = cases.sightOf(actor);
        List<String> posts = List.copyOf(actor.units());
        Map<String, Object> values = new HashMap<>();
        values.put("user", actor.userId());
        values.put("posts", posts.isEmpty() ? List.of(NONE) : posts);
        values.put("regulators", sight.regulators());
        values.put("drafters", sight.drafters());
        values.put("regions", sight.regions());
        values.put("asked", sight.asked());
        values.put("heads", sight.heads());
        values.put("unitHeads", sight.unitHeads());
        values.put("audited", sight.audited());
        values.put("today", LocalDate.now(clock));
        return values;
    }

    private static void equal(
            StringBuilder condition, Map<String, Object> values, String column, @Nullable Object value) {
        if (value != null) {
            condition.append(" and e.%s = :is_%s".formatted(column, column));
            values.put("is_" + column, value.toString());
        }
    }

    /** A pattern in which the word's own signs mean themselves. */
    static String pattern(String word) {
        return "%" + word.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    private long[] totals(Question question) {
        return jdbc.sql("select count(*), count(e.past_id) from (%s) e where %s".formatted(LINES, question.condition()))
                .params(question.values())
                .query((row, line) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
    }

    private List<LedgerEntry> entries(Question question, LedgerQuery.Order order, int limit, int offset) {
        String by =
                switch (order) {
                    case RECEIVED -> "e.received_at desc";
                    case RECEIVED_ASC -> "e.received_at";
                    case DUE -> RUNNING_FIRST + ", e.last_day nulls last";
                    case DUE_DESC -> RUNNING_FIRST + ", e.last_day desc nulls last";
                    case TITLE -> "e.title";
                    case TITLE_DESC -> "e.title desc";
                };
        return jdbc.sql(
                        """
                        select e.*,
                          (select count(*) from measure_version v where v.measure_id = e.measure_id) as versions,
                          (select count(*) from finding f where f.case_number = e.number
                            and f.review_round = (select n.review_round from review_case n where n.number = e.number)
                            and (e.findings_known = 2 or f.disposition <> 'RESOLVED')) as findings
                        from (%s) e where %s order by %s, e.number desc, e.past_id desc limit %d offset %d
                        """
                                .formatted(LINES, question.condition(), by, limit, offset))
                .params(question.values())
                .query((row, line) -> entry(row))
                .list();
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        boolean past = row.getString("number") == null;
        return new LedgerEntry(
                row.getString("number"),
                past ? row.getLong(row.getObject("past_id") == null ? "offline_id" : "past_id") : null,
                row.getString("title"),
                orNull(row.getString("kind"), MeasureKind::valueOf),
                orNull(row.getString("issuance"), Issuance::valueOf),
                row.getString("unit_name"),
                row.getString("region_name"),
                instant(row, "received_at"),
                orNull(row.getString("route"), ReviewRoute::valueOf),
                orNull(row.getString("stage"), Stage::valueOf),
                orNull(row.getString("case_end"), CaseEnd::valueOf),
                row.getBoolean("lead"),
                row.getString("reviewer_id"),
                orNull(row.getString("conclusion"), Conclusion::valueOf),
                row.getString("document_number"),
                row.getObject("concluded_on", LocalDate.class),
                instant(row, "signed_off_at"),
                row.getObject("delivered_on", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getObject("used_days") == null ? null : row.getInt("used_days"),
                row.getInt("standing") == 1,
                row.getBoolean("is_over"),
                past ? null : row.getInt("versions"),
                past || row.getInt("findings_known") == 0 ? null : row.getInt("findings"));
    }

    private int yearOf(Instant moment) {
        return moment.atZone(clock.getZone()).getYear();
    }

    private OffsetDateTime startOf(int year) {
        return startOf(LocalDate.of(year, 1, 1));
    }

    private OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return orNull(row.getObject(column, OffsetDateTime.class), OffsetDateTime::toInstant);
    }

    private static <T, R> @Nullable R orNull(@Nullable T value, Function<T, R> map) {
        return value == null ? null : map.apply(value);
    }
}
