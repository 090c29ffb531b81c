package org.fairreview.supervision.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.fairreview.document.CellProblem;
import org.fairreview.document.MarkedSheet;
import org.fairreview.document.MarkedSheet.Column;
import org.fairreview.document.NotTaken;
import org.fairreview.document.Sha256;
import org.fairreview.document.SheetLines;
import org.fairreview.document.TextCells;
import org.fairreview.identity.Actor;
import org.fairreview.identity.NumberSeries;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.supervision.lead.LeadPeople;
import org.fairreview.supervision.lead.LeadWording;
import org.fairreview.supervision.monitoring.ImportedLine.State;
import org.fairreview.supervision.monitoring.ImportedLineRules.Meant;
import org.fairreview.supervision.monitoring.MonitoringVisit.Written;
import org.fairreview.workflow.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists of monitoring points and their visits: first looked at, with what is wrong in its cells, then taken over. A point is
 * told by its name in its region, a visit by point and day: the same list twice adds nothing.
 */
@Service
@Transactional
public class MonitoringImports {

    private static final int MOST_SHOWN = 20;
    private static final int LONGEST_NAME = 255;
    private static final String VISIT_SERIES = "monitoringVisit";
    private static final String VISIT_MARK = "ZF";

    /** What came of bringing a list: the number of its dry run, or why it is not taken. */
    public record Brought(String id, Optional<Refusal> refusal) {}

    private record Key(String region, String name, LocalDate day) {}

