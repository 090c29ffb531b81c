package org.fairreview.supervision.monitoring;

import java.util.List;
import java.util.Map;
import org.fairreview.document.CellProblem;

/**
 * A line of a list of points and visits, and how it stands.
 *
 * @param number in the spreadsheet, from 1
 * @param answers by the head of their column, which is the question
 */
public record ImportedLine(
        int number,
        Map<MonitoringColumn, String> cells,
        Map<String, String> answers,
        List<CellProblem<MonitoringColumn>> problems,
        State state) {

    /** How a line stands. */
    public enum State {
        /** 可导入. */
        VALID,
        /** 已有: it adds nothing. */
        KNOWN,
        /** 有错误. */
        WRONG,
        /** 已导入. */
        ENTERED
    }

    public ImportedLine {
        cells = Map.copyOf(cells);
        answers = Map.copyOf(answers);
        problems = List.copyOf(problems);
    }

    public String cell(MonitoringColumn column) {
        return cells.getOrDefault(column, "");
    }

    ImportedLine is(State other) {
        return new ImportedLine(number, cells, answers, problems, other);
    }
}
