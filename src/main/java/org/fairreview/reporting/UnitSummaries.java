package org.fairreview.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Person;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.identity.Turn;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.office.OfficeValues;
import org.fairreview.reporting.UnitSummary.Delivery;
import org.fairreview.workflow.TaskArrived;
import org.fairreview.workflow.TaskOver;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The yearly summaries of the units: asked for by the office, handed in by the unit or registered for it, with the unit's
 * figures as they were counted on that day; and the office's own, sent to the higher level.
 */
@Service
@Transactional
public class UnitSummaries {

    /** The longest text of a summary. */
    public static final int LONGEST = 20_000;

    private static final int LONGEST_NAME = 200;
    private static final int FIRST_YEAR = 2016;
    private static final List<Role> OF_A_UNIT = List.of(Role.DRAFTER, Role.UNITREVIEWER, Role.UNITHEAD);
    private static final String COLUMNS =
            "select id, region_id, unit_id, summary_year, due_on, requested_by, requested_at,"
                    + " first_handed_in_on from yearly_summary";

    /** What a unit's summary tells in numbers. */
    public static final List<String> FIGURES = List.of(
            "received", "reviewed", "refused", "issued", "open", "exceptions", "cleaned-up", "findings", "letters");

    /** The office's own summary as it went out. */
    public record Sent(LocalDate on, String to, String fileId, String recordedBy, Instant recordedAt) {}

    private final JdbcClient jdbc;
    private final Books books;
    private final CleanupPeople people;
    private final Directory directory;
    private final Units units;
    private final OfficeValues values;
    private final FileStore files;
    private final Turn turn;
    private final MessageSource messages;
    private final SeparateRecord separate;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final LocalTime officeCloses;

    UnitSummaries(
            JdbcClient jdbc,
            Books books,
            CleanupPeople people,
            Directory directory,
            Units units,
            OfficeValues values,
            FileStore files,
            Turn turn,
            MessageSource messages,
            SeparateRecord separate,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${fairreview.office-closes}") LocalTime officeCloses) {
        this.jdbc = jdbc;
        this.books = books;
        this.people = people;
        this.directory = directory;
        this.units = units;
        this.values = values;
        this.files = files;
        this.turn = turn;
        this.messages = messages;
        this.separate = separate;
        this.events = events;
        this.clock = clock;
        this.officeCloses = officeCloses;
    }

    // ---- looked at

    /** Those of a year in the regions. */
    @Transactional(readOnly = true)
    public List<UnitSummary> of(Collection<String> regions, int year) {
        return jdbc.sql(COLUMNS + " where summary_year = :year and region_id in (:regions) order by region_id, unit_id")
                .param("year", year)
                .param("regions", regions)
                .query(UnitSummaries::read)
                .list();
    }

    /** The newest years first: those of the units for which the person works. */
    @Transactional(readOnly = true)
    public List<UnitSummary> ofUnitsOf(Actor actor) {
        Set<String> own = people.sightOf(actor).units();
        return own.isEmpty()
                ? List.of()
                : jdbc.sql(COLUMNS + " where unit_id in (:units) order by summary_year desc, unit_id")
                        .param("units", own)
                        .query(UnitSummaries::read)
                        .list();
    }

    @Transactional(readOnly = true)
    public Optional<UnitSummary> find(long id, Actor actor) {
        return find(id).filter(summary -> isSeenBy(summary, actor));
    }

    private Optional<UnitSummary> find(long id) {
        return jdbc.sql(COLUMNS + " where id = ?")
                .param(id)
                .query(UnitSummaries::read)
                .optional();
    }

    /** For the notices, which name it so. */
    Optional<UnitSummary> find(String number) {
        String[] parts = number.split("-");
        return parts.length == 3 && parts[0].equals("NDZJ") && parts[1].matches("\\d{4}")
                ? jdbc.sql(COLUMNS + " where summary_year = ? and unit_id = ?")
                        .params(Integer.parseInt(parts[1]), parts[2])
                        .query(UnitSummaries::read)
                        .optional()
                : Optional.empty();
    }