    private final MonitoringImportRows rows;
    private final MonitoringPoints points;
    private final MonitoringVisitRows visitRows;
    private final MonitoringVisits visits;
    private final VisitQuestions questions;
    private final LeadPeople people;
    private final NumberSeries numbers;
    private final Units units;
    private final LeadWording wording;
    private final MessageSource messages;
    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MonitoringImports(
            MonitoringImportRows rows,
            MonitoringPoints points,
            MonitoringVisitRows visitRows,
            MonitoringVisits visits,
            VisitQuestions questions,
            LeadPeople people,
            NumberSeries numbers,
            Units units,
            LeadWording wording,
            MessageSource messages,
            JdbcTemplate jdbc,
            ObjectMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.points = points;
        this.visitRows = visitRows;
        this.visits = visits;
        this.questions = questions;
        this.people = people;
        this.numbers = numbers;
        this.units = units;
        this.wording = wording;
        this.messages = messages;
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /** Looks at a list (试导入): nothing is entered yet. */
    public Brought bring(Path file, String name, Actor actor) throws IOException {
        Unit regulator = people.broughtFor(actor).orElseThrow();
        ImportedLineRules rules = rules(regulator);
        List<ImportedLine> lines = new ArrayList<>();
        try {
            lists().read(file, name, line -> lines.add(rules.read(line)));
        } catch (NotTaken why) {
            return new Brought(
                    "", Optional.of(Refusal.at("file", why.key(), why.values().toArray())));
        }
        String shortened = name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
        MonitoringImport brought = rows.saveAndFlush(new MonitoringImport(
                UUID.randomUUID().toString(),
                regulator.regionId(),
                regulator.id(),
                shortened,
                Sha256.of(Files.readAllBytes(file)),
                actor.userId(),
                clock.instant()));
        write(brought.id(), known(lines, rules, regulator));
        events.publishEvent(new MonitoringRecorded(
                "monitoring",
                "monitoring.importBrought",
                Map.of("sheet", shortened, "sheetSha256", brought.sha256(), "lines", lines.size())));
        return new Brought(brought.id(), Optional.empty());
    }

    private SheetLines<MonitoringColumn> lists() {
        return new SheetLines<>(
                List.of(MonitoringColumn.values()),
                MonitoringColumn.NAME,
                MonitoringColumn.SEQUENCE,
                this::label,
                column -> Optional.ofNullable(messages.getMessage(
                        "monitoring.column.also." + column.name(), null, "", Locale.SIMPLIFIED_CHINESE)));
    }

    private ImportedLineRules rules(Unit regulator) {
        Map<String, PointKind> kinds = Stream.of(PointKind.values())
                .collect(Collectors.toMap(kind -> wording.label("monitoring.kind", kind), kind -> kind));
        Map<String, String> regions = units.visibleFrom(regulator.regionId()).stream()
                .collect(Collectors.toMap(units::regionName, region -> region));
        LocalDate today = LocalDate.now(clock);
        return new ImportedLineRules(
                kinds, regions, regulator.regionId(), questions.inForce(regulator.regionId(), today), today);
    }

    /** Marks the lines that add nothing: their point and their visit are there already. */
    private List<ImportedLine> known(List<ImportedLine> lines, ImportedLineRules rules, Unit regulator) {
        return lines.stream()
                .map(line -> line.state() == State.VALID && isKnown(rules.meant(line), regulator)
                        ? line.is(State.KNOWN)
                        : line)
                .toList();
    }

    private boolean isKnown(Meant meant, Unit regulator) {
        Optional<MonitoringPoint> point =
                points.named(meant.point().regionId(), meant.point().name());
        LocalDate day = meant.visitedOn();
        return point.isPresent()
                && (day == null
                        || visitRows.findByPointIdAndVisitedOn(point.get().id(), day).stream()
                                .anyMatch(visit -> visit.regulatorUnitId().equals(regulator.id())));
    }

    /** The lists of the person's region, the newest first. */
    @Transactional(readOnly = true)
    public List<MonitoringImport> list(Actor actor) {
        return people.broughtFor(actor)
                .map(unit -> rows.findByRegionIdOrderByBroughtAtDesc(unit.regionId(), Limit.of(MOST_SHOWN)))
                .orElse(List.of());
    }

    @Transactional(readOnly = true)
    public Optional<MonitoringImport> find(String id, Actor actor) {
        return rows.findById(id).filter(brought -> people.broughtFor(actor)
                .filter(unit -> unit.id().equals(brought.regulatorUnitId()))
                .isPresent());
    }

    /** The lines of a list, in order. */
    @Transactional(readOnly = true)
    public List<ImportedLine> lines(String id) {
        return jdbc.query(
                "select line, cells, problems, state from monitoring_import_line where import_id = ? order by line",
                (row, place) -> {
                    Cells written = read(row.getString(2), new TypeReference<>() {});
                    return new ImportedLine(
                            row.getInt(1),
                            written.cells(),
                            written.answers(),
                            read(row.getString(3), new TypeReference<>() {}),
                            State.valueOf(row.getString(4)));
                },
                id);
    }

    /** How lines are written. */
    record Cells(Map<MonitoringColumn, String> cells, Map<String, String> answers) {}

    private void write(String id, List<ImportedLine> lines) {
        jdbc.batchUpdate(
                "insert into monitoring_import_line (import_id, line, cells, problems, state) values (?, ?, ?, ?, ?)",
                lines.stream()
                        .map(line -> new Object[] {
                            id,
                            line.number(),
                            write(new Cells(line.cells(), line.answers())),
                            write(line.problems()),
                            line.state().name()
                        })
                        .toList());
    }

    /** Takes the valid lines over, once. */
    public Optional<Refusal> enter(String id, Actor actor) {
        MonitoringImport brought = rows.findById(id).orElseThrow();
        numbers.await(brought.regionId());
        if (brought.enteredAt().isPresent()) {
            return Optional.of(Refusal.of("monitoring.import.enteredAlready"));
        }
        Unit regulator = units.find(brought.regulatorUnitId()).orElseThrow();
        ImportedLineRules rules = rules(regulator);
        List<ImportedLine> valid =
                lines(id).stream().filter(line -> line.state() == State.VALID).toList();
        int pointsEntered = 0;
        Map<Key, List<ImportedLine>> byVisit = new LinkedHashMap<>();
        Set<Integer> entered = new HashSet<>();
        for (ImportedLine line : valid) {
            Meant meant = rules.meant(line);
            if (points.named(meant.point().regionId(), meant.point().name()).isEmpty()) {
                points.add(meant.point(), actor.userId());
                pointsEntered++;
                entered.add(line.number());
            }
            LocalDate day = meant.visitedOn();
            if (day != null && !isKnown(meant, regulator)) {
                byVisit.computeIfAbsent(
                                new Key(
                                        meant.point().regionId(),
                                        MonitoringPoint.key(meant.point().name()),
                                        day),
                                fresh -> new ArrayList<>())
                        .add(line);
            }
        }
        for (List<ImportedLine> same : byVisit.values()) {
            enterVisit(same, rules, regulator, actor);
            same.forEach(line -> entered.add(line.number()));
        }
        for (ImportedLine line : valid) {
            jdbc.update(
                    "update monitoring_import_line set state = ? where import_id = ? and line = ?",
                    entered.contains(line.number()) ? State.ENTERED.name() : State.KNOWN.name(),
                    id,
                    line.number());
        }
        brought.entered(pointsEntered, byVisit.size(), actor.userId(), clock.instant());
        events.publishEvent(new MonitoringRecorded(
                "monitoring",
                "monitoring.importEntered",
                Map.of("sheet", brought.fileName(), "pointsEntered", pointsEntered, "visitsEntered", byVisit.size())));
        return Optional.empty();
    }

    /** Several lines of the same point and day are one visit with several leads. */
    private void enterVisit(List<ImportedLine> same, ImportedLineRules rules, Unit regulator, Actor actor) {
        ImportedLine first = same.get(0);
        Meant meant = rules.meant(first);
        MonitoringPoint point =
                points.named(meant.point().regionId(), meant.point().name()).orElseThrow();
        LocalDate day = Objects.requireNonNull(meant.visitedOn());
        List<VisitLead> leads = same.stream()
                .map(line -> rules.meant(line).lead())
                .filter(lead -> lead != null)
                .toList();
        Written written = new Written(
                day,
                first.cell(MonitoringColumn.FIRST_VISITOR),
                first.cell(MonitoringColumn.SECOND_VISITOR),
                first.cell(MonitoringColumn.RECEIVED_BY),
                meant.answers(),
                first.cell(MonitoringColumn.REMARK),
                leads);
        visits.takeOver(
                point,
                regulator,
                written,
                actor.userId(),
                () -> numbers.ofFile(
                        VISIT_SERIES,
                        VISIT_MARK,
                        regulator.regionId(),
                        LocalDate.now(clock).getYear()));
    }

    /** The empty workbook, with the questions in force as columns. */
    @Transactional(readOnly = true)
    public void template(Actor actor, OutputStream out) throws IOException {
        Unit regulator = people.broughtFor(actor).orElseThrow();
        try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
            List<Column<ImportedLine>> columns = new ArrayList<>(columns());
            questions
                    .inForce(regulator.regionId(), LocalDate.now(clock))
                    .forEach(question -> columns.add(answer(question)));
            new MarkedSheet<>(workbook.createSheet(wording.of("monitoring.points")), new TextCells(workbook), columns)
                    .head();
            workbook.write(out);
        }
    }

