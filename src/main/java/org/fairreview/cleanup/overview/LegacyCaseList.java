package org.fairreview.cleanup.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.fairreview.cleanup.LegacyStage;
import org.fairreview.cleanup.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases of a clean-up, narrowed and paged by the database. */
@Service
@Transactional(readOnly = true)
public class LegacyCaseList {

    /** Only such words are looked for in case numbers: for others the register alone is searched. */
    private static final Pattern IN_A_NUMBER = Pattern.compile("[0-9A-Za-z-]+");

    private record Question(String condition, Map<String, Object> values) {}

    private final JdbcClient jdbc;
    private final JdbcClient streaming;

    LegacyCaseList(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.streaming = Streaming.over(dataSource);
    }

    /** A page of what is asked for; the last one where there are not so many. */
    public Page<CaseLine> page(Extent extent, CaseQuery query, int number) {
        return Page.of(number, !query.words().isEmpty(), () -> count(extent, query), (total, offset) -> statement(
                        jdbc, extent, query, total, " limit %d offset %d".formatted(Page.SIZE, offset))
                .query((row, place) -> new Page.Counted<>(line(extent, row), row.getInt("total")))
                .list());
    }

    public int count(Extent extent, CaseQuery query) {
        Question question = question(extent, query);
        return jdbc.sql("select count(*) from legacy_case c where " + question.condition())
                .params(question.values())
                .query(Integer.class)
                .single();
    }

    /** Gives all that is asked for, one after the other, without keeping it in memory. */
    public void each(Extent extent, CaseQuery query, Consumer<CaseLine> line) {
        statement(streaming, extent, query, "0", "").query((ResultSet row) -> line.accept(line(extent, row)));
    }

    private JdbcClient.StatementSpec statement(
            JdbcClient client, Extent extent, CaseQuery query, String total, String part) {
        Question question = question(extent, query);
        Map<String, Object> values = new HashMap<>(question.values());
        values.put("today", extent.today());
        // the page is cut before anything is looked up for its lines
        return client.sql(
                        """
                        select c.number, m.title, m.document_number, m.issued_on, c.unit_id, u.name as unit_name,
                          coalesce(i.name, x.issuing_body) as issuer, c.stage, c.sampled, c.proposal, c.proposal_reason,
                          c.outcome, (%s) as late, c.hits, p.total,
                          (select count(*) from legacy_finding f where f.case_number = c.number and %s) as open_findings
                        from (select c.number, %s as total from legacy_case c where %s order by c.place%s) p
                        join legacy_case c on c.number = p.number
                        join measure_in_force m on m.measure_id = c.measure_id
                        join measure x on x.id = c.measure_id
                        join unit u on u.id = c.unit_id
                        left join unit i on i.id = c.issuer_unit_id
                        order by c.place
                        """
                                .formatted(extent.late(), open(extent), total, question.condition(), part))
                .params(values);
    }

    /** What the regulator found in the sample is not told before it has looked at the case. */
    private static String open(Extent extent) {
        String open = "f.disposition in ('OPEN', 'CHANGE_REQUIRED')";
        return extent.whole() ? open : open + " and (f.finder = 'UNIT' or c.reviewed_at is not null)";
    }

    private static Question question(Extent extent, CaseQuery query) {
        StringBuilder condition = new StringBuilder(extent.condition());
        Map<String, Object> values = new HashMap<>(extent.values());
        if (query.unit() != null) {
            condition.append(" and c.unit_id = :unit");
            values.put("unit", query.unit());
        }
        if (query.stage() != null) {
            condition.append(" and c.stage in (:stages)");
            List<String> stages = extent.stagesShownAs(query.stage());
            values.put("stages", stages.isEmpty() ? List.of("-") : stages);
        }
        equal(condition, values, "outcome", query.outcome());
        equal(condition, values, "proposal", query.proposal());
        if (query.undecided()) {
            condition.append(" and c.outcome is null");
        }
        if (query.sampled() && extent.whole()) {
            condition.append(" and c.sampled");
        }
        if (query.late()) {
            condition.append(" and ").append(extent.late());
            values.put("today", extent.today());
        }
        if (query.hits()) {
            condition.append(" and c.hits > 0");
        }
        if (query.item() != null) {
            condition
                    .append(" and exists (select 1 from screening_run r join screening_hit h on h.run_id = r.id"
                            + " where r.version_id = c.version_id and h.item = :item and ")
                    .append(Hits.NEWEST_RUN)
                    .append(")");
            values.put("item", query.item());
        }
        if (query.open()) {
            condition
                    .append(" and exists (select 1 from legacy_finding f where f.case_number = c.number and ")
                    .append(open(extent))
                    .append(")");
        }
        List<String> words = query.words();
        for (int place = 0; place < words.size(); place++) {
            String parameter = "w" + place;
            values.put(parameter, CaseQuery.pattern(words.get(place)));
            // the register is searched by itself, which the offset says to PostgreSQL: it looked up each of a hundred
            // thousand cases' titles one by one, to have the first page sooner
            String ofRegister = "c.measure_id in (select m.measure_id from measure_in_force m where "
                    + CaseQuery.has(words.get(place), parameter, "m.title", "m.document_number") + " offset 0)";
            condition.append(
                    IN_A_NUMBER.matcher(words.get(place)).matches()
                            ? " and (%s or %s)"
                                    .formatted(ofRegister, CaseQuery.has(words.get(place), parameter, "c.number"))
                            : " and " + ofRegister);
        }
        return new Question(condition.toString(), values);
    }

    private static void equal(
            StringBuilder condition, Map<String, Object> values, String column, @Nullable Enum<?> value) {
        if (value != null) {
            condition.append(" and c.%1$s = :%1$s".formatted(column));
            values.put(column, value.name());
        }
    }

    private static CaseLine line(Extent extent, ResultSet row) throws SQLException {
        return new CaseLine(
                row.getString("number"),
                row.getString("title"),
                row.getString("document_number"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("issuer"),
                row.getString("unit_id"),
                row.getString("unit_name"),
                extent.shown(LegacyStage.valueOf(row.getString("stage"))),
                row.getBoolean("late"),
                extent.whole() && row.getBoolean("sampled"),
                outcome(row.getString("proposal")),
                row.getString("proposal_reason"),
                outcome(row.getString("outcome")),
                row.getObject("hits") == null ? null : row.getInt("hits"),
                row.getInt("open_findings"));
    }

    static @Nullable Outcome outcome(@Nullable String name) {
        return name == null ? null : Outcome.valueOf(name);
    }
}
