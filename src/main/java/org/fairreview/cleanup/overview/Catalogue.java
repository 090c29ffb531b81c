package org.fairreview.cleanup.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fairreview.cleanup.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue of a clean-up (清理结果目录): what became of each measure; what is undecided stands apart. */
@Service
@Transactional(readOnly = true)
public class Catalogue {

    /**
     * A measure in the catalogue.
     *
     * @param outcome null where nothing is decided yet
     * @param decidedOn the day of the decision
     */
    public record Line(
            String caseNumber,
            String title,
            String documentNumber,
            String issuer,
            String unit,
            @Nullable Outcome outcome,
            @Nullable LocalDate decidedOn) {}

    /** The lines by outcome; outcomes without a line are absent. */
    public record Content(Map<Outcome, List<Line>> decided, List<Line> undecided) {

        public List<Line> with(Outcome outcome) {
            return decided.getOrDefault(outcome, List.of());
        }

        public Counts counts() {
            Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
            decided.forEach((outcome, lines) -> counts.put(outcome, lines.size()));
            return new Counts(counts, undecided.size());
        }
    }

    /** How many measures have which outcome, and how many have none yet. */
    public record Counts(Map<Outcome, Integer> decided, int undecided) {

        public int with(Outcome outcome) {
            return decided.getOrDefault(outcome, 0);
        }

        public int total() {
            return decided.values().stream().mapToInt(Integer::intValue).sum() + undecided;
        }
    }

    private final JdbcClient jdbc;
    private final JdbcClient streaming;

    Catalogue(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.streaming = Streaming.over(dataSource);
    }

    public Content of(Extent extent) {
        Map<Outcome, List<Line>> decided = new EnumMap<>(Outcome.class);
        List<Line> undecided = new ArrayList<>();
        statement(streaming, extent, "", "").query((ResultSet row) -> {
            Line line = line(row);
            (line.outcome() == null ? undecided : decided.computeIfAbsent(line.outcome(), any -> new ArrayList<>()))
                    .add(line);
        });
        return new Content(decided, undecided);
    }

    /**
     * The first of the measures with an outcome.
     *
     * @param outcome null for those that are undecided
     */
    public List<Line> first(Extent extent, @Nullable Outcome outcome, int most) {
        String narrower =
                outcome == null ? " and c.outcome is null" : " and c.outcome = '%s'".formatted(outcome.name());
        return statement(jdbc, extent, narrower, " limit " + most)
                .query((row, place) -> line(row))
                .list();
    }

    private static JdbcClient.StatementSpec statement(JdbcClient client, Extent extent, String narrower, String part) {
        return client.sql(
                        """
                        select c.number, m.title, m.document_number, coalesce(i.name, x.issuing_body) as issuer,
                          u.name as unit_name, c.outcome, c.decided_on
                        from legacy_case c
                        join measure_in_force m on m.measure_id = c.measure_id
                        join measure x on x.id = c.measure_id
                        join unit u on u.id = c.unit_id
                        left join unit i on i.id = c.issuer_unit_id
                        where %s%s order by c.unit_id, c.place%s
                        """
                                .formatted(extent.condition(), narrower, part))
                .params(extent.values());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("number"),
                row.getString("title"),
                row.getString("document_number"),
                row.getString("issuer"),
                row.getString("unit_name"),
                LegacyCaseList.outcome(row.getString("outcome")),
                row.getObject("decided_on", LocalDate.class));
    }

    /** How many measures have which outcome, without reading them. */
    public Counts counts(Extent extent) {
        Map<Outcome, Integer> decided = new EnumMap<>(Outcome.class);
        int[] undecided = {0};
        jdbc.sql("select c.outcome, count(*) as cases from legacy_case c where " + extent.condition()
                        + " group by c.outcome")
                .params(extent.values())
                .query((ResultSet row) -> {
                    Outcome outcome = LegacyCaseList.outcome(row.getString("outcome"));
                    if (outcome == null) {
                        undecided[0] = row.getInt("cases");
                    } else {
                        decided.put(outcome, row.getInt("cases"));
                    }
                });
        return new Counts(decided, undecided[0]);
    }
}