    /** The lines as they came, each wrong cell marked, and what became of them at their end. */
    @Transactional(readOnly = true)
    public void marked(String id, OutputStream out) throws IOException {
        List<ImportedLine> lines = lines(id);
        try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
            List<Column<ImportedLine>> columns = new ArrayList<>(columns());
            lines.stream()
                    .flatMap(line -> line.answers().keySet().stream())
                    .distinct()
                    .sorted()
                    .forEach(question -> columns.add(answer(question)));
            MarkedSheet<ImportedLine> sheet = new MarkedSheet<>(
                    workbook.createSheet(wording.of("monitoring.points")), new TextCells(workbook), columns);
            sheet.head(wording.of("monitoring.import.result"));
            sheet.lines(from -> from == 0 ? lines : List.of(), this::result, line -> !line.problems()
                    .isEmpty());
            workbook.write(out);
        }
    }

    private List<Column<ImportedLine>> columns() {
        return Stream.of(MonitoringColumn.values())
                .map(column -> new Column<ImportedLine>(
                        label(column) + (column.isRequired() ? "*" : ""),
                        column.width(),
                        column.isDate(),
                        line -> line.cell(column),
                        line -> said(line, column)))
                .toList();
    }

    private static Column<ImportedLine> answer(String question) {
        return new Column<>(question, 30, false, line -> line.answers().getOrDefault(question, ""), line -> "");
    }

    private String said(ImportedLine line, MonitoringColumn column) {
        return line.problems().stream()
                .filter(problem -> problem.column() == column)
                .map(this::of)
                .collect(Collectors.joining());
    }

    /** What became of a line, or what is wrong in it. */
    public String result(ImportedLine line) {
        if (line.problems().isEmpty()) {
            return wording.label("monitoring.import.line", line.state());
        }
        return line.problems().stream()
                .map(problem -> problem.column() == null
                        ? of(problem)
                        : wording.of("monitoring.import.problem", label(problem.column()), of(problem)))
                .collect(Collectors.joining());
    }

    private String of(CellProblem<MonitoringColumn> problem) {
        return wording.of(problem.key(), problem.values().toArray());
    }

    public String label(MonitoringColumn column) {
        return wording.of("monitoring.column." + column.name());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String written, TypeReference<T> type) {
        try {
            return json.readValue(written, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
