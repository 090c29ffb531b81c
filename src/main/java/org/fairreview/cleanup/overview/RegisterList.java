package org.fairreview.cleanup.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.cleanup.CleanupSight;
import org.fairreview.cleanup.MeasureInForce.State;
import org.fairreview.cleanup.MeasuresInForce;
import org.fairreview.identity.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of measures in force as a person sees it, narrowed and paged by the database. */
@Service
@Transactional(readOnly = true)
public class RegisterList {

    private record Question(String condition, Map<String, Object> values) {}

    private final JdbcClient jdbc;
    private final JdbcClient streaming;
    private final CleanupPeople people;
    private final MeasuresInForce register;
    private final Clock clock;

    RegisterList(JdbcClient jdbc, DataSource dataSource, CleanupPeople people, MeasuresInForce register, Clock clock) {
        this.jdbc = jdbc;
        this.streaming = Streaming.over(dataSource);
        this.people = people;
        this.register = register;
        this.clock = clock;
    }

    /** A page of what is asked for; the last one where there are not so many. */
    public Page<RegisterLine> page(RegisterQuery query, Actor actor, int number) {
        Question question = question(query, actor);
        return Page.of(
                number,
                !CaseQuery.words(query.q()).isEmpty(),
                () -> jdbc.sql("select count(*) from measure_in_force m where " + question.condition())
                        .params(question.values())
                        .query(Integer.class)
                        .single(),
                (total, offset) -> statement(jdbc, question, total, " limit %d offset %d".formatted(Page.SIZE, offset))
                        .query((row, place) -> new Page.Counted<>(line(row), row.getInt("total")))
                        .list());
    }

    /** Gives all that is asked for, one after the other, without keeping it in memory. */
    public void each(RegisterQuery query, Actor actor, Consumer<RegisterLine> line) {
        statement(streaming, question(query, actor), "0", "").query((ResultSet row) -> line.accept(line(row)));
    }

    /** The units whose measures the person sees, by id. */
    public List<String> units(Actor actor) {
        Question question = question(RegisterQuery.all(), actor);
        return jdbc.sql("select distinct m.unit_id from measure_in_force m where " + question.condition())
                .params(question.values())
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec statement(JdbcClient client, Question question, String total, String part) {
        // the page is cut before names are looked up
        return client.sql(
                        """
                        select m.*, p.total, u.name as unit_name, coalesce(i.name, x.issuing_body) as issuer
                        from (select m.measure_id, %s as total from measure_in_force m where %s
                          order by m.issued_on desc nulls last, m.measure_id%s) p
                        join measure_in_force m on m.measure_id = p.measure_id
                        join measure x on x.id = m.measure_id
                        join unit u on u.id = m.unit_id
                        left join unit i on i.id = m.issuer_unit_id
                        order by m.issued_on desc nulls last, m.measure_id
                        """
                                .formatted(total, question.condition(), part))
                .params(question.values());
    }

    private Question question(RegisterQuery query, Actor actor) {
        CleanupSight sight = people.sightOf(actor);
        Map<String, Object> values = new HashMap<>();
        StringBuilder condition = new StringBuilder("(");
        if (!sight.regions().isEmpty()) {
            condition.append("m.region_id in (:regions)");
            values.put("regions", sight.regions());
        }
        if (!sight.units().isEmpty() || sight.regions().isEmpty()) {
            condition.append(sight.regions().isEmpty() ? "" : " or ");
            condition.append("m.unit_id in (:units) or m.issuer_unit_id in (:units)");
            values.put("units", sight.unitsForQuery());
        }
        condition.append(")");
        if (query.unit() != null) {
            condition.append(" and m.unit_id = :unit");
            values.put("unit", query.unit());
        }
        if (query.state() != null) {
            condition.append(" and m.state = :state");
            values.put("state", query.state().name());
        }
        if (query.concern() != null) {
            LocalDate today = LocalDate.now(clock);
            values.put("today", today);
            values.put("soon", soon(sight, actor, today));
            condition
                    .append(" and m.state = 'IN_FORCE' and ")
                    .append(
                            switch (query.concern()) {
                                case EVALUATION -> "m.next_evaluation_on <= :soon";
                                case EXPIRING -> "m.valid_until >= :today and m.valid_until <= :soon";
                                case EXPIRED -> "m.valid_until < :today";
                                case EXCEPTION -> "m.exception_case is not null";
                            });
        }
        List<String> words = CaseQuery.words(query.q());
        for (int place = 0; place < words.size(); place++) {
            values.put("w" + place, CaseQuery.pattern(words.get(place)));
            condition
                    .append(" and ")
                    .append(CaseQuery.has(words.get(place), "w" + place, "m.title", "m.document_number"));
        }
        return new Question(condition.toString(), values);
    }

    private LocalDate soon(CleanupSight sight, Actor actor, LocalDate today) {
        return sight.regions().stream()
                .findFirst()
                .or(() -> actor.regions().stream().findFirst())
                .map(register::horizon)
                .orElse(today);
    }

    private RegisterLine line(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        LocalDate until = row.getObject("valid_until", LocalDate.class);
        return new RegisterLine(
                row.getString("measure_id"),
                row.getString("title"),
                row.getString("document_number"),
                row.getString("issuer"),
                row.getString("unit_name"),
                row.getObject("issued_on", LocalDate.class),
                until,
                row.getObject("next_evaluation_on", LocalDate.class),
                state,
                row.getObject("state_since", LocalDate.class),
                state == State.IN_FORCE && until != null && until.isBefore(LocalDate.now(clock)),
                row.getString("exception_case") != null,
                row.getObject("exception_until", LocalDate.class));
    }
}
