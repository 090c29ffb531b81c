package org.fairreview.supervision.monitoring;

import static org.fairreview.supervision.monitoring.MonitoringColumn.CLOSED_ON;
import static org.fairreview.supervision.monitoring.MonitoringColumn.FIRST_VISITOR;
import static org.fairreview.supervision.monitoring.MonitoringColumn.KIND;
import static org.fairreview.supervision.monitoring.MonitoringColumn.LEAD_SAID;
import static org.fairreview.supervision.monitoring.MonitoringColumn.LEAD_TITLE;
import static org.fairreview.supervision.monitoring.MonitoringColumn.NAME;
import static org.fairreview.supervision.monitoring.MonitoringColumn.OPENED_ON;
import static org.fairreview.supervision.monitoring.MonitoringColumn.REGION;
import static org.fairreview.supervision.monitoring.MonitoringColumn.SECOND_VISITOR;
import static org.fairreview.supervision.monitoring.MonitoringColumn.VISITED_ON;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fairreview.document.CellProblem;
import org.fairreview.document.SheetDay;
import org.fairreview.document.SheetLine;
import org.jspecify.annotations.Nullable;

/** Says of a line by itself what it means and what is wrong with it. */
final class ImportedLineRules {

    private static final int LONGEST_ANSWER = 4_000;
    private static final int LONGEST_HEAD = 50;

    private final Map<String, PointKind> kinds;
    private final Map<String, String> regions;
    private final String ownRegion;
    private final List<String> questions;
    private final LocalDate today;

    /**
     * The rules for a regulator.
     *
     * @param kinds by their Chinese words
     * @param regions those whose points it may bring, by their names
     * @param ownRegion that of lines which name none
     */
    ImportedLineRules(
            Map<String, PointKind> kinds,
            Map<String, String> regions,
            String ownRegion,
            List<String> questions,
            LocalDate today) {
        this.kinds = Map.copyOf(kinds);
        this.regions = Map.copyOf(regions);
        this.ownRegion = ownRegion;
        this.questions = List.copyOf(questions);
        this.today = today;
    }

    /** What a line means. */
    record Meant(
            PointDraft point, @Nullable LocalDate visitedOn, @Nullable VisitLead lead, List<VisitAnswer> answers) {}

    ImportedLine read(SheetLine<MonitoringColumn> line) {
        List<CellProblem<MonitoringColumn>> problems = new ArrayList<>(line.problems());
        for (MonitoringColumn column : MonitoringColumn.values()) {
            if (column.isRequired()
                    && line.cell(column).isEmpty()
                    && problems.stream().noneMatch(problem -> problem.column() == column)) {
                problems.add(CellProblem.at(column, "intake.missing"));
            }
            if (column.isDate() && !line.cell(column).isEmpty()) {
                String wrong = SheetDay.of(line.cell(column)).wrong();
                if (wrong != null) {
                    problems.add(CellProblem.at(column, wrong, line.cell(column)));
                }
            }
        }
        point(line, problems);
        visit(line, problems);
        return new ImportedLine(
                line.number(),
                line.cells(),
                answers(line),
                problems,
                problems.isEmpty() ? ImportedLine.State.VALID : ImportedLine.State.WRONG);
    }

    private void point(SheetLine<MonitoringColumn> line, List<CellProblem<MonitoringColumn>> problems) {
        String name = line.cell(NAME);
        if (!name.isEmpty() && MonitoringPoint.key(name).isEmpty()) {
            problems.add(CellProblem.at(NAME, "monitoring.import.noName"));
        } else if (MonitoringPoint.key(name).length() > MonitoringPoint.LONGEST_NAME) {
            problems.add(CellProblem.at(NAME, "intake.tooLong", String.valueOf(MonitoringPoint.LONGEST_NAME)));
        }
        if (!line.cell(KIND).isEmpty() && !kinds.containsKey(line.cell(KIND))) {
            problems.add(CellProblem.at(KIND, "intake.notInList", line.cell(KIND)));
        }
        if (!line.cell(REGION).isEmpty() && !regions.containsKey(line.cell(REGION))) {
            problems.add(CellProblem.at(REGION, "monitoring.import.region", line.cell(REGION)));
        }
        LocalDate opened = day(line.cell(OPENED_ON));
        LocalDate closed = day(line.cell(CLOSED_ON));
        if (opened != null && closed != null && closed.isBefore(opened)) {
            problems.add(CellProblem.at(CLOSED_ON, "monitoring.closedBeforeOpened"));
        }
    }

