package org.fairreview.cleanup.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fairreview.cleanup.intake.ImportLine.State;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The lines and left-over files of imports: thousands of rows that are written together, and read in pieces. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ImportLines {

    private static final String COLUMNS = "line, cells, title, number_key, unit_id, issuer_unit_id, kind, issuance,"
            + " issued_on, valid_until, file_name, file_id, text_fingerprint, problems, state, measure_id, case_number";

    /** A file that no line names, or that is not taken, and why. */
    record LeftOver(String name, long size, Problem note) {}

    /** What makes a measure without a number the same as another. */
    record Nameless(String title, @Nullable String unitId, @Nullable LocalDate issuedOn) {}

    /** Says that a text bears the mark of a secret. */
    static final String CLASSIFIED_TEXT = "intake.file.classified";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    ImportLines(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    void add(String importId, List<ImportLine> lines) {
        jdbc.batchUpdate(
                "insert into ledger_import_line (import_id, " + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                lines.stream()
                        .map(line -> new Object[] {
                            importId,
                            line.number,
                            Said.cells(line.cells),
                            line.title,
                            line.numberKey,
                            line.unitId,
                            line.issuerUnitId,
                            name(line.kind),
                            name(line.issuance),
                            line.issuedOn,
                            line.validUntil,
                            line.fileName,
                            line.fileId,
                            line.fingerprint,
                            Said.problems(line.problems),
                            line.state.name(),
                            line.measureId,
                            line.caseNumber
                        })
                        .toList());
    }

    /** Writes what has become of lines. */
    void update(Collection<ImportLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                "update ledger_import_line set file_id = ?, text_fingerprint = ?, problems = ?, state = ?, measure_id = ?,"
                        + " case_number = ? where id = ?",
                lines.stream()
                        .map(line -> new Object[] {
                            line.fileId,
                            line.fingerprint,
                            Said.problems(line.problems),
                            line.state.name(),
                            line.measureId,
                            line.caseNumber,
                            line.id
                        })
                        .toList(),
                new int[] {
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.BIGINT
                });
    }

    /** Lines in one of the states, in order, at most so many. */
    List<ImportLine> in(String importId, Collection<State> states, int from, int most) {
        return client.sql("select id, " + COLUMNS
                        + " from ledger_import_line where import_id = :id and state in (:states)"
                        + " order by line offset :from rows fetch first :most rows only")
                .param("id", importId)
                .param("states", names(states))
                .param("from", from)
                .param("most", most)
                .query(ImportLines::line)
                .list();
    }

    Map<State, Integer> counts(String importId) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        client.sql("select state, count(*) from ledger_import_line where import_id = ? group by state")
                .param(importId)
                .query((ResultSet row, int number) ->
                        counts.put(State.valueOf(String.valueOf(row.getString(1))), row.getInt(2)))
                .list();
        return counts;
    }

    /** The first line of each of the document numbers, compared without marks. */
    Map<String, Integer> firstWithNumber(String importId, Collection<String> keys) {
        return firsts("number_key", importId, keys);
    }

    /** The first line with each of the texts. */
    Map<String, Integer> firstWithText(String importId, Collection<String> fingerprints) {
        return firsts("text_fingerprint", importId, fingerprints);
    }

    /** The first line of each measure without a number. */
    Map<Nameless, Integer> firstNameless(String importId, Collection<String> titles) {
        Map<Nameless, Integer> firsts = new HashMap<>();
        if (!titles.isEmpty()) {
            client.sql("select title, unit_id, issued_on, min(line) from ledger_import_line where import_id = :id"
                            + " and number_key = '' and title in (:titles) group by title, unit_id, issued_on")
                    .param("id", importId)
                    .param("titles", titles)
                    .query((ResultSet row, int number) -> firsts.put(
                            new Nameless(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class)),
                            row.getInt(4)))
                    .list();
        }
        return firsts;
    }

    private Map<String, Integer> firsts(String column, String importId, Collection<String> values) {
        Map<String, Integer> firsts = new HashMap<>();
        if (!values.isEmpty()) {
            client.sql("select " + column + ", min(line) from ledger_import_line where import_id = :id and " + column
                            + " in (:values) group by " + column)
                    .param("id", importId)
                    .param("values", values)
                    .query((ResultSet row, int number) -> firsts.put(row.getString(1), row.getInt(2)))
                    .list();
        }
        return firsts;
    }

    /** The names of files that lines give. */
    List<String> fileNames(String importId) {
        return client.sql("select file_name from ledger_import_line where import_id = ? and file_name is not null")
                .param(importId)
                .query(String.class)
                .list();
    }

    /** Drops the lines of an import that is not taken after all. */
    void forget(String importId) {
        client.sql("delete from ledger_import_line where import_id = ?")
                .param(importId)
                .update();
        client.sql("delete from ledger_import_file where import_id = ?")
                .param(importId)
                .update();
    }

    /** Whether one of the texts bears the mark of a secret. */
    boolean isAnyClassified(String importId) {
        return client.sql("select count(*) from ledger_import_line where import_id = ? and problems like ?")
                        .params(importId, "%" + CLASSIFIED_TEXT + "%")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    int leftOverCount(String importId) {
        return client.sql("select count(*) from ledger_import_file where import_id = ?")
                .param(importId)
                .query(Integer.class)
                .single();
    }

    void addLeftOver(String importId, List<LeftOver> files) {
        int from = leftOverCount(importId);
        for (LeftOver file : files) {
            client.sql("insert into ledger_import_file (import_id, place, name, size, note) values (?, ?, ?, ?, ?)")
                    .params(importId, from++, file.name(), file.size(), Said.problems(List.of(file.note())))
                    .update();
        }
    }

    List<LeftOver> leftOver(String importId, int most) {
        return client.sql("select name, size, note from ledger_import_file where import_id = ? order by place"
                        + " fetch first ? rows only")
                .params(importId, most)
                .query((row, number) -> new LeftOver(
                        row.getString(1),
                        row.getLong(2),
                        Said.problems(row.getString(3)).get(0)))
                .list();
    }

    private static List<String> names(Collection<State> states) {
        return states.stream().map(Enum::name).collect(Collectors.toList());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static ImportLine line(ResultSet row, int number) throws SQLException {
        ImportLine line = new ImportLine(
                row.getInt("line"), Said.cells(row.getString("cells")), Said.problems(row.getString("problems")));
        line.id = row.getLong("id");
        line.title = row.getString("title");
        line.numberKey = row.getString("number_key");
        line.unitId = row.getString("unit_id");
        line.issuerUnitId = row.getString("issuer_unit_id");
        String kind = row.getString("kind");
        line.kind = kind == null ? null : MeasureKind.valueOf(kind);
        String issuance = row.getString("issuance");
        line.issuance = issuance == null ? null : Issuance.valueOf(issuance);
        line.issuedOn = row.getObject("issued_on", LocalDate.class);
        line.validUntil = row.getObject("valid_until", LocalDate.class);
        line.fileName = row.getString("file_name");
        line.fileId = row.getString("file_id");
        line.fingerprint = row.getString("text_fingerprint");
        line.state = State.valueOf(row.getString("state"));
        line.measureId = row.getString("measure_id");
        line.caseNumber = row.getString("case_number");
        return line;
    }
}
