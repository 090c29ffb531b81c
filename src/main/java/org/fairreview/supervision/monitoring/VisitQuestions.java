package org.fairreview.supervision.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fairreview.identity.Actor;
import org.fairreview.identity.NumberSeries;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Unit;
import org.fairreview.supervision.lead.LeadPeople;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The standard questions of visits (走访问题): lists that an office sets, each from a day on; a list of days gone by stays as
 * it is. A region without one uses the list shipped with the product.
 */
@Service
@Transactional
public class VisitQuestions {

    private static final int MOST_QUESTIONS = 30;
    private static final int LONGEST_QUESTION = 500;
    private static final int LONGEST_REASON = 500;

    /**
     * A list.
     *
     * @param regionId null for that of the product
     * @param setBy null for that of the product
     */
    public record QuestionList(
            long id,
            @Nullable String regionId,
            LocalDate validFrom,
            String reason,
            @Nullable String setBy,
            List<String> questions) {}

    private final JdbcClient jdbc;
    private final NumberSeries turn;
    private final LeadPeople people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    VisitQuestions(
            JdbcClient jdbc, NumberSeries turn, LeadPeople people, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.turn = turn;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** What is asked in the region on a day. */
    @Transactional(readOnly = true)
    public List<String> inForce(String regionId, LocalDate day) {
        return lists(regionId).stream()
                .filter(list -> !list.validFrom().isAfter(day))
                .findFirst()
                .map(QuestionList::questions)
                .orElse(List.of());
    }

    /** The lists of a region, then that of the product; of each the newest first. */
    @Transactional(readOnly = true)
    public List<QuestionList> lists(String regionId) {
        return jdbc.sql(
                        """
                        select id, region_id, valid_from, reason, set_by from monitoring_question_list
                        where region_id = ? or region_id is null
                        order by case when region_id is null then 1 else 0 end, valid_from desc, id desc
                        """)
                .param(regionId)
                .query((row, line) -> new QuestionList(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getString(5),
                        questions(row.getLong(1))))
                .list();
    }

    private List<String> questions(long list) {
        return jdbc.sql("select question from monitoring_question where list_id = ? order by place")
                .param(list)
                .query(String.class)
                .list();
    }

    /**
     * Sets the questions of the person's region from a day on, tomorrow at the earliest, since visits of today may have
     * asked the present ones; a list planned for the same day is replaced.
     *
     * @param typed a question a line
     */
    public List<Objection> set(String typed, @Nullable LocalDate from, String reason, Actor actor) {
        List<String> questions =
                typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        List<Objection> objections = objectionsTo(questions, from, reason);
        Unit regulator = people.plannedFor(actor).orElse(null);
        if (regulator == null) {
            objections.add(Objection.of("monitoring.notYours"));
        }
        if (!objections.isEmpty() || regulator == null) {
            return objections;
        }
        LocalDate begins = Objects.requireNonNull(from);
        turn.await(regulator.regionId());
        List<String> before = inForce(regulator.regionId(), begins);
        if (before.equals(questions)) {
            return List.of(Objection.at("questions", "monitoring.questionsSame"));
        }
        write(regulator.regionId(), begins, reason, actor.userId(), questions);
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("from", begins.toString());
        said.put("before", String.join("\n", before));
        said.put("after", String.join("\n", questions));
        said.put("reason", reason);
        events.publishEvent(new MonitoringRecorded("monitoring", "monitoring.questionsSet", said));
        return List.of();
    }

    private List<Objection> objectionsTo(List<String> questions, @Nullable LocalDate from, String reason) {
        List<Objection> objections = new ArrayList<>();
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
            objections.add(Objection.at("questions", "monitoring.questionsMissing", MOST_QUESTIONS));
        } else if (questions.stream().anyMatch(question -> question.length() > LONGEST_QUESTION)) {
            objections.add(Objection.at("questions", "monitoring.questionTooLong", LONGEST_QUESTION));
        } else if (questions.stream().distinct().count() < questions.size()) {
            objections.add(Objection.at("questions", "monitoring.questionTwice"));
        }
        if (from == null || !from.isAfter(LocalDate.now(clock))) {
            objections.add(Objection.at("from", "monitoring.fromPast"));
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            objections.add(Objection.at("reason", "monitoring.reasonMissing", LONGEST_REASON));
        }
        return objections;
    }

    private void write(String regionId, LocalDate from, String reason, String userId, List<String> questions) {
        jdbc.sql("delete from monitoring_question where list_id in"
                        + " (select id from monitoring_question_list where region_id = ? and valid_from = ?)")
                .params(regionId, from)
                .update();
        jdbc.sql("delete from monitoring_question_list where region_id = ? and valid_from = ?")
                .params(regionId, from)
                .update();
        jdbc.sql("insert into monitoring_question_list (region_id, valid_from, reason, set_by, set_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(regionId, from, reason, userId, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        long list = jdbc.sql("select id from monitoring_question_list where region_id = ? and valid_from = ?")
                .params(regionId, from)
                .query(Long.class)
                .single();
        for (int place = 0; place < questions.size(); place++) {
            jdbc.sql("insert into monitoring_question (list_id, place, question) values (?, ?, ?)")
                    .params(list, place, questions.get(place))
                    .update();
        }
    }
}