    boolean isSeenBy(UnitSummary summary, Actor actor) {
        return people.sightOf(actor).overlooks(summary.regionId())
                || people.sightOf(actor).units().contains(summary.unitId());
    }

    /** Those that were not handed in yet. */
    List<UnitSummary> owed() {
        return jdbc.sql(COLUMNS + " where first_handed_in_on is null")
                .query(UnitSummaries::read)
                .list();
    }

    /** What was handed in, the newest first. */
    @Transactional(readOnly = true)
    public List<Delivery> deliveries(UnitSummary summary) {
        return jdbc.sql("select id, content, file_id, handed_in_by, handed_in_at from summary_delivery"
                        + " where summary_id = ? order by id desc")
                .param(summary.id())
                .query((row, line) -> new Delivery(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        figures(row.getLong(1))))
                .list();
    }

    private Map<String, Integer> figures(long delivery) {
        Map<String, Integer> found = new LinkedHashMap<>();
        Map<String, Integer> stored = new LinkedHashMap<>();
        jdbc.sql("select figure, amount from summary_figure where delivery_id = ?")
                .param(delivery)
                .query(row -> {
                    stored.put(row.getString(1), row.getInt(2));
                });
        FIGURES.stream().filter(stored::containsKey).forEach(id -> found.put(id, stored.get(id)));
        return found;
    }

    /** The unit's figures of the year as they are counted: those that go with what is handed in. */
    @Transactional(readOnly = true)
    public Map<String, Integer> counted(UnitSummary summary) {
        Slice slice = new Slice(Period.year(summary.year()), List.of(summary.regionId()), summary.unitId(), Map.of());
        Numbers numbers = books.of(slice, units.visibleFrom(summary.regionId()));
        Map<String, Integer> counted = new LinkedHashMap<>();
        FIGURES.forEach(id -> counted.put(id, numbers.count(Figures.find(id).orElseThrow(), slice)));
        return counted;
    }

    /** The day until which the units' summaries of a year are due. */
    @Transactional(readOnly = true)
    public LocalDate unitsDue(String regionId, int year) {
        return due(ReportingOfficeValues.UNITS_DUE, regionId, year);
    }

    /** The day until which the office's own summary of a year is due. */
    @Transactional(readOnly = true)
    public LocalDate officeDue(String regionId, int year) {
        return due(ReportingOfficeValues.OFFICE_DUE, regionId, year);
    }

    private LocalDate due(String name, String regionId, int year) {
        return MonthDay.parse("--" + values.inForce(name, regionId, today())).atYear(year + 1);
    }

    // ---- asked for

    /** The regulator for which the person asks for summaries. */
    @Transactional(readOnly = true)
    public Optional<Unit> askedBy(Actor actor) {
        return people.arrangedBy(actor);
    }

    /** The units of the region that have a duty to review: somebody drafts or reviews there, or they had cases in the year. */
    @Transactional(readOnly = true)
    public List<Unit> withDuty(String regionId, int year) {
        Slice slice = Slice.of(Period.year(year), List.of(regionId));
        Numbers numbers = books.of(slice, units.visibleFrom(regionId));
        Set<String> busy = Stream.of("received", "cleaned-up")
                .flatMap(id -> numbers.by(Figures.find(id).orElseThrow(), slice, "unit").keySet().stream())
                .collect(Collectors.toSet());
        return units.all().stream()
                .filter(unit -> unit.regionId().equals(regionId) && !unit.isDissolved() && !unit.isRegulator())
                .filter(unit -> busy.contains(unit.id())
                        || OF_A_UNIT.stream().anyMatch(role -> directory.hasHolders(role, unit.id())))
                .sorted(Comparator.comparing(Unit::id))
                .toList();
    }