    private void visit(SheetLine<MonitoringColumn> line, List<CellProblem<MonitoringColumn>> problems) {
        boolean visited = !line.cell(VISITED_ON).isEmpty();
        LocalDate day = day(line.cell(VISITED_ON));
        if (day != null && day.isAfter(today)) {
            problems.add(CellProblem.at(VISITED_ON, "monitoring.import.future"));
        }
        if (visited) {
            for (MonitoringColumn visitor : List.of(FIRST_VISITOR, SECOND_VISITOR)) {
                if (line.cell(visitor).isEmpty()) {
                    problems.add(CellProblem.at(visitor, "monitoring.import.visitor"));
                }
            }
            if (!line.cell(FIRST_VISITOR).isEmpty() && line.cell(FIRST_VISITOR).equals(line.cell(SECOND_VISITOR))) {
                problems.add(CellProblem.at(SECOND_VISITOR, "monitoring.import.sameVisitor"));
            }
        }
        boolean leads =
                !line.cell(LEAD_TITLE).isEmpty() || !line.cell(LEAD_SAID).isEmpty();
        if (leads && !visited) {
            problems.add(CellProblem.at(VISITED_ON, "monitoring.import.leadWithoutVisit"));
        }
        if (leads && line.cell(LEAD_TITLE).isEmpty()) {
            problems.add(CellProblem.at(LEAD_TITLE, "monitoring.leadMeasureMissing"));
        }
        if (leads && line.cell(LEAD_SAID).isEmpty()) {
            problems.add(CellProblem.at(LEAD_SAID, "monitoring.leadSaidMissing"));
        }
        for (String head : line.others().keySet()) {
            if (!questions.contains(head)) {
                problems.add(CellProblem.at(null, "monitoring.import.noQuestion", shortened(head)));
            }
        }
        if (line.others().values().stream().anyMatch(answer -> answer.length() > LONGEST_ANSWER)) {
            problems.add(CellProblem.at(null, "monitoring.import.answerTooLong", String.valueOf(LONGEST_ANSWER)));
        }
    }

    private Map<String, String> answers(SheetLine<MonitoringColumn> line) {
        return questions.stream()
                .filter(line.others()::containsKey)
                .collect(Collectors.toMap(question -> question, question -> line.others()
                        .get(question)
                        .substring(
                                0,
                                Math.min(
                                        LONGEST_ANSWER,
                                        line.others().get(question).length()))));
    }

    private static String shortened(String head) {
        return head.length() > LONGEST_HEAD ? head.substring(0, LONGEST_HEAD) + "…" : head;
    }

    /** What a line without problems means. */
    Meant meant(ImportedLine line) {
        String leadTitle = line.cell(LEAD_TITLE);
        return new Meant(
                new PointDraft(
                        line.cell(REGION).isEmpty() ? ownRegion : regions.get(line.cell(REGION)),
                        line.cell(NAME),
                        kinds.get(line.cell(KIND)),
                        line.cell(MonitoringColumn.ADDRESS),
                        line.cell(MonitoringColumn.CONTACT),
                        line.cell(MonitoringColumn.PHONE),
                        day(line.cell(OPENED_ON)),
                        day(line.cell(CLOSED_ON)),
                        ""),
                day(line.cell(VISITED_ON)),
                leadTitle.isEmpty()
                        ? null
                        : new VisitLead(
                                leadTitle,
                                line.cell(MonitoringColumn.LEAD_NUMBER),
                                line.cell(MonitoringColumn.LEAD_ISSUER),
                                line.cell(LEAD_SAID)),
                questions.stream()
                        .filter(question -> line.answers().containsKey(question))
                        .map(question ->
                                new VisitAnswer(question, line.answers().get(question)))
                        .toList());
    }

    private static @Nullable LocalDate day(String cell) {
        return cell.isEmpty() ? null : SheetDay.of(cell).day();
    }
}