    /** Asks the units for their summaries of a year; who was asked already is not asked again. */
    public List<Objection> request(int year, Collection<String> unitIds, Actor actor) {
        Unit regulator = people.arrangedBy(actor).orElseThrow();
        if (year < FIRST_YEAR || year > today().getYear()) {
            return List.of(Objection.at("year", "summary.refused.year", FIRST_YEAR, today().getYear()));
        }
        turn.await();
        Set<String> asked = Set.copyOf(jdbc.sql("select unit_id from yearly_summary where summary_year = ?")
                .param(year)
                .query(String.class)
                .list());
        List<Unit> chosen = withDuty(regulator.regionId(), year).stream()
                .filter(unit -> unitIds.contains(unit.id()) && !asked.contains(unit.id()))
                .toList();
        if (chosen.isEmpty()) {
            return List.of(Objection.at("units", "summary.refused.units"));
        }
        chosen.forEach(unit -> request(regulator, unit, year, actor));
        return List.of();
    }

    private void request(Unit regulator, Unit unit, int year, Actor actor) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into yearly_summary (region_id, unit_id, summary_year, due_on, requested_by, requested_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        regulator.regionId(),
                        unit.id(),
                        year,
                        unitsDue(regulator.regionId(), year),
                        actor.userId(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update(key, "id");
        UnitSummary summary =
                find(Objects.requireNonNull(key.getKey()).longValue()).orElseThrow();
        events.publishEvent(new ReportingRecorded(
                summary.number(),
                "summary.requested",
                Map.of("unitName", unit.name(), "summaryDue", summary.dueOn().toString())));
        events.publishEvent(new TaskArrived(
                summary.taskId(), taskName(summary), summary.number(), dueAt(summary), peopleOf(summary)));
    }

    String taskName(UnitSummary summary) {
        return messages.getMessage(
                "summary.task", new Object[] {String.valueOf(summary.year())}, Locale.SIMPLIFIED_CHINESE);
    }

    Instant dueAt(UnitSummary summary) {
        return summary.dueOn().atTime(officeCloses).atZone(clock.getZone()).toInstant();
    }

    /** The posts that hand the summary in. */
    List<Post> postsOf(UnitSummary summary) {
        String unit = units.inCharge(summary.unitId());
        return OF_A_UNIT.stream().map(role -> new Post(unit, role)).toList();
    }

    List<String> peopleOf(UnitSummary summary) {
        return postsOf(summary).stream()
                .flatMap(post -> directory.holdersOf(post.role(), post.unitId()).stream())
                .map(Person::userId)
                .distinct()
                .toList();
    }

    // ---- received

    /** Whether the person hands the summary in: somebody of the unit, or the office, which registers what came on paper. */
    @Transactional(readOnly = true)
    public boolean mayHandIn(UnitSummary summary, Actor actor) {
        return people.sightOf(actor).units().contains(summary.unitId())
                || people.arrangedBy(actor)
                        .filter(unit -> unit.regionId().equals(summary.regionId()))
                        .isPresent();
    }

    /** @param fileId a staged upload of the person; null where none came */
    public List<Objection> handIn(UnitSummary summary, String content, @Nullable String fileId, Actor actor) {
        if (content.strip().length() > LONGEST || content.isBlank()) {
            return List.of(Objection.at("content", "summary.refused.content", LONGEST));
        }
        Optional<StoredFile> file = Optional.ofNullable(fileId).flatMap(id -> files.takeStaged(id, actor.userId()));
        if (file.isEmpty()) {
            return List.of(Objection.at("file", "summary.refused.file"));
        }
        StoredFile bound = files.bind(file.get().id(), summary.number(), "SUMMARY");
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into summary_delivery (summary_id, content, file_id, handed_in_by, handed_in_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        summary.id(),
                        content.strip(),
                        bound.id(),
                        actor.userId(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update(key, "id");
        long delivery = Objects.requireNonNull(key.getKey()).longValue();
        counted(summary).forEach((figure, amount) -> jdbc.sql(
                        "insert into summary_figure (delivery_id, figure, amount) values (?, ?, ?)")
                .params(delivery, figure, amount)
                .update());
        jdbc.sql("update yearly_summary set first_handed_in_on = coalesce(first_handed_in_on, ?) where id = ?")
                .params(today(), summary.id())
                .update();
        events.publishEvent(new ReportingRecorded(
                summary.number(), "summary.handedIn", Map.of("file", bound.name(), "sha256", bound.sha256())));
        events.publishEvent(new TaskOver(summary.taskId()));
        return List.of();
    }

    // ---- the office's own

    /** When the region's summary of a year went out, the newest first. */
    @Transactional(readOnly = true)
    public List<Sent> sent(String regionId, int year) {
        return jdbc.sql("select sent_on, sent_to, file_id, recorded_by, recorded_at from office_summary"
                        + " where region_id = ? and summary_year = ? order by id desc")
                .params(regionId, year)
                .query((row, line) -> new Sent(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Registers that the office's own summary went to the higher level. */
    public List<Objection> send(int year, @Nullable LocalDate on, String to, @Nullable String fileId, Actor actor) {
        Unit regulator = people.arrangedBy(actor).orElseThrow();
        if (on == null || on.isAfter(today()) || on.getYear() < year) {
            return List.of(Objection.at("sentOn", "summary.refused.sentOn"));
        }
        if (to.isBlank() || to.strip().length() > LONGEST_NAME) {
            return List.of(Objection.at("sentTo", "summary.refused.sentTo", LONGEST_NAME));
        }
        Optional<StoredFile> file = Optional.ofNullable(fileId).flatMap(id -> files.takeStaged(id, actor.userId()));
        if (file.isEmpty()) {
            return List.of(Objection.at("sentFile", "summary.refused.file"));
        }
        String subject = officeNumber(regulator.regionId(), year);
        StoredFile bound = files.bind(file.get().id(), subject, "SUMMARY");
        jdbc.sql(
                        "insert into office_summary (region_id, summary_year, sent_on, sent_to, file_id, recorded_by, recorded_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        regulator.regionId(),
                        year,
                        on,
                        to.strip(),
                        bound.id(),
                        actor.userId(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new ReportingRecorded(
                subject,
                "summary.sent",
                Map.of("sentOn", on.toString(), "sentTo", to.strip(), "sha256", bound.sha256())));
        return List.of();
    }

    static String officeNumber(String regionId, int year) {
        return "NDZJ-%d-%s".formatted(year, regionId);
    }

    /** A file of the region's own summary or of a unit's. */
    @Transactional(readOnly = true)
    public Optional<StoredFile> file(String fileId, Actor actor) {
        return files.find(fileId).filter(file -> file.boundTo()
                .filter(owner ->
                        find(owner).filter(summary -> isSeenBy(summary, actor)).isPresent()
                                || people.sightOf(actor).regions().stream()
                                        .anyMatch(region -> owner.matches("NDZJ-\\d{4}-" + region)))
                .isPresent());
    }

    /** The bytes of such a file; that somebody takes them away is on record. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public byte[] take(StoredFile file) {
        byte[] bytes = files.bytes(file.sha256());
        separate.record(new ReportingRecorded(
                file.boundTo().orElseThrow(), "read.downloaded", Map.of("file", file.name(), "sha256", file.sha256())));
        return bytes;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static UnitSummary read(ResultSet row, int line) throws SQLException {
        return new UnitSummary(
                row.getLong("id"),
                row.getString("region_id"),
                row.getString("unit_id"),
                row.getInt("summary_year"),
                row.getObject("due_on", LocalDate.class),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getObject("first_handed_in_on", LocalDate.class));
    }
}
